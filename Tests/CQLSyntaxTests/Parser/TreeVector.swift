public import CQLSyntax
import Testing

/// A statement and the tree that it must give.
struct TreeVector: CustomTestStringConvertible {
    let text: String
    let tree: StatementTree

    init(_ text: String, _ tree: StatementTree) {
        self.text = text
        self.tree = tree
    }

    var testDescription: String { text }

    /// Reads the text, expects the tree, and expects the same of what is rendered.
    func verify(sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
        let read = try StatementTree(parsing: text)
        #expect(read == tree, sourceLocation: sourceLocation)
        let rendered = read.description
        #expect(try StatementTree(parsing: rendered) == tree, "\(rendered)", sourceLocation: sourceLocation)
    }
}

extension Name: ExpressibleByStringLiteral {
    /// The name as the server knows it.
    public init(stringLiteral text: String) { self.init(text) }
}

extension QualifiedName: ExpressibleByStringLiteral {
    /// A name, or a keyspace and a name with a point between them.
    public init(stringLiteral text: String) {
        let parts = text.split(separator: ".").map(String.init)
        self.init(keyspace: parts.dropLast().first.map { Name($0) }, Name(parts.last ?? ""))
    }
}

extension Term {
    static func integer(_ digits: String) -> Term { .constant(Constant(.integer, digits)) }
    static func string(_ text: String) -> Term { .constant(Constant(.string, text)) }
    static func marker(_ index: Int) -> Term { .bindMarker(BindMarker(index: index)) }
}
