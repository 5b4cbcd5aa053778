extension SystemTexts {
    /// The keyspaces of a node of 5.0 that have rows in its own `system_schema`.
    static let v50 = """
        CREATE KEYSPACE system WITH replication = {'class': 'LocalStrategy'}

        CREATE TABLE system."IndexInfo" (table_name text, index_name text, value blob,
            PRIMARY KEY (table_name, index_name)) WITH id = 9f5c6374-d485-3229-9a0a-5094af9ad1e3
            AND comment = 'built column indexes' AND gc_grace_seconds = 0 AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system.available_ranges (keyspace_name text, ranges set<blob>, PRIMARY KEY (keyspace_name))
            WITH id = c539fcab-d65a-31d1-8133-d25605643ee3
            AND comment = 'available keyspace/ranges during bootstrap/replace that are ready to be served'
            AND gc_grace_seconds = 0 AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system.available_ranges_v2 (keyspace_name text, full_ranges set<blob>,
            transient_ranges set<blob>, PRIMARY KEY (keyspace_name)) WITH id = 4224a088-2ac9-3d0c-889d-fbb5f0facda0
            AND comment = 'available keyspace/ranges during bootstrap/replace that are ready to be served'
            AND gc_grace_seconds = 0 AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system.batches (id timeuuid, mutations list<blob>, version int, PRIMARY KEY (id))
            WITH id = 919a4bc5-7a33-3573-b03e-13fc3f68b465 AND comment = 'batches awaiting replay'
            AND compaction = {'class': 'SizeTieredCompactionStrategy', 'min_threshold': '2'}
            AND gc_grace_seconds = 0 AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system.built_views (keyspace_name text, view_name text, status_replicated boolean,
            PRIMARY KEY (keyspace_name, view_name)) WITH id = 4b3c50a9-ea87-3d76-9101-6dbc9c38494a
            AND comment = 'built views' AND gc_grace_seconds = 0 AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system.compaction_history (id timeuuid, bytes_in bigint, bytes_out bigint,
            columnfamily_name text, compacted_at timestamp, compaction_properties frozen<map<text, text>>,
            keyspace_name text, rows_merged map<int, bigint>, PRIMARY KEY (id))
            WITH id = b4dbb7b4-dc49-3fb5-b3bf-ce6e434832ca AND comment = 'week-long compaction history'
            AND default_time_to_live = 604800 AND gc_grace_seconds = 0 AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system.local ("key" text, bootstrapped text, broadcast_address inet, broadcast_port int,
            cluster_name text, cql_version text, data_center text, gossip_generation int, host_id uuid,
            listen_address inet, listen_port int, native_protocol_version text, partitioner text, rack text,
            release_version text, rpc_address inet, rpc_port int, schema_version uuid, tokens set<text>,
            truncated_at map<uuid, blob>, PRIMARY KEY ("key")) WITH id = 7ad54392-bcdd-35a6-8417-4e047860b377
            AND comment = 'information about the local node' AND gc_grace_seconds = 0
            AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system.paxos (row_key blob, cf_id uuid, in_progress_ballot timeuuid,
            in_progress_read_ballot timeuuid, most_recent_commit blob, most_recent_commit_at timeuuid,
            most_recent_commit_version int, proposal blob, proposal_ballot timeuuid, proposal_version int,
            PRIMARY KEY (row_key, cf_id)) WITH id = b7b7f0c2-fd0a-3410-8c05-3ef614bb7c2d
            AND bloom_filter_fp_chance = 0.01 AND comment = 'in-progress paxos proposals'
            AND compaction = {'class': 'LeveledCompactionStrategy'} AND gc_grace_seconds = 0
            AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system.paxos_repair_history (keyspace_name text, table_name text,
            points frozen<list<frozen<tuple<blob, timeuuid>>>>, PRIMARY KEY (keyspace_name, table_name))
            WITH id = ecb86667-40b2-3316-bb91-e612c8047457 AND comment = 'paxos repair history'
            AND gc_grace_seconds = 0 AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system.peer_events (peer inet, hints_dropped map<timeuuid, int>, PRIMARY KEY (peer))
            WITH id = 59dfeaea-8db2-3341-91ef-109974d81484 AND comment = 'events related to peers'
            AND gc_grace_seconds = 0 AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system.peer_events_v2 (peer inet, peer_port int, hints_dropped map<timeuuid, int>,
            PRIMARY KEY (peer, peer_port)) WITH id = 0e65065f-e401-38ed-9507-b9213fae8d11
            AND comment = 'events related to peers' AND gc_grace_seconds = 0
            AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system.peers (peer inet, data_center text, host_id uuid, preferred_ip inet, rack text,
            release_version text, rpc_address inet, schema_version uuid, tokens set<text>, PRIMARY KEY (peer))
            WITH id = 37f71aca-7dc2-383b-a706-72528af04d4f
            AND comment = 'information about known peers in the cluster' AND gc_grace_seconds = 0
            AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system.peers_v2 (peer inet, peer_port int, data_center text, host_id uuid, native_address inet,
            native_port int, preferred_ip inet, preferred_port int, rack text, release_version text,
            schema_version uuid, tokens set<text>, PRIMARY KEY (peer, peer_port))
            WITH id = c4325fbb-8e5e-3baf-bd07-0f9250ed818e
            AND comment = 'information about known peers in the cluster' AND gc_grace_seconds = 0
            AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system.prepared_statements (prepared_id blob, logged_keyspace text, query_string text,
            PRIMARY KEY (prepared_id)) WITH id = 18a9c257-6a0c-3841-ba71-8cd529849fef
            AND comment = 'prepared statements' AND gc_grace_seconds = 0 AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system.repairs (parent_id timeuuid, cfids set<uuid>, coordinator inet, coordinator_port int,
            last_update timestamp, participants set<inet>, participants_wp set<text>, ranges set<blob>,
            repaired_at timestamp, started_at timestamp, state int, PRIMARY KEY (parent_id))
            WITH id = a3d277d1-cfaf-36f5-a2a7-38d5eea9ad6a AND comment = 'repairs' AND gc_grace_seconds = 0
            AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system.size_estimates (keyspace_name text, table_name text, range_start text, range_end text,
            mean_partition_size bigint, partitions_count bigint,
            PRIMARY KEY (keyspace_name, table_name, range_start, range_end))
            WITH id = 618f817b-005f-3678-b8a4-53f3930b8e86
            AND comment = 'per-table primary range size estimates, table is deprecated in favor of table_estimates'
            AND gc_grace_seconds = 0 AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system.sstable_activity (keyspace_name text, columnfamily_name text, generation int,
            rate_120m double, rate_15m double, PRIMARY KEY ((keyspace_name, columnfamily_name, generation)))
            WITH id = 5a1ff267-ace0-3f12-8563-cfae6103c65e AND comment = 'historic sstable read rates'
            AND gc_grace_seconds = 0 AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system.sstable_activity_v2 (keyspace_name text, table_name text, id text, rate_120m double,
            rate_15m double, PRIMARY KEY ((keyspace_name, table_name, id)))
            WITH id = 62efe31f-3be8-310c-8d29-8963439c1288 AND comment = 'historic sstable read rates'
            AND gc_grace_seconds = 0 AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system.table_estimates (keyspace_name text, table_name text, range_type text, range_start text,
            range_end text, mean_partition_size bigint, partitions_count bigint,
            PRIMARY KEY (keyspace_name, table_name, range_type, range_start, range_end))
            WITH id = 176c39cd-b93d-33a5-a218-8eb06a56f66e AND comment = 'per-table range size estimates'
            AND gc_grace_seconds = 0 AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system.top_partitions (keyspace_name text, table_name text, top_type text,
            last_update timestamp, top frozen<list<frozen<tuple<text, bigint>>>>,
            PRIMARY KEY (keyspace_name, table_name, top_type)) WITH id = 7e5a361c-317c-351f-b15f-ffd8afd3dd4b
            AND comment = 'Stores the top partitions' AND gc_grace_seconds = 0
            AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system.transferred_ranges (operation text, keyspace_name text, peer inet, ranges set<blob>,
            PRIMARY KEY ((operation, keyspace_name), peer)) WITH id = 6cad20f7-d4f5-3af2-b6e2-0da33c6c1f83
            AND comment = 'record of transferred ranges for streaming operation' AND gc_grace_seconds = 0
            AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system.transferred_ranges_v2 (operation text, keyspace_name text, peer inet, peer_port int,
            ranges set<blob>, PRIMARY KEY ((operation, keyspace_name), peer, peer_port))
            WITH id = 1ff78f1a-7df1-3a2a-a998-6f4932270af5
            AND comment = 'record of transferred ranges for streaming operation' AND gc_grace_seconds = 0
            AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system.view_builds_in_progress (keyspace_name text, view_name text, start_token text,
            end_token text, keys_built bigint, last_token text,
            PRIMARY KEY (keyspace_name, view_name, start_token, end_token))
            WITH id = 6c22df66-c3bd-3df6-b74d-21179c6a9fe9 AND comment = 'views builds current progress'
            AND gc_grace_seconds = 0 AND memtable_flush_period_in_ms = 3600000

        CREATE KEYSPACE system_schema WITH replication = {'class': 'LocalStrategy'}

        CREATE TABLE system_schema.aggregates (keyspace_name text, aggregate_name text,
            argument_types frozen<list<text>>, final_func text, initcond text, return_type text, state_func text,
            state_type text, PRIMARY KEY (keyspace_name, aggregate_name, argument_types))
            WITH id = 924c5587-2e3a-345b-b10c-12f37c1ba895 AND comment = 'user defined aggregate definitions'
            AND gc_grace_seconds = 604800 AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system_schema.column_masks (keyspace_name text, table_name text, column_name text,
            function_argument_nulls frozen<list<boolean>>, function_argument_types frozen<list<text>>,
            function_argument_values frozen<list<text>>, function_keyspace text, function_name text,
            PRIMARY KEY (keyspace_name, table_name, column_name)) WITH id = 738cc5ed-0168-3268-b9d1-853d4bc278af
            AND comment = 'column dynamic data masks' AND gc_grace_seconds = 604800
            AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system_schema.columns (keyspace_name text, table_name text, column_name text,
            clustering_order text, column_name_bytes blob, kind text, position int, "type" text,
            PRIMARY KEY (keyspace_name, table_name, column_name)) WITH id = 24101c25-a2ae-3af7-87c1-b40ee1aca33f
            AND comment = 'column definitions' AND gc_grace_seconds = 604800
            AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system_schema.dropped_columns (keyspace_name text, table_name text, column_name text,
            dropped_time timestamp, kind text, "type" text, PRIMARY KEY (keyspace_name, table_name, column_name))
            WITH id = 5e7583b5-f3f4-3af1-9a39-b7e1d6f5f11f AND comment = 'dropped column registry'
            AND gc_grace_seconds = 604800 AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system_schema.functions (keyspace_name text, function_name text,
            argument_types frozen<list<text>>, argument_names frozen<list<text>>, body text,
            called_on_null_input boolean, "language" text, return_type text,
            PRIMARY KEY (keyspace_name, function_name, argument_types))
            WITH id = 96489b79-80be-3e14-a701-66a0b9159450 AND comment = 'user defined function definitions'
            AND gc_grace_seconds = 604800 AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system_schema.indexes (keyspace_name text, table_name text, index_name text, kind text,
            options frozen<map<text, text>>, PRIMARY KEY (keyspace_name, table_name, index_name))
            WITH id = 0feb57ac-311f-382f-ba6d-9024d305702f AND comment = 'secondary index definitions'
            AND gc_grace_seconds = 604800 AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system_schema.keyspaces (keyspace_name text, durable_writes boolean,
            replication frozen<map<text, text>>, PRIMARY KEY (keyspace_name))
            WITH id = abac5682-dea6-31c5-b535-b3d6cffd0fb6 AND comment = 'keyspace definitions'
            AND gc_grace_seconds = 604800 AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system_schema.tables (keyspace_name text, table_name text, additional_write_policy text,
            allow_auto_snapshot boolean, bloom_filter_fp_chance double, caching frozen<map<text, text>>,
            cdc boolean, comment text, compaction frozen<map<text, text>>, compression frozen<map<text, text>>,
            crc_check_chance double, dclocal_read_repair_chance double, default_time_to_live int,
            extensions frozen<map<text, blob>>, flags frozen<set<text>>, gc_grace_seconds int, id uuid,
            incremental_backups boolean, max_index_interval int, memtable text, memtable_flush_period_in_ms int,
            min_index_interval int, read_repair text, read_repair_chance double, speculative_retry text,
            PRIMARY KEY (keyspace_name, table_name)) WITH id = afddfb9d-bc1e-3068-8056-eed6c302ba09
            AND comment = 'table definitions' AND gc_grace_seconds = 604800
            AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system_schema.triggers (keyspace_name text, table_name text, trigger_name text,
            options frozen<map<text, text>>, PRIMARY KEY (keyspace_name, table_name, trigger_name))
            WITH id = 4df70b66-6b05-3251-95a1-32b54005fd48 AND comment = 'trigger definitions'
            AND gc_grace_seconds = 604800 AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system_schema.types (keyspace_name text, type_name text, field_names frozen<list<text>>,
            field_types frozen<list<text>>, PRIMARY KEY (keyspace_name, type_name))
            WITH id = 5a8b1ca8-6602-3f77-a045-9273d308917a AND comment = 'user defined type definitions'
            AND gc_grace_seconds = 604800 AND memtable_flush_period_in_ms = 3600000

        CREATE TABLE system_schema.views (keyspace_name text, view_name text, additional_write_policy text,
            allow_auto_snapshot boolean, base_table_id uuid, base_table_name text, bloom_filter_fp_chance double,
            caching frozen<map<text, text>>, cdc boolean, comment text, compaction frozen<map<text, text>>,
            compression frozen<map<text, text>>, crc_check_chance double, dclocal_read_repair_chance double,
            default_time_to_live int, extensions frozen<map<text, blob>>, gc_grace_seconds int, id uuid,
            include_all_columns boolean, incremental_backups boolean, max_index_interval int, memtable text,
            memtable_flush_period_in_ms int, min_index_interval int, read_repair text, read_repair_chance double,
            speculative_retry text, where_clause text, PRIMARY KEY (keyspace_name, view_name))
            WITH id = 9786ac1c-dd58-3201-a7cd-ad556410c985 AND comment = 'view definitions'
            AND gc_grace_seconds = 604800 AND memtable_flush_period_in_ms = 3600000

        CREATE KEYSPACE system_auth WITH replication = {'class': 'SimpleStrategy', 'replication_factor': '1'}

        CREATE TABLE system_auth.cidr_groups (cidr_group text, cidrs frozen<set<frozen<tuple<inet, smallint>>>>,
            PRIMARY KEY (cidr_group)) WITH id = 9c48af00-13f6-3059-bb0e-8fcabba6eecb
            AND comment = 'cidr groups to cidrs mapping' AND gc_grace_seconds = 7776000

        CREATE TABLE system_auth.cidr_permissions ("role" text, cidr_groups frozen<set<text>>, PRIMARY KEY ("role"))
            WITH id = b8b43d5f-d6c0-331c-8f7d-765ea658f4c4 AND comment = 'user cidr permissions'
            AND gc_grace_seconds = 7776000

        CREATE TABLE system_auth.identity_to_role (identity text, "role" text, PRIMARY KEY (identity))
            WITH id = 0bd47a48-d6ba-3c8e-b442-0f6349329bda AND comment = 'mtls authorized identities lookup table'
            AND gc_grace_seconds = 7776000

        CREATE TABLE system_auth.network_permissions ("role" text, dcs frozen<set<text>>, PRIMARY KEY ("role"))
            WITH id = d46780c2-2f1c-3db9-b4c1-b8d9fbc0cc23 AND comment = 'user network permissions'
            AND gc_grace_seconds = 7776000

        CREATE TABLE system_auth.resource_role_permissons_index (resource text, "role" text,
            PRIMARY KEY (resource, "role")) WITH id = 5f2fbdad-91f1-3946-bd25-d5da3a5c35ec
            AND comment = 'index of db roles with permissions granted on a resource' AND gc_grace_seconds = 7776000

        CREATE TABLE system_auth.role_members ("role" text, member text, PRIMARY KEY ("role", member))
            WITH id = 0ecdaa87-f8fb-3e60-88d1-74fb36fe5c0d AND comment = 'role memberships lookup table'
            AND gc_grace_seconds = 7776000

        CREATE TABLE system_auth.role_permissions ("role" text, resource text, "permissions" set<text>,
            PRIMARY KEY ("role", resource)) WITH id = 3afbe79f-2194-31a7-add7-f5ab90d8ec9c
            AND comment = 'permissions granted to db roles' AND gc_grace_seconds = 7776000

        CREATE TABLE system_auth."roles" ("role" text, can_login boolean, is_superuser boolean, member_of set<text>,
            salted_hash text, PRIMARY KEY ("role")) WITH id = 5bc52802-de25-35ed-aeab-188eecebb090
            AND comment = 'role definitions' AND gc_grace_seconds = 7776000

        CREATE KEYSPACE system_distributed WITH replication = {'class': 'SimpleStrategy', 'replication_factor': '3'}

        CREATE TABLE system_distributed.parent_repair_history (parent_id timeuuid, columnfamily_names set<text>,
            exception_message text, exception_stacktrace text, finished_at timestamp, keyspace_name text,
            options map<text, text>, requested_ranges set<text>, started_at timestamp, successful_ranges set<text>,
            PRIMARY KEY (parent_id)) WITH id = deabd734-b99d-3b9c-92e5-fd92eb5abf14 AND comment = 'Repair history'
            AND compaction = {'class': 'TimeWindowCompactionStrategy', 'compaction_window_size': '1', 'compaction_window_unit': 'DAYS'}
            AND default_time_to_live = 2592000

        CREATE TABLE system_distributed.partition_denylist (ks_name text, table_name text, "key" blob,
            PRIMARY KEY ((ks_name, table_name), "key")) WITH id = d6123acc-8649-3496-9d4e-f3fe39a6018b
            AND comment = 'Partition keys which have been denied access'

        CREATE TABLE system_distributed.repair_history (keyspace_name text, columnfamily_name text, id timeuuid,
            coordinator inet, coordinator_port int, exception_message text, exception_stacktrace text,
            finished_at timestamp, parent_id timeuuid, participants set<inet>, participants_v2 set<text>,
            range_begin text, range_end text, started_at timestamp, status text,
            PRIMARY KEY ((keyspace_name, columnfamily_name), id)) WITH id = 759fffad-624b-3181-80ee-fa9a52d1f627
            AND comment = 'Repair history'
            AND compaction = {'class': 'TimeWindowCompactionStrategy', 'compaction_window_size': '1', 'compaction_window_unit': 'DAYS'}
            AND default_time_to_live = 2592000

        CREATE TABLE system_distributed.view_build_status (keyspace_name text, view_name text, host_id uuid,
            status text, PRIMARY KEY ((keyspace_name, view_name), host_id))
            WITH id = 5582b59f-8e4e-35e1-b913-3acada51eb04 AND comment = 'Materialized View build status'

        CREATE KEYSPACE system_traces WITH replication = {'class': 'SimpleStrategy', 'replication_factor': '2'}

        CREATE TABLE system_traces.events (session_id uuid, event_id timeuuid, activity text, source inet,
            source_elapsed int, source_port int, thread text, PRIMARY KEY (session_id, event_id))
            WITH id = 8826e8e9-e16a-3728-8753-3bc1fc713c25 AND comment = 'tracing events' AND gc_grace_seconds = 0

        CREATE TABLE system_traces.sessions (session_id uuid, client inet, command text, coordinator inet,
            coordinator_port int, "duration" int, parameters map<text, text>, request text, started_at timestamp,
            PRIMARY KEY (session_id)) WITH id = c5e99f16-8677-3914-b17e-960613512345
            AND comment = 'tracing sessions' AND gc_grace_seconds = 0
        """
}
