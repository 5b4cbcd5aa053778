import CQLSyntax

extension SystemTable {
    /// The tables of `system_distributed`: nothing repairs here and nothing is denied, so they are empty.
    static let systemDistributed = [
        SystemTable(
            "system_distributed", "auto_repair_history", since: .v60, partition: ["repair_type"],
            clustering: ["host_id"],
            comment: "",
            columns: [
                Columns(
                    """
                    repair_type text, host_id uuid, delete_hosts set<uuid>, delete_hosts_update_time timestamp, \
                    force_repair boolean, repair_finish_ts timestamp, repair_start_ts timestamp, \
                    repair_turn text
                    """)
            ]),
        SystemTable(
            "system_distributed", "auto_repair_priority", since: .v60, partition: ["repair_type"],
            comment: "",
            columns: [
                Columns(
                    """
                    repair_type text, repair_priority set<uuid>
                    """)
            ]),
        SystemTable(
            "system_distributed", "compression_dictionaries", since: .v60, partition: ["keyspace_name", "table_name"],
            clustering: ["table_id", "dict_id"],
            comment: "",
            columns: [
                Columns(
                    """
                    keyspace_name text, table_name text, table_id text, dict_id bigint, created_at timestamp, \
                    dict blob, dict_checksum int, dict_length int, kind text
                    """)
            ]),
        SystemTable(
            "system_distributed", "parent_repair_history", id: "deabd734-b99d-3b9c-92e5-fd92eb5abf14",
            partition: ["parent_id"],
            comment: "Repair history", gcGraceSeconds: 864000, timeToLive: 2_592_000,
            columns: [
                Columns(
                    """
                    parent_id timeuuid, columnfamily_names set<text>, exception_message text, \
                    exception_stacktrace text, finished_at timestamp, keyspace_name text, \
                    options map<text, text>, requested_ranges set<text>, started_at timestamp, \
                    successful_ranges set<text>
                    """)
            ]),
        SystemTable(
            "system_distributed", "partition_denylist", since: .v41, id: "d6123acc-8649-3496-9d4e-f3fe39a6018b",
            partition: ["ks_name", "table_name"], clustering: ["key"],
            comment: "Partition keys which have been denied access", gcGraceSeconds: 864000,
            columns: [
                Columns(
                    """
                    ks_name text, table_name text, key blob
                    """)
            ]),
        SystemTable(
            "system_distributed", "repair_history", id: "759fffad-624b-3181-80ee-fa9a52d1f627",
            partition: ["keyspace_name", "columnfamily_name"], clustering: ["id"],
            comment: "Repair history", gcGraceSeconds: 864000, timeToLive: 2_592_000,
            columns: [
                Columns(
                    """
                    keyspace_name text, columnfamily_name text, id timeuuid, coordinator inet, \
                    coordinator_port int, exception_message text, exception_stacktrace text, \
                    finished_at timestamp, parent_id timeuuid, participants set<inet>, \
                    participants_v2 set<text>, range_begin text, range_end text, started_at timestamp, \
                    status text
                    """)
            ]),
        SystemTable(
            "system_distributed", "view_build_status", id: "5582b59f-8e4e-35e1-b913-3acada51eb04",
            partition: ["keyspace_name", "view_name"], clustering: ["host_id"],
            comment: "Materialized View build status", gcGraceSeconds: 864000,
            columns: [
                Columns(
                    """
                    keyspace_name text, view_name text, host_id uuid, status text
                    """)
            ]),
    ]
}
