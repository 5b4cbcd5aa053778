import CQLSyntax

extension LintRule {
    /// `deprecated-option`
    static let deprecatedOption = LintRule(
        "deprecated-option", .warning,
        "A table gets an option that a later release does not have.",
        explanation: "The release that was asked for takes it; a cluster that is upgraded refuses the same script.",
        recipe: "Leave it out, or write what took its place.",
        check: .statement([.alterTable, .createTable]) { statement in
            guard let release = statement.release, release < .v50 else { return [] }
            let properties = statement.tree.tableProperties
            guard !properties.isEmpty else { return [] }
            var remarks: [Remark] = []
            if release < .v40 {
                for property in properties
                where ["read_repair_chance", "dclocal_read_repair_chance"].contains(property.name.text) {
                    remarks.append(Remark(property.range, "4.0 and later refuse the option `\(property.name)`."))
                }
            }
            if let property = properties.option("compaction"), property.className == "DateTieredCompactionStrategy" {
                remarks.append(
                    Remark(
                        property.range, "5.0 and later have no DateTieredCompactionStrategy.",
                        hint: "Use TimeWindowCompactionStrategy."))
            }
            if let property = properties.option("compression") {
                for (old, new) in oldCompression {
                    guard let entry = property.entry(old) else { continue }
                    remarks.append(
                        Remark(
                            entry.key.span.range.lowerBound..<entry.value.span.range.upperBound,
                            "5.0 and later do not know `\(old)` in `compression`.", hint: "Write `\(new)`."))
                }
            }
            return remarks
        }
    )

    private static let oldCompression = [
        ("sstable_compression", "class"), ("chunk_length_kb", "chunk_length_in_kb"),
        ("crc_check_chance", "crc_check_chance = \u{2026} as an option of the table"),
    ]
}
