extension LintRule {
    /// Every rule, in groups.
    ///
    /// Of the rules that explain one refusal the first that fits speaks, so the general ones come last.
    public static let all: [LintRule] = [files, undo, guards, loss, session, refusals].flatMap(\.self)

    /// A rule by its id.
    public static func named(_ id: String) -> LintRule? { all.first { $0.id == id } }

    private static let files: [LintRule] = [
        badFilename, mixedNames, duplicateVersion, duplicateDescription, duplicateUndo, orphanUndo, twoUndos,
        noStatements, encoding, downMarker, unknownDirective, cqlshCommand, missingFinalSemicolon, unusedIgnore,
        ignoreWithoutReason,
    ]

    private static let undo: [LintRule] = [noRollback, emptyRollback, rollbackIncomplete]

    private static let guards: [LintRule] = [dropNoIfExists, createNoIfNotExists]

    private static let loss: [LintRule] = [columnDrop, truncate]

    private static let session: [LintRule] = [useStatement]

    private static let refusals: [LintRule] = [
        typeChange, pkAlter, syntax, alreadyExists, dropPkColumn, renameRegular, dropIndexedColumn,
        dropNonfrozenUdtColumn, readdDroppedColumn, dropInUse, nestedUnfrozen, staticNoClustering, unknownObject,
        counterMix, indexTarget, clusteringOrder, refused,
    ]
}
