import ArgumentParsing
import CQLSyntax
import Configuration
import FoundationEssentials
import MigrationEngine
import MigrationScripts
import Testing

/// `Docs/errors.md` names every code.
@Suite struct ErrorDocumentationTests {
    private static let page: String = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let bytes = FileManager.default.contents(atPath: root.appending(path: "Docs/errors.md").path())
        return String(decoding: bytes ?? Data(), as: UTF8.self)
    }()

    private static let ofSyntax: [Diagnostic.Code] = [
        .encoding, .unterminatedString, .unterminatedQuotedName, .unterminatedDollarString, .unterminatedComment,
        .unterminatedPlaceholder, .unexpectedCharacter, .hiddenCharacter, .malformedNumber, .malformedUUID,
        .unterminatedBatch,
        .unterminatedTransaction, .missingSemicolon, .unknownStatement, .cqlshCommand, .downMarker,
        .misplacedDirective,
    ]

    @Test(
        "the page of errors names the code",
        arguments: MigrationError.Code.allCases.map(\.rawValue) + UsageError.Code.allCases.map(\.rawValue)
            + ConfigurationProblem.Code.allCases.map(\.rawValue) + Diagnostic.Code.ofScripts.map(\.rawValue)
            + ofSyntax.map(\.rawValue))
    func isNamed(code: String) {
        #expect(Self.page.contains("`\(code)`"))
    }
}
