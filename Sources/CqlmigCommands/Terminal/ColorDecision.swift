import Configuration

/// Whether a stream gets colours.
struct ColorDecision {
    let choice: ColorChoice
    let environment: [String: String]

    /// What was asked for; else what the usual variables say (no-color.org, bixense.com/clicolors); else whether the
    /// stream is a terminal that can show colours.
    func isColored(isTerminal: Bool) -> Bool {
        switch choice {
        case .always: return true
        case .never: return false
        case .auto: break
        }
        if let value = environment["NO_COLOR"], !value.isEmpty { return false }
        if let value = environment["CLICOLOR_FORCE"], !value.isEmpty, value != "0" { return true }
        return isTerminal && environment["TERM"] != "dumb"
    }
}
