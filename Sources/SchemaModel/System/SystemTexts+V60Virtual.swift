extension SystemTexts {
    /// The virtual keyspaces of a node of 6.0 but that of the metrics.
    static let v60Virtual = """
        CREATE KEYSPACE system_views WITH replication = {'class': 'LocalStrategy'}

        CREATE TABLE system_views.batch_metrics (name text, max bigint, p50th double, p999th double, p99th double,
            PRIMARY KEY (name)) WITH id = 310632c8-5cca-37bd-bf9f-9b73c4ffc4cb
            AND comment = 'Metrics specific to batch statements'

        CREATE TABLE system_views.caches (name text, capacity_bytes bigint, entry_count int, hit_count bigint,
            hit_ratio double, recent_hit_rate_per_second bigint, recent_request_rate_per_second bigint,
            request_count bigint, size_bytes bigint, PRIMARY KEY (name))
            WITH id = c456053d-ded6-3f10-b770-daba90c4dd83 AND comment = 'system caches'

        CREATE TABLE system_views.cidr_filtering_metrics_counts (name text, value bigint, PRIMARY KEY (name))
            WITH id = fe07f650-a9a3-3e3f-b482-687ec808f9bd AND comment = 'Count metrics specific to CIDR filtering'

        CREATE TABLE system_views.cidr_filtering_metrics_latencies (name text, max double, p50th double,
            p95th double, p999th double, p99th double, PRIMARY KEY (name))
            WITH id = 9c046366-df5e-37fa-b4ed-6bcd0834dfd6
            AND comment = 'Latency metrics specific to CIDR filtering'

        CREATE TABLE system_views.clients (address inet, port int, authentication_metadata frozen<map<text, text>>,
            authentication_mode text, client_options frozen<map<text, text>>, connection_stage text,
            driver_name text, driver_version text, hostname text, keyspace_name text, protocol_version int,
            request_count bigint, ssl_cipher_suite text, ssl_enabled boolean, ssl_protocol text, username text,
            PRIMARY KEY (address, port)) WITH id = 89dc73d4-1447-3765-948b-500c7c35a35d
            AND comment = 'currently connected clients'

        CREATE TABLE system_views.cluster_metadata_directory (node_id int, broadcast_address inet,
            broadcast_port int, cassandra_version text, dc text, host_id uuid, local_address inet, local_port int,
            multi_step_operation frozen<map<text, text>>, native_address inet, native_port int, rack text,
            serialization_version int, state text, tokens frozen<list<text>>, PRIMARY KEY (node_id))
            WITH id = ff3adc11-f4ad-3eec-b3c8-dd8ff73ea489 AND comment = 'cluster metadata directory'

        CREATE TABLE system_views.cluster_metadata_log (epoch bigint, entry_id bigint, entry_time timestamp,
            kind text, transformation text, PRIMARY KEY (epoch)) WITH id = d4c63860-6de7-3e37-b14d-37a8490dea88
            AND comment = 'cluster metadata log'

        CREATE TABLE system_views.coordinator_read_latency (keyspace_name text, table_name text, "count" bigint,
            max_ms double, p50th_ms double, p99th_ms double, per_second double,
            PRIMARY KEY ((keyspace_name, table_name))) WITH id = 86b6b059-d735-3549-a969-5a63557a061c

        CREATE TABLE system_views.coordinator_scan_latency (keyspace_name text, table_name text, "count" bigint,
            max_ms double, p50th_ms double, p99th_ms double, per_second double,
            PRIMARY KEY ((keyspace_name, table_name))) WITH id = 71d7cfe3-7986-3d35-aec2-29e70ee5ec6a

        CREATE TABLE system_views.coordinator_write_latency (keyspace_name text, table_name text, "count" bigint,
            max_ms double, p50th_ms double, p99th_ms double, per_second double,
            PRIMARY KEY ((keyspace_name, table_name))) WITH id = 08fe4d63-54c0-3b4d-8323-80f4cd10a764

        CREATE TABLE system_views.cql_metrics (name text, value double, PRIMARY KEY (name))
            WITH id = 6a8821b8-7dca-37ce-8970-a61ebb4e7ca5
            AND comment = 'Metrics specific to CQL prepared statement caching'

        CREATE TABLE system_views.credentials_cache_keys ("role" text, PRIMARY KEY ("role"))
            WITH id = 0ebf8d18-4035-38d6-8a2d-6518e5308cb1 AND comment = 'keys in the credentials cache'

        CREATE TABLE system_views.disk_usage (keyspace_name text, table_name text, mebibytes bigint,
            PRIMARY KEY ((keyspace_name, table_name))) WITH id = 8622af8c-9c2f-3604-bc8f-6df90fff8531

        CREATE TABLE system_views.gossip_info (address inet, port int, dc text, dc_version int, disk_usage text,
            disk_usage_version int, generation int, heartbeat int, host_id text, host_id_version int, hostname text,
            index_status text, index_status_version int, internal_address_and_port text,
            internal_address_and_port_version int, internal_ip text, internal_ip_version int, load text,
            load_version int, native_address_and_port text, native_address_and_port_version int, net_version text,
            net_version_version int, rack text, rack_version int, release_version text, release_version_version int,
            removal_coordinator text, removal_coordinator_version int, rpc_address text, rpc_address_version int,
            rpc_ready text, rpc_ready_version int, "schema" text, schema_version int, severity text,
            severity_version int, sstable_versions text, sstable_versions_version int, status text,
            status_version int, status_with_port text, status_with_port_version int, tokens_version int, x1 text,
            x10 text, x10_version int, x1_version int, x2 text, x2_version int, x3 text, x3_version int, x4 text,
            x4_version int, x5 text, x5_version int, x6 text, x6_version int, x7 text, x7_version int, x8 text,
            x8_version int, x9 text, x9_version int, x_11_padding text, x_11_padding_version int,
            PRIMARY KEY (address, port)) WITH id = 6c8d5ec9-2734-306e-968b-0f03da888309
            AND comment = 'lists the gossip information for the cluster'

        CREATE TABLE system_views.internode_inbound (address inet, port int, dc text, rack text,
            corrupt_frames_recovered bigint, corrupt_frames_unrecovered bigint, error_bytes bigint,
            error_count bigint, expired_bytes bigint, expired_count bigint, processed_bytes bigint,
            processed_count bigint, received_bytes bigint, received_count bigint, scheduled_bytes bigint,
            scheduled_count bigint, throttled_count bigint, throttled_nanos bigint, using_bytes bigint,
            using_reserve_bytes bigint, PRIMARY KEY ((address, port), dc, rack))
            WITH id = fe42678d-af5c-313e-bfe8-4a9e054df25f

        CREATE TABLE system_views.internode_outbound (address inet, port int, dc text, rack text,
            active_connections bigint, connection_attempts bigint, error_bytes bigint, error_count bigint,
            expired_bytes bigint, expired_count bigint, overload_bytes bigint, overload_count bigint,
            pending_bytes bigint, pending_count bigint, sent_bytes bigint, sent_count bigint,
            successful_connection_attempts bigint, using_bytes bigint, using_reserve_bytes bigint,
            PRIMARY KEY ((address, port), dc, rack)) WITH id = 58b632fd-94ed-36fa-9fe4-181db238d413

        CREATE TABLE system_views.jmx_permissions_cache_keys ("role" text, PRIMARY KEY ("role"))
            WITH id = 6a0b1348-06e0-348e-a718-6ff7d48da1fe AND comment = 'keys in the JMX permissions cache'

        CREATE TABLE system_views.local (local text, bootstrapped text, broadcast_address inet, broadcast_port int,
            cluster_name text, cql_version text, datacenter text, gossip_generation int, host_id uuid,
            listen_address inet, listen_port int, native_address inet, native_port int,
            native_protocol_version text, partitioner text, rack text, release_version text, schema_version uuid,
            state text, status text, tokens frozen<set<text>>, PRIMARY KEY (local))
            WITH id = 57956eae-2c78-3c1d-9949-1777691fa65f AND comment = 'Information about local node'

        CREATE TABLE system_views.local_read_latency (keyspace_name text, table_name text, "count" bigint,
            max_ms double, p50th_ms double, p99th_ms double, per_second double,
            PRIMARY KEY ((keyspace_name, table_name))) WITH id = 77903fc8-aa00-34cd-a5f6-0de80edd1955

        CREATE TABLE system_views.local_scan_latency (keyspace_name text, table_name text, "count" bigint,
            max_ms double, p50th_ms double, p99th_ms double, per_second double,
            PRIMARY KEY ((keyspace_name, table_name))) WITH id = 871478a6-dd43-3303-b868-b9e92d39444a

        CREATE TABLE system_views.local_write_latency (keyspace_name text, table_name text, "count" bigint,
            max_ms double, p50th_ms double, p99th_ms double, per_second double,
            PRIMARY KEY ((keyspace_name, table_name))) WITH id = a3c79fba-d827-3f95-8461-ea31db5c321e

        CREATE TABLE system_views.max_partition_size (keyspace_name text, table_name text, mebibytes bigint,
            PRIMARY KEY ((keyspace_name, table_name))) WITH id = de38f0c6-9a95-37fe-8376-24a396e1554a

        CREATE TABLE system_views.max_sstable_duration (keyspace_name text, table_name text,
            max_sstable_duration bigint, PRIMARY KEY ((keyspace_name, table_name)))
            WITH id = f2097f5e-b699-3534-99f5-7e5a30eaa8b5

        CREATE TABLE system_views.max_sstable_size (keyspace_name text, table_name text, mebibytes bigint,
            PRIMARY KEY ((keyspace_name, table_name))) WITH id = b3a4a469-c91b-3120-99fd-9123f0dd3f55

        CREATE TABLE system_views.network_permissions_cache_keys ("role" text, PRIMARY KEY ("role"))
            WITH id = caa4f536-dad5-3e80-af4b-97e6840bbf4a AND comment = 'keys in the network permissions cache'

        CREATE TABLE system_views.partition_key_statistics (keyspace_name text, table_name text, token_value varint,
            "key" text, size_estimate counter, sstables counter,
            PRIMARY KEY ((keyspace_name, table_name), token_value, "key"))
            WITH id = 22ea6ecd-f0b1-3a0c-8c8e-a127dafce0c3

        CREATE TABLE system_views.peers (peer inet, peer_port int, data_center text, host_id uuid,
            native_address inet, native_port int, preferred_ip inet, preferred_port int, rack text,
            release_version text, schema_version uuid, state text, tokens frozen<set<text>>,
            PRIMARY KEY (peer, peer_port)) WITH id = f0224f73-a3de-3b51-b674-c5c0e7bd651e AND comment = 'Peers'

        CREATE TABLE system_views.pending_hints (host_id uuid, address inet, corrupted_files int, dc text,
            files int, newest timestamp, oldest timestamp, port int, rack text, status text,
            total_corrupted_files_size bigint, total_size bigint, PRIMARY KEY (host_id))
            WITH id = 7b0c7a5c-45a3-33bb-99cd-5b11520e95ef
            AND comment = 'Pending hints that this node has for other nodes'

        CREATE TABLE system_views.permissions_cache_keys ("role" text, resource text,
            PRIMARY KEY (("role", resource))) WITH id = f951c92c-5198-31f5-9e02-183b47d400b0
            AND comment = 'keys in the permissions cache'

        CREATE TABLE system_views.purgeable_tombstones_per_read (keyspace_name text, table_name text,
            "count" bigint, max double, p50th double, p99th double, PRIMARY KEY ((keyspace_name, table_name)))
            WITH id = 02b9a935-2d11-3619-8fea-5f02f74f64eb

        CREATE TABLE system_views.queries (thread_id text, queued_micros bigint, running_micros bigint, task text,
            PRIMARY KEY (thread_id)) WITH id = ca10cb3c-2140-3d3b-9d2c-7c723f0af0d2
            AND comment = 'Lists currently running queries'

        CREATE TABLE system_views.repair_jobs (id uuid, completed boolean, duration_millis bigint,
            failure_cause text, keyspace_name text, last_updated_at timestamp, participants frozen<list<text>>,
            ranges frozen<list<text>>, repair_id timeuuid, session_id timeuuid, state_failure_timestamp timestamp,
            state_init_timestamp timestamp, state_skipped_timestamp timestamp,
            state_snapshot_complete_timestamp timestamp, state_snapshot_start_timestamp timestamp,
            state_start_timestamp timestamp, state_stream_start_timestamp timestamp,
            state_success_timestamp timestamp, state_validation_complete_timestamp timestamp,
            state_validation_start_timestamp timestamp, status text, success_message text, table_name text,
            PRIMARY KEY (id)) WITH id = d856b14c-70b6-3e1c-a29d-1ce7f2127b28 AND comment = 'Repair job'

        CREATE TABLE system_views.repair_participates (id timeuuid, completed boolean, duration_millis bigint,
            failure_cause text, global boolean, incremental boolean, initiator text, last_updated_at timestamp,
            preview_kind text, ranges frozen<list<text>>, repaired_at timestamp, state_failure_timestamp timestamp,
            state_init_timestamp timestamp, state_skipped_timestamp timestamp, state_success_timestamp timestamp,
            success_message text, tables frozen<set<text>>, validations frozen<set<uuid>>, PRIMARY KEY (id))
            WITH id = ef04b8ba-fd4a-3fe4-bf83-6ccbfca289ac AND comment = 'Repair participate summary'

        CREATE TABLE system_views.repair_sessions (id timeuuid, completed boolean, duration_millis bigint,
            failure_cause text, jobs frozen<set<uuid>>, keyspace_name text, last_updated_at timestamp,
            participants frozen<list<text>>, ranges frozen<list<text>>, repair_id timeuuid,
            state_failure_timestamp timestamp, state_init_timestamp timestamp, state_jobs_start_timestamp timestamp,
            state_skipped_timestamp timestamp, state_start_timestamp timestamp, state_success_timestamp timestamp,
            status text, success_message text, table_names frozen<list<text>>, PRIMARY KEY (id))
            WITH id = 9a74b1b1-0369-346b-95e8-08409a1110b0 AND comment = 'Repair session'

        CREATE TABLE system_views.repair_validations (id uuid, bytes_read bigint, completed boolean,
            duration_millis bigint, estimated_partitions bigint, estimated_total_bytes bigint, failure_cause text,
            initiator text, keyspace_name text, last_updated_at timestamp, partitions_processed bigint,
            progress_percentage float, ranges frozen<list<text>>, repair_id timeuuid, session_id timeuuid,
            state_accept_timestamp timestamp, state_failure_timestamp timestamp, state_init_timestamp timestamp,
            state_sending_trees_timestamp timestamp, state_skipped_timestamp timestamp,
            state_start_timestamp timestamp, state_success_timestamp timestamp, status text, success_message text,
            table_name text, PRIMARY KEY (id)) WITH id = f844505f-0cca-30ad-9426-b6cb6d634235
            AND comment = 'Repair validation'

        CREATE TABLE system_views.repairs (id timeuuid, command_id int, completed boolean, duration_millis bigint,
            failure_cause text, keyspace_name text, last_updated_at timestamp,
            options_column_families frozen<set<text>>, options_data_centers frozen<set<text>>,
            options_force_repair boolean, options_hosts frozen<set<text>>,
            options_ignore_unreplicated_keyspaces boolean, options_incremental boolean, options_job_threads int,
            options_optimise_streams boolean, options_parallelism text, options_preview_kind text,
            options_primary_range boolean, options_pull_repair boolean, options_ranges frozen<set<text>>,
            options_subrange_repair boolean, options_trace boolean, participants frozen<list<text>>,
            ranges frozen<list<frozen<list<text>>>>, sessions frozen<set<timeuuid>>,
            state_failure_timestamp timestamp, state_init_timestamp timestamp,
            state_prepare_complete_timestamp timestamp, state_prepare_start_timestamp timestamp,
            state_repair_complete_timestamp timestamp, state_repair_start_timestamp timestamp,
            state_setup_timestamp timestamp, state_skipped_timestamp timestamp, state_start_timestamp timestamp,
            state_success_timestamp timestamp, status text, success_message text, table_names frozen<list<text>>,
            "type" text, unfiltered_ranges frozen<list<frozen<list<text>>>>, PRIMARY KEY (id))
            WITH id = 36459791-890b-3415-bd07-0df15e868e5a AND comment = 'Repair summary'

        CREATE TABLE system_views.roles_cache_keys ("role" text, PRIMARY KEY ("role"))
            WITH id = 98f349e9-0e71-3ab1-9c99-a0524ee6ecd8 AND comment = 'keys in the roles cache'

        CREATE TABLE system_views.rows_per_read (keyspace_name text, table_name text, "count" bigint, max double,
            p50th double, p99th double, PRIMARY KEY ((keyspace_name, table_name)))
            WITH id = a4d00f60-2eef-35e1-b6cf-958986ae7559

        CREATE TABLE system_views.rows_per_write (keyspace_name text, table_name text, "count" bigint, max double,
            p50th double, p99th double, PRIMARY KEY ((keyspace_name, table_name)))
            WITH id = 14c169c0-6fae-34bd-a519-9a1b718fe713

        CREATE TABLE system_views.sai_column_indexes (keyspace_name text, index_name text, analyzer text,
            column_name text, is_building boolean, is_queryable boolean, is_string boolean, table_name text,
            PRIMARY KEY (keyspace_name, index_name)) WITH id = 18739376-df4d-3084-90a6-2f9ae6e74935
            AND comment = 'Storage-attached column index metadata'

        CREATE TABLE system_views.sai_sstable_index_segments (keyspace_name text, index_name text,
            sstable_name text, segment_row_id_offset bigint, cell_count bigint, column_name text,
            component_metadata frozen<map<text, frozen<map<text, text>>>>, end_token text,
            max_sstable_row_id bigint, max_term text, min_sstable_row_id bigint, min_term text, start_token text,
            table_name text, PRIMARY KEY (keyspace_name, index_name, sstable_name, segment_row_id_offset))
            WITH id = cf6f23c6-332c-3260-b590-97b245538702 AND comment = 'SSTable index segment metadata'

        CREATE TABLE system_views.sai_sstable_indexes (keyspace_name text, index_name text, sstable_name text,
            cell_count bigint, column_name text, end_token text, format_version text, max_row_id bigint,
            min_row_id bigint, per_column_disk_size bigint, per_table_disk_size bigint, start_token text,
            table_name text, PRIMARY KEY (keyspace_name, index_name, sstable_name))
            WITH id = 286e51de-ce12-3747-9955-b9760774f82c AND comment = 'SSTable index metadata'

        CREATE TABLE system_views.schema_comments (object_type text, keyspace_name text, table_name text,
            column_name text, udt_name text, field_name text, comment text,
            PRIMARY KEY ((object_type, keyspace_name), table_name, column_name, udt_name, field_name))
            WITH id = 7712acf0-3b4e-39f4-a874-6529a105463f

        CREATE TABLE system_views.schema_security_labels (object_type text, keyspace_name text, table_name text,
            column_name text, udt_name text, field_name text, security_label text,
            PRIMARY KEY ((object_type, keyspace_name), table_name, column_name, udt_name, field_name))
            WITH id = 3c76ca33-63aa-3b47-9b5b-c97d76e1a26c

        CREATE TABLE system_views.settings (name text, value text, PRIMARY KEY (name))
            WITH id = 5adfcadb-4407-3c1f-b97e-322735089073 AND comment = 'current settings'

        CREATE TABLE system_views.slow_queries (keyspace_name text, table_name text, "timestamp" timestamp,
            query text, avg_ms bigint, cross_node boolean, max_ms bigint, min_ms bigint, times_reported int,
            PRIMARY KEY (keyspace_name, table_name, "timestamp", query))
            WITH id = 696f6b52-a9cd-3ce5-80e8-2f204f9c89a3 AND comment = 'Slow queries'

        CREATE TABLE system_views.snapshots (name text, keyspace_name text, table_name text, created_at timestamp,
            ephemeral boolean, expires_at timestamp, size_on_disk bigint, true_size bigint,
            PRIMARY KEY (name, keyspace_name, table_name)) WITH id = a9db71c6-05c7-3045-a6a0-f7d2bd112978
            AND comment = 'available snapshots'

        CREATE TABLE system_views.sstable_tasks (keyspace_name text, table_name text, task_id timeuuid,
            completion_ratio double, kind text, progress bigint, sstables int, target_directory text, total bigint,
            total_compressed bigint, unit text, PRIMARY KEY (keyspace_name, table_name, task_id))
            WITH id = af0d66c3-9b39-3d91-acd7-31a4e117f571 AND comment = 'current sstable tasks'

        CREATE TABLE system_views.streaming (id timeuuid, bytes_received bigint, bytes_sent bigint,
            bytes_to_receive bigint, bytes_to_send bigint, duration_millis bigint, failure_cause text,
            files_received bigint, files_sent bigint, files_to_receive bigint, files_to_send bigint,
            follower boolean, last_updated_at timestamp, operation text, peers frozen<list<text>>,
            progress_percentage float, status text, status_failure_timestamp timestamp,
            status_init_timestamp timestamp, status_start_timestamp timestamp, status_success_timestamp timestamp,
            success_message text, PRIMARY KEY (id)) WITH id = d5f37e09-3f11-3f10-894a-59f6378b5d5a

        CREATE TABLE system_views.system_logs ("timestamp" timestamp, order_in_millisecond int, "level" text,
            logger text, message text, PRIMARY KEY ("timestamp", order_in_millisecond))
            WITH id = 95df5040-98b5-3cdd-907f-17bd96651f58 AND comment = 'Cassandra logs'

        CREATE TABLE system_views.system_properties (name text, value text, PRIMARY KEY (name))
            WITH id = f3e4b9bf-ad78-34a2-98ff-bfde82880573 AND comment = 'Cassandra relevant system properties'

        CREATE TABLE system_views.thread_pools (name text, active_tasks int, active_tasks_limit int,
            blocked_tasks bigint, blocked_tasks_all_time bigint, completed_tasks bigint, core_pool_size int,
            max_pool_size int, max_tasks_queued int, pending_tasks int, PRIMARY KEY (name))
            WITH id = ae33fd8e-8d5a-3736-9c04-31c62e86f089 AND comment = 'Thread pool metrics for all thread pools'

        CREATE TABLE system_views.tombstones_per_read (keyspace_name text, table_name text, "count" bigint,
            max double, p50th double, p99th double, PRIMARY KEY ((keyspace_name, table_name)))
            WITH id = 232a8f1b-a759-32f8-810c-35f36e87f50c

        CREATE TABLE system_views.uncaught_exceptions (exception_class text, exception_location text, "count" int,
            last_message text, last_occurrence timestamp, last_stacktrace frozen<list<text>>,
            PRIMARY KEY (exception_class, exception_location)) WITH id = 026f3c93-9cc1-3b50-a990-f756ab186bcd
            AND comment = 'View into uncaught exceptions'

        CREATE KEYSPACE system_virtual_schema WITH replication = {'class': 'LocalStrategy'}

        CREATE TABLE system_virtual_schema.columns (keyspace_name text, table_name text, column_name text,
            clustering_order text, column_name_bytes blob, kind text, position int, "type" text,
            PRIMARY KEY (keyspace_name, table_name, column_name)) WITH id = d30576e9-02a9-3735-8daf-ab45e4980183
            AND comment = 'virtual column definitions'

        CREATE TABLE system_virtual_schema.keyspaces (keyspace_name text, PRIMARY KEY (keyspace_name))
            WITH id = 8943287a-b42b-3f26-a2b2-31a1a8cb2a9a AND comment = 'virtual keyspace definitions'

        CREATE TABLE system_virtual_schema.tables (keyspace_name text, table_name text, comment text,
            PRIMARY KEY (keyspace_name, table_name)) WITH id = de8b2957-3de1-3570-8793-6dcbce2e5d6e
            AND comment = 'virtual table definitions'
        """
}
