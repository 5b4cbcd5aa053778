/// The program's name and release.
enum Tool {
    static let name = "cqlmig"
    static let version = "0.1.0"
}
