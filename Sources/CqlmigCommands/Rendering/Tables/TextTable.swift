/// Rows in columns, aligned by spaces.
struct TextTable {
    /// A column.
    struct Column {
        let title: String
        let alignment: Alignment

        init(_ title: String, _ alignment: Alignment = .left) {
            self.title = title
            self.alignment = alignment
        }
    }

    /// At which edge of a column its texts stand.
    enum Alignment {
        case left
        case right
    }

    /// A text in a column.
    struct Cell: ExpressibleByStringInterpolation {
        let text: String
        let role: Style.Role?

        init(_ text: String?, _ role: Style.Role? = nil) {
            self.text = SafeText.line(text ?? "")
            self.role = role
        }

        init(stringLiteral value: String) { self.init(value) }
    }

    /// What stands between two columns.
    private static let gap = "  "
    /// A last column is not cut shorter than this.
    private static let leastLastColumn = 16

    private let columns: [Column]
    private var rows: [[Cell]] = []

    init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row; it has as many cells as there are columns.
    mutating func add(_ cells: [Cell]) { rows.append(cells) }

    /// The table with its headings, every line with its line break; empty when there is no row.
    ///
    /// On a terminal that is too narrow the texts of the last column are cut.
    func text(on page: Page, indent: Int = 0) -> String {
        guard !rows.isEmpty else { return "" }
        var widths = columns.indices.map { index in
            rows.reduce(DisplayWidth.of(columns[index].title)) { width, row in
                index < row.count ? max(width, DisplayWidth.of(row[index].text)) : width
            }
        }
        if let available = page.columns, let last = widths.indices.last {
            let others = indent + widths.dropLast().reduce(0) { $0 + $1 + Self.gap.count }
            widths[last] = min(widths[last], max(Self.leastLastColumn, available - others))
        }
        var text = line(columns.map { Cell($0.title, .heading) }, widths, page.style, indent)
        for row in rows { text += line(row, widths, page.style, indent) }
        return text
    }

    private func line(_ cells: [Cell], _ widths: [Int], _ style: Style, _ indent: Int) -> String {
        var line = String(repeating: " ", count: indent)
        var spaces = 0
        for (index, cell) in cells.enumerated() where index < widths.count {
            let shown = Self.cut(cell.text, to: widths[index])
            let padding = widths[index] - DisplayWidth.of(shown)
            let isRight = columns[index].alignment == .right
            spaces += isRight ? padding : 0
            if !shown.isEmpty {
                line += String(repeating: " ", count: spaces) + style.paint(shown, cell.role)
                spaces = 0
            }
            // Spaces are kept back until something follows: no line ends in them.
            spaces += Self.gap.count + (isRight ? 0 : padding)
        }
        return line + "\n"
    }

    private static func cut(_ text: String, to columns: Int) -> String {
        guard DisplayWidth.of(text) > columns else { return text }
        return DisplayWidth.prefix(of: text, columns: columns - 3) + "..."
    }
}
