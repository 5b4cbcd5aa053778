/// A generator whose numbers follow from its seed (SplitMix64), so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

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
