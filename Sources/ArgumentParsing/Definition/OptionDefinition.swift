/// One option of the command line: its spellings, whether it takes a value, and what the help says about it.
public struct OptionDefinition: Sendable, Equatable {
    /// How often an option may be given, and what follows it.
    public enum Kind: Sendable, Equatable {
        /// Given or not; takes no value. Giving it twice says the same as once.
        case flag
        /// A flag that is counted: `-v`, `-vv`, `-v -v`.
        case count
        /// Exactly one value; giving the option twice is an error.
        case value
        /// Values separated by commas; the option may be repeated, and the values of all occurrences are joined.
        case list
        /// One value per occurrence, commas and all; the option may be repeated.
        case repeated
    }

    /// The long name without its dashes, for example `contact-points`.
    public var name: String
    /// The letter of the short spelling, for example `k` for `-k`.
    public var short: Character?
    /// How often it may be given, and what follows it.
    public var kind: Kind
    /// What stands for the value in the help, for example `PATH`; empty for flags and for options with choices.
    public var placeholder: String
    /// The values that are allowed, in the order in which the help names them; empty when every text is.
    public var choices: [String]
    /// The heading under which the help lists the option, for example `Connection`.
    public var section: String
    /// What the option does, in one or two sentences without a final stop.
    public var help: String
    /// What holds when the option is not given, as the help shows it; nil when there is nothing to say.
    public var defaultText: String?

    /// Defines an option; the factory methods read better in a table.
    public init(
        name: String,
        short: Character? = nil,
        kind: Kind,
        placeholder: String = "",
        choices: [String] = [],
        section: String,
        help: String,
        defaultText: String? = nil
    ) {
        self.name = name
        self.short = short
        self.kind = kind
        self.placeholder = placeholder
        self.choices = choices
        self.section = section
        self.help = help
        self.defaultText = defaultText
    }

    /// An option that is given or not.
    public static func flag(_ name: String, short: Character? = nil, section: String, _ help: String) -> Self {
        Self(name: name, short: short, kind: .flag, section: section, help: help)
    }

    /// A flag whose occurrences are counted.
    public static func count(_ name: String, short: Character? = nil, section: String, _ help: String) -> Self {
        Self(name: name, short: short, kind: .count, section: section, help: help)
    }

    /// An option with exactly one value.
    public static func value(
        _ name: String,
        short: Character? = nil,
        _ placeholder: String,
        section: String,
        _ help: String,
        defaultText: String? = nil
    ) -> Self {
        Self(
            name: name,
            short: short,
            kind: .value,
            placeholder: placeholder,
            section: section,
            help: help,
            defaultText: defaultText
        )
    }

    /// An option with exactly one value out of `choices`.
    public static func choice(
        _ name: String,
        short: Character? = nil,
        of choices: [String],
        section: String,
        _ help: String,
        defaultText: String? = nil
    ) -> Self {
        Self(
            name: name,
            short: short,
            kind: .value,
            choices: choices,
            section: section,
            help: help,
            defaultText: defaultText
        )
    }

    /// An option whose values are separated by commas or by repeating it.
    public static func list(
        _ name: String,
        short: Character? = nil,
        _ placeholder: String = "",
        of choices: [String] = [],
        section: String,
        _ help: String,
        defaultText: String? = nil
    ) -> Self {
        Self(
            name: name,
            short: short,
            kind: .list,
            placeholder: placeholder,
            choices: choices,
            section: section,
            help: help,
            defaultText: defaultText
        )
    }

    /// The long spelling: `--name`.
    public var spelling: String { "--\(name)" }

    /// Whether a value must follow.
    var takesValue: Bool {
        switch kind {
        case .flag, .count: false
        case .value, .list, .repeated: true
        }
    }

    /// What the help writes for the value: the placeholder, or the choices.
    var valueText: String {
        placeholder.isEmpty ? choices.joined(separator: kind == .list ? "," : "|") : placeholder
    }
}
