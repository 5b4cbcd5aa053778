import Foundation
import Testing

@testable import CqlmigCommands

/// What SARIF 2.1.0 (OASIS, `sarif-schema-2.1.0.json`) asks of the parts of a log that are written here.
@Suite struct SARIFLogTests {
    private typealias Object = [String: Any]

    private static let project = MemoryProject([
        "cqlmig.yml": "keyspace: shop\n",
        "migrations/V1__größe,.cql": """
        -- cqlmig:ignore truncate -- rows of tests
        TRUNCATE a;
        TRUNCATE b;
        TRUNCATE b;
        """,
        "migrations/V2_typo.cql": "USE a;",
    ])

    private static func log() async throws -> Object {
        var world = World()
        world.project = project
        let ending = await world.run("lint", "--format", "sarif", "--rule", "truncate,bad-filename")
        #expect(ending.status == 1)
        return try #require(try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? Object)
    }

    @Test("required properties are there, enumerated ones have their words, and positions count from 1")
    func shape() async throws {
        let log = try await Self.log()
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [Object])?.first)
        let driver = try #require((run["tool"] as? Object)?["driver"] as? Object)
        #expect(driver["name"] as? String == "cqlmig")
        #expect(["utf16CodeUnits", "unicodeCodePoints"].contains(run["columnKind"] as? String))
        let rules = try #require(driver["rules"] as? [Object])
        for rule in rules {
            #expect(rule["id"] is String)
            for key in ["shortDescription", "fullDescription", "help"] {
                #expect((rule[key] as? Object)?["text"] is String)
            }
            #expect(URL(string: try #require(rule["helpUri"] as? String))?.scheme != nil)
            #expect(Self.levels.contains((rule["defaultConfiguration"] as? Object)?["level"] as? String))
        }
        let results = try #require(run["results"] as? [Object])
        #expect(results.count == 4)
        for result in results {
            let id = try #require(result["ruleId"] as? String)
            #expect(rules[try #require(result["ruleIndex"] as? Int)]["id"] as? String == id)
            #expect(Self.levels.contains(result["level"] as? String))
            #expect((result["message"] as? Object)?["text"] is String)
            try Self.checkLocations(result)
            for suppression in try #require(result["suppressions"] as? [Object]) {
                #expect(["inSource", "external"].contains(suppression["kind"] as? String))
            }
        }
    }

    private static let levels: [String?] = ["none", "note", "warning", "error"]

    private static func checkLocations(_ result: Object) throws {
        for location in try #require(result["locations"] as? [Object]) {
            let physical = try #require(location["physicalLocation"] as? Object)
            let uri = try #require((physical["artifactLocation"] as? Object)?["uri"] as? String)
            #expect(uri.utf8.allSatisfy { $0 < 0x80 && $0 != 0x20 })
            guard let region = physical["region"] as? Object else { continue }
            let numbers = try ["startLine", "startColumn", "endLine", "endColumn"].map {
                try #require(region[$0] as? Int)
            }
            #expect(numbers.allSatisfy { $0 >= 1 })
            #expect((numbers[0], numbers[1]) < (numbers[2], numbers[3]) || numbers[0..<2] == numbers[2..<4])
        }
    }

    @Test("what a comment silences is in the log as suppressed, with the reason")
    func suppressions() async throws {
        let results = try #require(((try await Self.log())["runs"] as? [Object])?.first?["results"] as? [Object])
        let suppressed = results.filter { ($0["suppressions"] as? [Object])?.isEmpty == false }
        #expect(suppressed.count == 1)
        #expect((suppressed.first?["suppressions"] as? [Object])?.first?["justification"] as? String == "rows of tests")
    }

    @Test("fingerprints tell equal findings apart and do not depend on lines")
    func fingerprints() async throws {
        func prints(_ text: String) async throws -> [String] {
            var world = World()
            world.project = MemoryProject(["cqlmig.yml": "", "migrations/V1__a.cql": text])
            let output = await world.run("lint", "--format", "sarif", "--rule", "truncate").output
            let log = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? Object
            let results = (log?["runs"] as? [Object])?.first?["results"] as? [Object] ?? []
            return results.compactMap { ($0["partialFingerprints"] as? Object)?["cqlmigFinding/v1"] as? String }
        }
        let before = try await prints("TRUNCATE a;\nTRUNCATE a;")
        #expect(Set(before).count == 2)
        #expect(try await prints("-- a remark\n\nTRUNCATE a;\n\nTRUNCATE a;") == before)
    }
}
