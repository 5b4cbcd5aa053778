import Configuration
import Testing

@testable import CqlmigCommands

@Suite struct ColorDecisionTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let choice: ColorChoice
        let environment: [String: String]
        let isTerminal: Bool
        let expected: Bool
        var testDescription: String { "\(choice) \(environment) \(isTerminal)" }
    }

    static let cases = [
        Case(choice: .auto, environment: [:], isTerminal: true, expected: true),
        Case(choice: .auto, environment: [:], isTerminal: false, expected: false),
        Case(choice: .auto, environment: ["TERM": "dumb"], isTerminal: true, expected: false),
        Case(choice: .auto, environment: ["NO_COLOR": "1"], isTerminal: true, expected: false),
        Case(choice: .auto, environment: ["NO_COLOR": ""], isTerminal: true, expected: true),
        Case(choice: .auto, environment: ["CLICOLOR_FORCE": "1"], isTerminal: false, expected: true),
        Case(choice: .auto, environment: ["CLICOLOR_FORCE": "0"], isTerminal: false, expected: false),
        Case(choice: .auto, environment: ["CLICOLOR_FORCE": "1", "TERM": "dumb"], isTerminal: true, expected: true),
        Case(choice: .auto, environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], isTerminal: true, expected: false),
        Case(choice: .always, environment: ["NO_COLOR": "1"], isTerminal: false, expected: true),
        Case(choice: .never, environment: ["CLICOLOR_FORCE": "1"], isTerminal: true, expected: false),
    ]

    @Test("what was asked for counts, then the variables, then the stream", arguments: cases)
    func decision(_ wanted: Case) {
        let decision = ColorDecision(choice: wanted.choice, environment: wanted.environment)
        #expect(decision.isColored(isTerminal: wanted.isTerminal) == wanted.expected)
    }
}
