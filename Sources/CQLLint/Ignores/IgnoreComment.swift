/// A comment `-- cqlmig:ignore RULE -- reason` or `-- cqlmig:ignore-file RULE -- reason`, or what was meant to be one.
struct IgnoreComment: Hashable, Sendable {
    /// What a comment silences.
    enum Scope: Hashable, Sendable {
        /// What is found in the next statement, these bytes; in front of the first statement also what is found of the
        /// file as a whole.
        case statement(Range<Int>, isFirst: Bool)
        /// The whole file.
        case file
        /// Nothing, as no statement follows.
        case nothing
        /// Nothing, as the word is none that is known.
        case unknownWord(String)
    }

    /// The comment.
    let range: Range<Int>
    /// The ids that it names, as written.
    let rules: [String]
    /// Why; empty where nothing is said.
    let reason: String
    /// What it silences.
    let scope: Scope

    /// Whether it silences a finding of its file that begins at an offset; nil for one of the file as a whole.
    func covers(_ offset: Int?) -> Bool {
        switch scope {
        case .file: true
        // What is missing at the end of a statement is found behind its last byte.
        case .statement(let range, let isFirst):
            offset.map { range.lowerBound <= $0 && $0 <= range.upperBound } ?? isFirst
        case .nothing, .unknownWord: false
        }
    }
}
