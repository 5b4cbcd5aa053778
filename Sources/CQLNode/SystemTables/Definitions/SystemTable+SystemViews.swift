import CQLSyntax

extension SystemTable {
    /// The virtual tables of `system_views` that schema tools read (4.0 and later).
    static let systemViews = [
        SystemTable(
            "system_views", "clients", since: .v40, partition: ["address"], clustering: ["port"],
            comment: "currently connected clients",
            columns: [
                Columns(
                    """
                    keyspace_name text
                    """, since: .v41),
                Columns(
                    """
                    authentication_metadata frozen<map<text, text>>, authentication_mode text
                    """, since: .v60),
                Columns(
                    """
                    address inet, port int, client_options frozen<map<text, text>>, connection_stage text, \
                    driver_name text, driver_version text, hostname text, protocol_version int, \
                    request_count bigint, ssl_cipher_suite text, ssl_enabled boolean, ssl_protocol text, \
                    username text
                    """),
            ]),
        SystemTable(
            "system_views", "gossip_info", since: .v41, partition: ["address"], clustering: ["port"],
            comment: "lists the gossip information for the cluster",
            columns: [
                Columns(
                    """
                    index_status text, index_status_version int
                    """, since: .v50),
                Columns(
                    """
                    address inet, port int, dc text, dc_version int, disk_usage text, disk_usage_version int, \
                    generation int, heartbeat int, host_id text, host_id_version int, hostname text, \
                    internal_address_and_port text, internal_address_and_port_version int, internal_ip text, \
                    internal_ip_version int, load text, load_version int, native_address_and_port text, \
                    native_address_and_port_version int, net_version text, net_version_version int, rack text, \
                    rack_version int, release_version text, release_version_version int, \
                    removal_coordinator text, removal_coordinator_version int, rpc_address text, \
                    rpc_address_version int, rpc_ready text, rpc_ready_version int, \"schema\" text, \
                    schema_version int, severity text, severity_version int, sstable_versions text, \
                    sstable_versions_version int, status text, status_version int, status_with_port text, \
                    status_with_port_version int, tokens_version int, x1 text, x10 text, x10_version int, \
                    x1_version int, x2 text, x2_version int, x3 text, x3_version int, x4 text, x4_version int, \
                    x5 text, x5_version int, x6 text, x6_version int, x7 text, x7_version int, x8 text, \
                    x8_version int, x9 text, x9_version int, x_11_padding text, x_11_padding_version int
                    """),
            ]),
        SystemTable(
            "system_views", "sai_column_indexes", since: .v50, partition: ["keyspace_name"], clustering: ["index_name"],
            comment: "Storage-attached column index metadata",
            columns: [
                Columns(
                    """
                    keyspace_name text, index_name text, analyzer text, column_name text, is_building boolean, \
                    is_queryable boolean, is_string boolean, table_name text
                    """)
            ]),
        SystemTable(
            "system_views", "settings", since: .v40, partition: ["name"],
            comment: "current settings",
            columns: [
                Columns(
                    """
                    name text, value text
                    """)
            ]),
    ]
}
