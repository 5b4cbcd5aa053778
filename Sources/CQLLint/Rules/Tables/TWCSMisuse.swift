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
        check: .replay { replay in
            let properties = replay.tree.tableProperties
            guard !properties.isEmpty, let property = properties.option("compaction"),
                property.className == "TimeWindowCompactionStrategy"
            else { return [] }
            let unit: Int
            switch property.entry("compaction_window_unit")?.value.text.uppercased() ?? "DAYS" {
            case "MINUTES": unit = 60
            case "HOURS": unit = 3600
            default: unit = 86_400
            }
            let size = property.entry("compaction_window_size").flatMap { Int($0.value.text) } ?? 1
            let life: Int
            if let given = properties.option("default_time_to_live") {
                life = given.integer ?? 0
            } else if case .alterTable(let alter) = replay.tree, let table = replay.table(alter.name) {
                life = Int(table.options.defaultTimeToLive)
            } else {
                life = 0
            }
            guard life > 0 else {
                return [Remark(property.range, "The table has no default time to live: no window is ever dropped.")]
            }
            let (window, isTooLong) = size.multipliedReportingOverflow(by: unit)
            guard !isTooLong, window > 0, life / window > 50 else { return [] }
            return [
                Remark(
                    property.range,
                    "There are \(life / window) windows until a row expires, and about fifty are the most that is advised."
                )
            ]
        }
    )
}
