import CQLClient
import FoundationEssentials
import ScriptedServer

@testable import MigrationLog

extension LogEntry {
    /// A row in which every field is set.
    static func full(seq: Int64 = 7) -> LogEntry {
        var entry = LogEntry(
            seq: seq, id: UUID(number: 1), at: Date(timeIntervalSince1970: 1_763_712_345.678), kind: .statementOutcome)
        entry.run = UUID(number: 2)
        entry.lockOwner = UUID(number: 3)
        entry.target = "app"
        entry.script = "sub/V1.2__add_ünicode.cql"
        entry.type = "versioned"
        entry.version = "1.2"
        entry.description = "add ünicode"
        entry.checksum = "ab12"
        entry.checksumAlgorithm = "t1"
        entry.statement = 3
        entry.statements = 5
        entry.statementHash = "cd34"
        entry.outcome = .acknowledged
        entry.coordinator = UUID(number: 4)
        entry.coordinatorAddress = "10.0.0.1:9042"
        entry.coordinatorGeneration = 1_700_000_000
        entry.timeoutMilliseconds = 60_000
        entry.agreed = false
        entry.elapsedMilliseconds = 12
        entry.agreementMilliseconds = 340
        entry.tag = "release-7"
        entry.operatorName = "ann"
        entry.host = "build-7"
        entry.toolVersion = "1.0.0"
        entry.warnings = ["first", "", "second"]
        entry.errorCode = "statement-failed"
        entry.errorText = "line 1:0 no viable alternative"
        entry.reason = "because"
        entry.replication = ["class": "org.apache.cassandra.locator.NetworkTopologyStrategy", "dc1": "3"]
        entry.text = "CREATE TABLE t (a int PRIMARY KEY);\n"
        return entry
    }
}

extension LogTable {
    /// The row that a server would keep of an INSERT, as a SELECT gives it.
    func stored(_ statement: Statement) throws(WireError) -> Row? {
        let columns = [("log", CQLType.text), ("seq", .bigint)] + LogColumn.all.map { ($0.name, $0.type) }
        let specifications = columns.map { ColumnSpecification(keyspace: "k", table: "t", name: $0.0, type: $0.1) }
        let cells = statement.values.map { value -> [UInt8]? in
            if case .bytes(let bytes) = value { bytes } else { nil }
        }
        return Array(try Rows(metadata: RowsMetadata(columns: specifications), rows: [cells])).first
    }
}
