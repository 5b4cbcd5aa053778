/// What it means to change an option of a table.
enum OptionRisk {
    /// Why no statement sets an option; nil for all others.
    static func cannotBeSet(_ name: String) -> String? {
        switch name {
        case "extensions": "no statement sets the extensions of a table: programs write them into system_schema"
        case "transactional_migration_from": "the servers alone set transactional_migration_from, as they migrate"
        default: nil
        }
    }

    /// What may go wrong; nil where nothing does.
    static func reason(_ name: String, from old: TableOptions, to new: TableOptions) -> String? {
        switch name {
        case "compaction": "every node compacts the table anew, which takes disk space and time"
        case "default_time_to_live":
            new.defaultTimeToLive > 0
                ? "rows written from now on disappear after \(new.defaultTimeToLive) s; older ones keep what they have"
                : "rows written from now on stay; older ones keep what they have"
        case "gc_grace_seconds":
            new.gcGraceSeconds < old.gcGraceSeconds
                ? "what was deleted comes back unless every node is repaired within \(new.gcGraceSeconds) s" : nil
        case "cdc": new.cdc ? "a node refuses writes when nothing consumes the change log and its space is full" : nil
        case "memtable": "every node must have a memtable of that name in its configuration"
        case "read_repair":
            new.readRepair == "NONE" ? "two quorum reads one after the other may go back in time" : nil
        case "transactional_mode": "the table migrates to another way of writing, which takes repairs"
        default: nil
        }
    }
}
