import CQLSyntax

extension SystemTable {
    /// The tables of `system` that clients and tools read.
    static let system = [
        SystemTable(
            "system", "IndexInfo", id: "9f5c6374-d485-3229-9a0a-5094af9ad1e3",
            partition: ["table_name"], clustering: ["index_name"],
            comment: "built column indexes", flushPeriod: 3_600_000,
            columns: [
                Columns(
                    """
                    value blob
                    """, since: .v40),
                Columns(
                    """
                    value empty
                    """, until: .v40),
                Columns(
                    """
                    table_name text, index_name text
                    """),
            ]),
        SystemTable(
            "system", "built_views", id: "4b3c50a9-ea87-3d76-9101-6dbc9c38494a",
            partition: ["keyspace_name"], clustering: ["view_name"],
            comment: "built views", flushPeriod: 3_600_000,
            columns: [
                Columns(
                    """
                    keyspace_name text, view_name text, status_replicated boolean
                    """)
            ]),
        SystemTable(
            "system", "local", id: "7ad54392-bcdd-35a6-8417-4e047860b377",
            partition: ["key"],
            comment: "information about the local node", flushPeriod: 3_600_000,
            columns: [
                Columns(
                    """
                    broadcast_port int, listen_port int, rpc_port int
                    """, since: .v40),
                Columns(
                    """
                    thrift_version text
                    """, until: .v40),
                Columns(
                    """
                    key text, bootstrapped text, broadcast_address inet, cluster_name text, cql_version text, \
                    data_center text, gossip_generation int, host_id uuid, listen_address inet, \
                    native_protocol_version text, partitioner text, rack text, release_version text, \
                    rpc_address inet, schema_version uuid, tokens set<text>, truncated_at map<uuid, blob>
                    """),
            ]),
        SystemTable(
            "system", "peers", id: "37f71aca-7dc2-383b-a706-72528af04d4f",
            partition: ["peer"],
            comment: "information about known peers in the cluster", flushPeriod: 3_600_000,
            columns: [
                Columns(
                    """
                    peer inet, data_center text, host_id uuid, preferred_ip inet, rack text, \
                    release_version text, rpc_address inet, schema_version uuid, tokens set<text>
                    """)
            ]),
        SystemTable(
            "system", "peers_v2", since: .v40, id: "c4325fbb-8e5e-3baf-bd07-0f9250ed818e",
            partition: ["peer"], clustering: ["peer_port"],
            comment: "information about known peers in the cluster", flushPeriod: 3_600_000,
            columns: [
                Columns(
                    """
                    peer inet, peer_port int, data_center text, host_id uuid, native_address inet, \
                    native_port int, preferred_ip inet, preferred_port int, rack text, release_version text, \
                    schema_version uuid, tokens set<text>
                    """)
            ]),
        SystemTable(
            "system", "size_estimates", id: "618f817b-005f-3678-b8a4-53f3930b8e86",
            partition: ["keyspace_name"], clustering: ["table_name", "range_start", "range_end"],
            comment: "per-table primary range size estimates, table is deprecated in favor of table_estimates",
            flushPeriod: 3_600_000,
            columns: [
                Columns(
                    """
                    keyspace_name text, table_name text, range_start text, range_end text, \
                    mean_partition_size bigint, partitions_count bigint
                    """)
            ]),
        SystemTable(
            "system", "table_estimates", since: .v40, id: "176c39cd-b93d-33a5-a218-8eb06a56f66e",
            partition: ["keyspace_name"], clustering: ["table_name", "range_type", "range_start", "range_end"],
            comment: "per-table range size estimates", flushPeriod: 3_600_000,
            columns: [
                Columns(
                    """
                    keyspace_name text, table_name text, range_type text, range_start text, range_end text, \
                    mean_partition_size bigint, partitions_count bigint
                    """)
            ]),
        SystemTable(
            "system", "view_builds_in_progress", since: .v40, id: "6c22df66-c3bd-3df6-b74d-21179c6a9fe9",
            partition: ["keyspace_name"], clustering: ["view_name", "start_token", "end_token"],
            comment: "views builds current progress", flushPeriod: 3_600_000,
            columns: [
                Columns(
                    """
                    keyspace_name text, view_name text, start_token text, end_token text, keys_built bigint, \
                    last_token text
                    """)
            ]),
        SystemTable(
            "system", "views_builds_in_progress", until: .v40, partition: ["keyspace_name"], clustering: ["view_name"],
            comment: "",
            columns: [
                Columns(
                    """
                    keyspace_name text, view_name text, generation_number int, last_token text
                    """)
            ]),
    ]
}
