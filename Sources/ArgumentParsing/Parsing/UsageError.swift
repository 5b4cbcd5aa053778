/// The command line cannot be understood; the program exits with 2.
public struct UsageError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, for programs; the raw value stands in JSON output.
    public enum Code: String, Sendable, CaseIterable {
        /// There is no command of that name.
        case unknownCommand = "unknown-command"
        /// No command has such an option.
        case unknownOption = "unknown-option"
        /// The option exists, but not for this command.
        case optionOfAnotherCommand = "option-of-another-command"
        /// In front of the command it cannot be told whether the option takes a value.
        case optionBeforeCommand = "option-before-command"
        /// The option needs a value and has none.
        case missingValue = "missing-value"
        /// The option takes no value and was given one.
        case unexpectedValue = "unexpected-value"
        /// An item of a list is empty.
        case emptyItem = "empty-item"
        /// An option that takes one value was given twice.
        case repeatedOption = "repeated-option"
        /// The value is none of the choices.
        case invalidChoice = "invalid-choice"
        /// The value has the wrong form; for the checks of the commands.
        case invalidValue = "invalid-value"
        /// Two options exclude each other.
        case exclusiveOptions = "exclusive-options"
        /// An argument is missing.
        case missingArgument = "missing-argument"
        /// There are more arguments than the command takes.
        case unexpectedArgument = "unexpected-argument"
    }

    /// What is wrong, for programs.
    public var code: Code
    /// What is wrong, as a sentence for people.
    public var message: String
    /// What to do about it.
    public var hint: String?

    /// Makes an error.
    public init(_ code: Code, _ message: String, hint: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    /// The sentence for people, with the hint.
    public var description: String {
        hint.map { "\(message) (\($0))" } ?? message
    }
}
