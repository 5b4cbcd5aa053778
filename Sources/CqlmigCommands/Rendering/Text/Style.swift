/// Colours by what a text is for; the text says the same without them.
struct Style: Equatable, Sendable {
    /// What a piece of text is for.
    enum Role: Sendable {
        case error
        case warning
        case note
        case place
        case heading
        case good
        case faint

        /// The parameters of SGR (ECMA-48 8.3.117).
        fileprivate var parameters: String {
            switch self {
            case .error: "1;31"
            case .warning: "1;33"
            case .note: "36"
            case .place: "34"
            case .heading: "1"
            case .good: "32"
            case .faint: "2"
            }
        }
    }

    /// Text without colours.
    static let plain = Style(isColored: false)

    let isColored: Bool

    /// The text in the colour of its role.
    func paint(_ text: String, _ role: Role?) -> String {
        guard isColored, let role, !text.isEmpty else { return text }
        return "\u{1B}[\(role.parameters)m\(text)\u{1B}[0m"
    }
}
