import SeededRandom

/// A generator whose numbers follow from its seed, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    private var numbers: SplitMix64

    init(seed: UInt64) { numbers = SplitMix64(seed: seed) }

    mutating func next() -> UInt64 { numbers.next() }

    /// A number below `bound`, which is above 0.
    mutating func below(_ bound: Int) -> Int {
        Int.random(in: 0..<bound, using: &self)
    }

    /// True once in `times`.
    mutating func once(in times: Int) -> Bool {
        below(times) == 0
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[below(elements.count)]
    }

    mutating func array<Element>(upTo count: Int, _ make: (inout SeededGenerator) -> Element) -> [Element] {
        (0..<below(count + 1)).map { _ in make(&self) }
    }

    mutating func bytes(upTo count: Int) -> [UInt8] {
        array(upTo: count) { UInt8.random(in: .min ... .max, using: &$0) }
    }

    /// An integer whose size varies as much as its digits.
    mutating func integer<Integer: FixedWidthInteger>(_: Integer.Type) -> Integer {
        Integer(truncatingIfNeeded: next() >> UInt64(below(64))) &* (once(in: 2) ? 1 : ~0)
    }

    /// A text of up to `count` characters of one to four bytes.
    mutating func text(upTo count: Int) -> String {
        let alphabet: [Character] = ["a", "Z", "0", " ", "'", "\"", "\n", "\0", "é", "€", "𝄞", "ß"]
        return String(array(upTo: count) { $0.pick(alphabet) })
    }

    /// A name of up to `count` and at least one character that needs no quotes.
    mutating func name(upTo count: Int) -> String {
        String(pick(["a", "b", "k", "x"])) + String(array(upTo: count - 1) { $0.pick(Array("abc_019")) })
    }
}
