/// What text is written on: how wide it is, and whether it shows colours.
struct Page: Equatable, Sendable {
    /// A file or a pipe.
    static let plain = Page(style: .plain, columns: nil)

    let style: Style
    /// The columns of the terminal; nil where there is none, and lines may be of any length.
    let columns: Int?
}
