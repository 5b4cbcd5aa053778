extension LintRule {
    /// Every rule, in groups.
    ///
    /// Of the rules that explain one refusal the first that fits speaks, so the general ones come last.
    public static let all: [LintRule] = [
        files, names, undo, guards, loss, session, keyspaces, tables, indexes, functions, data, platforms, refusals,
    ].flatMap(\.self)

    /// A rule by its id.
    public static func named(_ id: String) -> LintRule? { all.first { $0.id == id } }

    private static let files: [LintRule] = [
        badFilename, mixedNames, duplicateVersion, duplicateDescription, duplicateUndo, orphanUndo, twoUndos,
        noStatements, encoding, hiddenCharacters, unterminatedLiteral, downMarker, unknownDirective, cqlshCommand,
        missingFinalSemicolon, trailingComment, manyDdl, alterRun, unusedIgnore, ignoreWithoutReason,
    ]

    private static let names: [LintRule] = [quotedMixedCase, nameTooLong]

    private static let undo: [LintRule] = [
        noRollback, emptyRollback, rollbackOrder, rollbackIncomplete, rollbackLosesData, irreversibleUnmarked,
    ]

    private static let guards: [LintRule] = [dropNoIfExists, createNoIfNotExists, addMissingGuard]

    private static let loss: [LintRule] = [
        dropTable, dropKeyspace, columnDrop, columnDropUnstaged, truncate, dropType, dropView, dropIndex,
        recreateSameName, readdSameType, ifNotExistsMasks,
    ]

    private static let session: [LintRule] = [useStatement, foreignKeyspace, plaintextPassword]

    private static let keyspaces: [LintRule] = [
        keyspaceDdl, replicationChange, simpleStrategy, rf1, rfEven, unknownDC, durableWritesOff,
    ]

    private static let tables: [LintRule] = [
        lowCardinalityPartition, unboundedPartition, listColumn, bigCollection, gcGraceLow, ttlChange, twcsMisuse,
        compactStorage, compactionChange, compressionChange, removedOption, deprecatedOption, constraintNewWritesOnly,
    ]

    private static let indexes: [LintRule] = [secondaryIndex, sasi, materializedView, indexBuildLoad]

    private static let functions: [LintRule] = [udfDisabled, trigger, removedFunction, deprecatedFunction]

    private static let data: [LintRule] = [
        allowFiltering, nonIdempotentDml, lwtResultIgnored, usingTimestamp, loggedBatchMultiPartition, ddlThenDml,
        seedRows,
    ]

    private static let platforms: [LintRule] = [unsupportedOnTarget, limits]

    private static let refusals: [LintRule] = [
        typeChange, pkAlter, addConstraint, udtDropField, ddlInBatch, nestedBatch, reservedIdentifier, syntax,
        alreadyExists, dropPkColumn, renameRegular, renameIndexed, dropIndexedColumn, dropColumnWithView,
        dropNonfrozenUdtColumn, readdDroppedColumn, dropInUse, udtInPartitionKey, nestedUnfrozen, staticNoClustering,
        counterTtl, unknownObject, counterMix, indexTarget, clusteringOrder, refused,
    ]
}
