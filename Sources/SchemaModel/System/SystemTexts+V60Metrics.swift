extension SystemTexts {
    /// The virtual keyspace of the metrics of a node of 6.0.
    static let v60Metrics = """
        CREATE KEYSPACE system_metrics WITH replication = {'class': 'LocalStrategy'}

        CREATE TABLE system_metrics.accord_cache_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = 9658dca9-241f-3409-9724-015a1b52ce34
            AND comment = 'All metrics for "AccordCache" metric group'

        CREATE TABLE system_metrics.accord_coordinator_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = f7a105a9-a902-3d0b-93d0-597881eafd27
            AND comment = 'All metrics for "AccordCoordinator" metric group'

        CREATE TABLE system_metrics.accord_executor_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = 5215c877-6a1e-3ec2-b1f0-85e8b73f3f5a
            AND comment = 'All metrics for "AccordExecutor" metric group'

        CREATE TABLE system_metrics.accord_replica_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = deb826b7-5f5e-3fb7-aa61-a20235ae15f9
            AND comment = 'All metrics for "AccordReplica" metric group'

        CREATE TABLE system_metrics.accord_system_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = 3752a8e6-8166-3ad7-a6ff-de5a4bab0ec5
            AND comment = 'All metrics for "AccordSystem" metric group'

        CREATE TABLE system_metrics.all_groups (group_name text, virtual_table text, PRIMARY KEY (group_name))
            WITH id = bcfa1b10-932f-33dd-adbd-b5097ca039fe AND comment = 'All metric group names'

        CREATE TABLE system_metrics.autorepair_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = 0d17fd15-ccc3-395d-9f77-807b048cd0aa
            AND comment = 'All metrics for "autorepair" metric group'

        CREATE TABLE system_metrics.batch_group (name text, scope text, "type" text, value text, PRIMARY KEY (name))
            WITH id = 095aeee5-1a8c-3797-b8a2-c1d8031c1737 AND comment = 'All metrics for "Batch" metric group'

        CREATE TABLE system_metrics.buffer_pool_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = 391eab94-f1b5-39d1-882b-c0d6f71bc02b
            AND comment = 'All metrics for "BufferPool" metric group'

        CREATE TABLE system_metrics.cache_group (name text, scope text, "type" text, value text, PRIMARY KEY (name))
            WITH id = 12f024dc-bad1-3a17-ac91-74890397520c AND comment = 'All metrics for "Cache" metric group'

        CREATE TABLE system_metrics.chunk_cache_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = 6a4a59a2-948f-35cc-bb05-5fac330e7cee
            AND comment = 'All metrics for "ChunkCache" metric group'

        CREATE TABLE system_metrics.cidr_authorizer_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = 03090f38-5e29-3946-ab0e-264f6a61211c
            AND comment = 'All metrics for "CIDRAuthorizer" metric group'

        CREATE TABLE system_metrics.client_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = fb407758-fac0-344f-808a-9c2ab0fc702e
            AND comment = 'All metrics for "Client" metric group'

        CREATE TABLE system_metrics.client_message_size_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = c655a7ac-566b-3e43-b36e-5a35149e9791
            AND comment = 'All metrics for "ClientMessageSize" metric group'

        CREATE TABLE system_metrics.client_request_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = a3a771a8-0b81-31ea-ad2a-586c00c7b4b0
            AND comment = 'All metrics for "ClientRequest" metric group'

        CREATE TABLE system_metrics.client_request_size_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = c8a59c44-f2a6-3805-80f6-8889b8ce33c6
            AND comment = 'All metrics for "ClientRequestSize" metric group'

        CREATE TABLE system_metrics.column_family_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = d83a0159-f0d5-36bf-a3d2-f9cf9fb7b980
            AND comment = 'All metrics for "ColumnFamily" metric group'

        CREATE TABLE system_metrics.commit_log_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = f1b0fa8a-b53c-3dc1-adb5-d9cfad1c4c9d
            AND comment = 'All metrics for "CommitLog" metric group'

        CREATE TABLE system_metrics.compaction_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = c578d593-6ae7-38f4-88f7-3807e76b26c1
            AND comment = 'All metrics for "Compaction" metric group'

        CREATE TABLE system_metrics.connection_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = 5225bb5e-9a88-35ae-a169-967ed817d3d5
            AND comment = 'All metrics for "Connection" metric group'

        CREATE TABLE system_metrics.cql_group (name text, scope text, "type" text, value text, PRIMARY KEY (name))
            WITH id = b98be6f5-2228-31a5-8e7f-b98c88eec738 AND comment = 'All metrics for "CQL" metric group'

        CREATE TABLE system_metrics.dropped_message_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = a0770f80-3e31-382b-afc2-691f8f0dad64
            AND comment = 'All metrics for "DroppedMessage" metric group'

        CREATE TABLE system_metrics.hints_service_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = 23df3398-2a66-3759-abf4-7b870dc0864a
            AND comment = 'All metrics for "HintsService" metric group'

        CREATE TABLE system_metrics.index_column_family_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = edbb37c0-a9fe-3191-b3f5-f6191455d5f4
            AND comment = 'All metrics for "IndexColumnFamily" metric group'

        CREATE TABLE system_metrics.index_group (name text, scope text, "type" text, value text, PRIMARY KEY (name))
            WITH id = 9f73b778-1c92-32a1-bcba-5f6f29164696 AND comment = 'All metrics for "Index" metric group'

        CREATE TABLE system_metrics.index_table_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = b866ce3a-ee77-3a07-9fa9-b57bcf2bd7a1
            AND comment = 'All metrics for "IndexTable" metric group'

        CREATE TABLE system_metrics.internode_inbound_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = d54c0e7a-3e14-323d-af58-6b9276cfa91a
            AND comment = 'All metrics for "InternodeInbound" metric group'

        CREATE TABLE system_metrics.journal_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = 72db70c4-b7f6-3240-87cb-584ff3103973
            AND comment = 'All metrics for "Journal" metric group'

        CREATE TABLE system_metrics.keyspace_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = 42ddfef1-8af5-38c9-8e2c-80ff66808c9b
            AND comment = 'All metrics for "keyspace" metric group'

        CREATE TABLE system_metrics.memtable_pool_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = 1a2d4ad9-59d6-3519-99cd-e72435c96f3d
            AND comment = 'All metrics for "MemtablePool" metric group'

        CREATE TABLE system_metrics.messaging_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = 384f0b0d-5252-38ae-ad64-b9cce9e832af
            AND comment = 'All metrics for "Messaging" metric group'

        CREATE TABLE system_metrics.mutual_tls_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = 3a24528a-bf96-31e9-9a5f-fa81393fe43c
            AND comment = 'All metrics for "MutualTls" metric group'

        CREATE TABLE system_metrics.paxos_group (name text, scope text, "type" text, value text, PRIMARY KEY (name))
            WITH id = 237725f9-cc95-35d1-bc6e-f1d0ef311b11 AND comment = 'All metrics for "Paxos" metric group'

        CREATE TABLE system_metrics.read_repair_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = a6f51ffa-4c50-314a-9008-61990898cc63
            AND comment = 'All metrics for "ReadRepair" metric group'

        CREATE TABLE system_metrics.repair_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = 26be6b61-8439-34fa-a939-bece57953a18
            AND comment = 'All metrics for "Repair" metric group'

        CREATE TABLE system_metrics.route_index_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = 96066a0c-e83d-361e-b6ed-48f065a0f611
            AND comment = 'All metrics for "RouteIndex" metric group'

        CREATE TABLE system_metrics.storage_attached_index_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = 36fa7d88-e1fb-35f3-821c-dc91f0743886
            AND comment = 'All metrics for "StorageAttachedIndex" metric group'

        CREATE TABLE system_metrics.storage_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = 719c703d-d606-3840-b95a-2d1b58b86d72
            AND comment = 'All metrics for "Storage" metric group'

        CREATE TABLE system_metrics.storage_proxy_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = 90241af7-c784-3548-ac50-3fa2ad3faff8
            AND comment = 'All metrics for "StorageProxy" metric group'

        CREATE TABLE system_metrics.streaming_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = 21dc243a-f7fb-3c50-a1f3-646e7f000c26
            AND comment = 'All metrics for "Streaming" metric group'

        CREATE TABLE system_metrics.table_group (name text, scope text, "type" text, value text, PRIMARY KEY (name))
            WITH id = af4a96bf-f2c8-39fc-9569-b4cea9d2eabb AND comment = 'All metrics for "Table" metric group'

        CREATE TABLE system_metrics.tcm_group (name text, scope text, "type" text, value text, PRIMARY KEY (name))
            WITH id = c24e31d4-0292-304b-878a-47078223af3b AND comment = 'All metrics for "TCM" metric group'

        CREATE TABLE system_metrics.thread_pools_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = 819e7e0c-2911-3c3e-ba5b-d48c227ece40
            AND comment = 'All metrics for "ThreadPools" metric group'

        CREATE TABLE system_metrics.trie_memtable_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = 5201addc-a575-30d3-ad96-20e726a1a40e
            AND comment = 'All metrics for "TrieMemtable" metric group'

        CREATE TABLE system_metrics.type_counter (name text, scope text, value bigint, PRIMARY KEY (name))
            WITH id = a5399aa8-d217-33a5-abce-96bdcedccdf5 AND comment = 'All metrics with type "Counter"'

        CREATE TABLE system_metrics.type_gauge (name text, scope text, value text, PRIMARY KEY (name))
            WITH id = 21e799e1-b89b-3f7e-a838-e4b882636299 AND comment = 'All metrics with type "Gauge"'

        CREATE TABLE system_metrics.type_histogram (name text, max bigint, mean double, min bigint, p75th double,
            p95th double, p98th double, p999th double, p99th double, scope text, PRIMARY KEY (name))
            WITH id = d6e98418-2caf-3d54-9256-b7d2adc7259e AND comment = 'All metrics with type "Histogram"'

        CREATE TABLE system_metrics.type_meter (name text, "count" bigint, fifteen_minute_rate double,
            five_minute_rate double, mean_rate double, one_minute_rate double, scope text, PRIMARY KEY (name))
            WITH id = 30b3e057-671d-3f9f-9116-698f390ce0a1 AND comment = 'All metrics with type "Meter"'

        CREATE TABLE system_metrics.type_timer (name text, "count" bigint, fifteen_minute_rate double,
            five_minute_rate double, max double, mean double, mean_rate double, min double, one_minute_rate double,
            p75th double, p95th double, p98th double, p999th double, p99th double, scope text, PRIMARY KEY (name))
            WITH id = bb157905-ecfb-3613-8cc9-591b1a8e1673 AND comment = 'All metrics with type "Timer"'

        CREATE TABLE system_metrics.unweighted_cache_group (name text, scope text, "type" text, value text,
            PRIMARY KEY (name)) WITH id = 276eea3e-6809-3680-b147-07eb00f90a0e
            AND comment = 'All metrics for "UnweightedCache" metric group'
        """
}
