/// A command line that was understood: the command, its arguments and its options.
///
/// The accessors answer for every name: an option that was not given, or that the command does not have, is off, nil,
/// empty or zero.
public struct ParsedCommandLine: Sendable, Equatable {
    /// The occurrences of one option.
    struct Given: Sendable, Equatable {
        var spelling: String
        var count: Int
        var values: [String]
    }

    /// The command.
    public let command: CommandDefinition
    /// All arguments that are known by their place, in order.
    public let arguments: [String]
    let given: [String: Given]
    let argumentsByName: [String: [String]]

    /// Whether the option was given at all.
    public func isGiven(_ name: String) -> Bool { given[name] != nil }

    /// Whether the flag was given.
    public func flag(_ name: String) -> Bool { isGiven(name) }

    /// How often the option was given.
    public func count(_ name: String) -> Int { given[name]?.count ?? 0 }

    /// The value of an option that takes one; nil when it was not given.
    public func string(_ name: String) -> String? { given[name]?.values.last }

    /// The values of a list or of a repeated option, in order.
    public func strings(_ name: String) -> [String] { given[name]?.values ?? [] }

    /// How the option was written the first time, for messages: `-k` or `--keyspace`.
    public func spelling(of name: String) -> String? { given[name]?.spelling }

    /// The argument of that name; nil when it was left out.
    public func argument(_ name: String) -> String? { argumentsByName[name]?.first }

    /// The arguments of a repeated positional.
    public func arguments(_ name: String) -> [String] { argumentsByName[name] ?? [] }
}
