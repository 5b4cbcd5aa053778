import Testing

@testable import CQLClient

@Suite struct ReleaseVersionTests {
    struct Vector: CustomTestStringConvertible, Sendable {
        let text: String
        let numbers: [Int]?
        var testDescription: String { text }

        init(_ text: String, _ numbers: Int...) {
            self.text = text
            self.numbers = numbers.isEmpty ? nil : numbers
        }

        static let all = [
            Vector("5.0.9", 5, 0, 9), Vector("3.11.19", 3, 11, 19), Vector("6.0-alpha2", 6, 0, 0),
            Vector("4.1", 4, 1, 0), Vector("5", 5, 0, 0), Vector("5.1-SNAPSHOT", 5, 1, 0),
            Vector("4.0~rc1", 4, 0, 0), Vector("4.0.0.6816", 4, 0, 0), Vector("4.0.1+build.7", 4, 0, 1),
            Vector("3.0.8", 3, 0, 8), Vector("4.x.2", 4, 0, 2), Vector(""), Vector("trunk"), Vector("-5.0"),
            Vector("99999999999999999999.0"), Vector(".5"),
        ]
    }

    @Test("the first three numbers count, whatever follows them", arguments: Vector.all)
    func reads(vector: Vector) {
        let version = ReleaseVersion(vector.text)
        #expect(version.map { [$0.major, $0.minor, $0.patch] } == vector.numbers)
        #expect(version.map(\.description) == (vector.numbers == nil ? nil : vector.text))
    }

    @Test("one release is the same however a node writes it, and another suffix is another release")
    func equality() throws {
        #expect(ReleaseVersion("6.0-alpha2") == ReleaseVersion("6.0.0-alpha2"))
        #expect(ReleaseVersion("4.1") == ReleaseVersion(4, 1))
        #expect(ReleaseVersion("6.0-alpha2") != ReleaseVersion("6.0"))
        #expect(ReleaseVersion("4.0.0.6816") != ReleaseVersion("4.0.0.6820"))
        #expect(Set(["6.0-alpha2", "6.0.0-alpha2"].map { ReleaseVersion($0) }).count == 1)
    }

    @Test("releases are ordered by their numbers, a preview with its release")
    func order() throws {
        let texts = ["3.0.8", "3.11.4", "3.11.19", "4.0.1", "4.1.10", "5.0-beta1", "5.0.9", "6.0-alpha2", "10.0"]
        let versions = try texts.map { try #require(ReleaseVersion($0)) }
        #expect(versions.shuffled().sorted().map(\.description) == texts)
        let preview = try #require(ReleaseVersion("6.0-alpha2"))
        #expect(preview >= ReleaseVersion(6))
        #expect(!(preview < ReleaseVersion(6)) && !(ReleaseVersion(6) < preview))
    }
}
