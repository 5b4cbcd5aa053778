/// The program's name and release.
enum Tool {
    static let name = "cqlmig"
    static let version = "0.1.0"
    /// Where the page of each rule of the linter is: a URN, since the pages come with the program's sources and no place
    /// in the web is theirs yet.
    static let rulePages = "urn:cqlmig:Docs/rules/"
}
