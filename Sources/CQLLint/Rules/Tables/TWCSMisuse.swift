import CQLSyntax
import SchemaModel

extension LintRule {
    /// `twcs-misuse`
    static let twcsMisuse = LintRule(
        "twcs-misuse", .warning,
        "TimeWindowCompactionStrategy is used for rows that do not expire, or with too many windows.",
        explanation: """
            The strategy drops a window as a whole when everything in it has expired. Without a default time to live \
            nothing ever does, and each window stays as a file that every read may have to look into; some fifty of \
            them are the most that its documentation advises.
            """,
        recipe: """
            Set `default_time_to_live`, and a window of about one thirtieth of it; for rows without an end use \
            another strategy.
            """,
        example: """
            CREATE TABLE IF NOT EXISTS events (id uuid PRIMARY KEY)
            WITH compaction = {'class': 'TimeWindowCompactionStrategy'};
            """,
        check: .statement(.createTable) { statement in
            guard case .createTable(let create) = statement.tree, !create.properties.isEmpty else { return [] }
            return windows(create.properties, life: 0)
        },
        .replay { replay in
            guard case .alterTable(let alter) = replay.tree, case .properties(let properties) = alter.change,
                let table = replay.table(alter.name)
            else { return [] }
            return windows(properties, life: Int(table.options.defaultTimeToLive))
        }
    )

    /// What is to be said of the windows; the life of a row is that of the table unless the options say another one.
    private static func windows(_ properties: [Property], life: Int) -> [Remark] {
        guard let property = properties.option("compaction"), property.className == "TimeWindowCompactionStrategy"
        else { return [] }
        let life = properties.option("default_time_to_live")?.integer ?? life
        guard life > 0 else {
            return [Remark(property.range, "The table has no default time to live: no window is ever dropped.")]
        }
        let unit =
            switch property.entry("compaction_window_unit")?.value.text.uppercased() {
            case "MINUTES": 60
            case "HOURS": 3600
            default: 86_400
            }
        let size = property.entry("compaction_window_size").flatMap { Int($0.value.text) } ?? 1
        let (window, isTooLong) = size.multipliedReportingOverflow(by: unit)
        guard !isTooLong, window > 0, life / window > 50 else { return [] }
        let message =
            "There are \(life / window) windows until a row expires, and about fifty are the most that is advised."
        return [Remark(property.range, message)]
    }
}
