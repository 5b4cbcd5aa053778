/// A YAML file as a tree of values.
struct YAMLDocument: Sendable, Equatable {
    /// How many bytes a file may have; libyaml needs time in the square of the length for some texts.
    static let byteLimit = 1 << 20

    /// The value; nil when the file is empty.
    var root: YAMLNode?
    /// What is wrong without keeping the rest from being read, in the order of the file.
    var problems: [YAMLError]

    /// Reads a file: one document in UTF-8, with a byte order mark or without.
    ///
    /// - Throws: the first error that keeps the rest from being read.
    init(_ file: [UInt8]) throws(YAMLError) {
        let bytes = file.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(file.dropFirst(3)) : file
        guard bytes.count <= Self.byteLimit else {
            throw YAMLError(.yamlLimit, "the file has more than \(Self.byteLimit) bytes", at: .start)
        }
        if let mark = YAMLText.firstInvalidPlace(in: bytes) {
            throw YAMLError(.yamlEncoding, "the file is not UTF-8", at: mark, hint: "save it as UTF-8")
        }
        let events = try YAMLEventReader.events(
            of: bytes,
            limit: 4 * YAMLComposer.nodeLimit,
            depthLimit: YAMLComposer.depthLimit
        )
        var composer = YAMLComposer(events)
        root = try composer.document()
        problems = composer.problems
    }
}
