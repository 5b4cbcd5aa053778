/// The position that Cassandra's parser puts in front of its messages: `line 1:23 no viable alternative at input`.
struct ServerPosition: Equatable {
    /// The line within the statement, from 1.
    let line: Int
    /// The characters before it on the line.
    let column: Int

    init?(in message: String) {
        guard message.hasPrefix("line ") else { return nil }
        let numbers = message.dropFirst(5).prefix { $0 != " " }.split(separator: ":")
        guard numbers.count == 2, let line = Int(numbers[0]), let column = Int(numbers[1]) else { return nil }
        self.line = line
        self.column = column
    }
}
