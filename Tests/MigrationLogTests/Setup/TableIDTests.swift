import FoundationEssentials
import Testing

@testable import MigrationLog

@Suite struct TableIDTests {
    private func bytes(_ keyspace: String, _ table: String) -> [UInt8] {
        let id = TableID.derived(keyspace: keyspace, table: table)
        return unsafe withUnsafeBytes(of: id.uuid) { unsafe Array($0) }
    }

    @Test("the ids stay what they are: releases of this tool have to agree on them")
    func known() {
        #expect(
            TableID.derived(keyspace: "app", table: "cqlmig_log").uuidString.lowercased()
                == "718c6462-fc8d-852a-ab52-3b659259f865")
        #expect(
            TableID.derived(keyspace: "app", table: "cqlmig_lock").uuidString.lowercased()
                == "1d51dfba-e785-8ae3-8e2f-15fb14ae1726")
    }

    @Test("each keyspace and each table has its own: a server refuses an id that is taken")
    func distinct() {
        let names = ["app", "app2", "App", "ap", "", "päppel", "cqlmig_log"]
        let ids = names.flatMap { keyspace in
            ["cqlmig_log", "cqlmig_lock", "p"].map { TableID.derived(keyspace: keyspace, table: $0) }
        }
        #expect(Set(ids).count == ids.count)
        #expect(TableID.derived(keyspace: "a", table: "bc") != TableID.derived(keyspace: "ab", table: "c"))
    }

    @Test("the bits of version and variant say that the id is made by a rule of its own", arguments: 0..<64)
    func bits(number: Int) {
        let bytes = bytes("keyspace\(number)", "cqlmig_log")
        #expect(bytes[6] >> 4 == 8)
        #expect(bytes[8] >> 6 == 0b10)
    }
}
