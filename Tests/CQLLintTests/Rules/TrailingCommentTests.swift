import Testing

@testable import CQLLint

@Suite struct TrailingCommentTests {
    @Test("a comment at the end of a file without a line end")
    func found() {
        expectFindings(of: .trailingComment, in: "USE a; «-- the end»")
        expectFindings(of: .trailingComment, in: "USE a; «// the end»")
    }

    @Test("a line end ends it, and a block needs none")
    func silent() {
        expectFindings(of: .trailingComment, in: "USE a; -- the end\n")
        expectFindings(of: .trailingComment, in: "USE a; /* the end */")
    }
}
