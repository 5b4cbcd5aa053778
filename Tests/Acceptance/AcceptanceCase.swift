import Glibc
public import Testing

/// Something that the tool has to get right on a cluster, whichever kind of node that is made of.
public struct AcceptanceCase: Sendable, CustomTestStringConvertible {
    /// What it shows, as a sentence.
    public let testDescription: String
    /// Whether it ends or pauses nodes, which are to be restored behind it.
    public let disturbsNodes: Bool
    /// Runs it.
    public let run: @Sendable (any NodesUnderTest) async throws -> Void

    init(
        _ description: String, disturbsNodes: Bool = false,
        _ run: @escaping @Sendable (any NodesUnderTest) async throws -> Void
    ) {
        testDescription = description
        self.disturbsNodes = disturbsNodes
        self.run = run
    }

    /// The short ones, for every release.
    public static let smoke = [
        AcceptanceCase("the main job: init, 20 migrations, a failure, its correction, resume, rollback, history") {
            try await MainJob(nodes: $0.addresses).run()
        },
        AcceptanceCase("twenty processes initialise one keyspace at once") {
            try await Races(nodes: $0.addresses).initAtOnce()
        },
        AcceptanceCase("doctor finds what there is to find on healthy nodes") {
            try await Doctors(nodes: $0).healthy()
        },
        AcceptanceCase("doctor names a node that is down", disturbsNodes: true) {
            try await Doctors(nodes: $0).nodeDown()
        },
    ]

    /// The others.
    public static let long = [
        AcceptanceCase("what is marked as applied is not run, and what comes behind it is") {
            try await Baselines(nodes: $0.addresses).run()
        },
        AcceptanceCase("what differs between two keyspaces is found, all of it") {
            try await Schemas(nodes: $0.addresses, hasViews: false).sixDifferences()
        },
        AcceptanceCase("a keyspace becomes the first migration, and is made again by it") {
            try await Schemas(nodes: $0.addresses, hasViews: false).takenOver()
        },
        AcceptanceCase("what goes wrong has its own code and exit") {
            try await Refusals(nodes: $0.addresses).run()
        },
        AcceptanceCase("two runners at once: one waits and finds nothing to do") {
            try await Races(nodes: $0.addresses).twoRunners()
        },
        AcceptanceCase("a runner that is not to wait for the lock is told who holds it") {
            try await Races(nodes: $0.addresses).heldLock()
        },
        AcceptanceCase("a runner whose lock is taken away stops before its next statement") {
            try await Races(nodes: $0.addresses).stolenLock()
        },
        AcceptanceCase("USE goes for the names of its script alone, also where it is gone on with") {
            try await UseStatements(nodes: $0.addresses).run()
        },
        AcceptanceCase("a run goes as far as its target, and nowhere for one that nobody knows") {
            try await Targets(nodes: $0.addresses).run()
        },
        AcceptanceCase("two scripts, two steps back, and the two again: six events") {
            try await Rollbacks(nodes: $0.addresses).backAndForth()
        },
        AcceptanceCase("two keyspaces of one configuration, and one of them that is named") {
            try await SeveralKeyspaces(nodes: $0.addresses).chosen()
        },
        AcceptanceCase("a script that fails in one keyspace, and --keep-going with the next one") {
            try await SeveralKeyspaces(nodes: $0.addresses).keptGoing()
        },
        AcceptanceCase("nobody waits for the schema behind a batch or another change of data") {
            try await DataStatements(nodes: $0.addresses).withoutAgreement()
        },
        AcceptanceCase("the history keeps a failure behind its correction") {
            try await Failures(nodes: $0.addresses).keptInHistory()
        },
        AcceptanceCase("changed, missing and out of order at once: three findings, and a leave for each") {
            try await FileFindings(nodes: $0.addresses).together()
        },
        AcceptanceCase("what is let pass is not run again, and what is pending behind it is run") {
            try await FileFindings(nodes: $0.addresses).allowed()
        },
        AcceptanceCase("byte order marks, Latin-1, comments, and strings without an end") {
            try await FileTexts(nodes: $0.addresses).run()
        },
        AcceptanceCase("SIGINT ends the run after the statement under way") {
            try await Interruptions(nodes: $0.addresses).signal(SIGINT)
        },
        AcceptanceCase("SIGTERM ends the run after the statement under way") {
            try await Interruptions(nodes: $0.addresses).signal(SIGTERM)
        },
        AcceptanceCase("a closed output is exit 9, after the run was finished and recorded") {
            try await Interruptions(nodes: $0.addresses).closedOutput()
        },
        AcceptanceCase("the lock of a dead holder is waited out") {
            try await Interruptions(nodes: $0.addresses).deadHolder()
        },
        AcceptanceCase("one script, one wait for the schema") { try await ScriptMode(nodes: $0).oneAgreement() },
        AcceptanceCase(
            "a node that is down refuses the run, and --allow node-down goes on without it", disturbsNodes: true
        ) { try await Disturbances(nodes: $0).nodeDown() },
        AcceptanceCase(
            "a node that is silent and whose heartbeat stands still counts as down", disturbsNodes: true
        ) { try await Disturbances(nodes: $0).nodePaused() },
        AcceptanceCase("IF NOT EXISTS that finds another definition says so") {
            try await MeasuredTraps(nodes: $0).differentDefinition()
        },
        AcceptanceCase("what has run and was edited is refused with both texts") {
            try await MeasuredTraps(nodes: $0).editedStatement()
        },
        AcceptanceCase(
            "what a killed coordinator alone had is found out", disturbsNodes: true
        ) { try await MeasuredTraps(nodes: $0).killedCoordinator() },
        AcceptanceCase("the clock of the machine is set while the tool runs") {
            try await ClockJumps(nodes: $0.addresses).jumps()
        },
        AcceptanceCase("a process that is stopped for longer than its lock lives sends nothing when it goes on") {
            try await Races(nodes: $0.addresses).stoppedHolder()
        },
        AcceptanceCase(
            "a coordinator that dies takes with it what only it was known to have", disturbsNodes: true
        ) { try await ScriptMode(nodes: $0).lostCoordinator() },
    ]

    /// For four nodes in two data centres, dc1 and dc2, in turn.
    public static let dataCenters = AcceptanceCase("SERIAL goes across data centres, and LOCAL_SERIAL wants a name") {
        try await DataCenters(nodes: $0).serial()
    }

    /// For real nodes: embedded ones share what they hold, disagree where faults tell them to (`outcomes`), and are paused, and
    /// have processes killed, at every point elsewhere (`CampaignTests`, `KillTests`).
    public static let real = [
        AcceptanceCase("no schema agreement is exit 6") { try await Disagreements(nodes: $0).before() },
        AcceptanceCase(
            "a paused coordinator runs its statement when it goes on, and nobody else does", disturbsNodes: true
        ) { try await MeasuredTraps(nodes: $0).pausedCoordinator() },
        AcceptanceCase(
            "a row that a dead runner left on its way to the log comes too late for it", disturbsNodes: true
        ) { try await MeasuredTraps(nodes: $0).lateAppend() },
        AcceptanceCase(
            "a node that is alone in knowing of changes of the schema falls silent", disturbsNodes: true
        ) { try await MeasuredTraps(nodes: $0).silentMetadataNode() },
        AcceptanceCase(
            "a TRUNCATE that takes longer than the lock lives: another runner waits for its end", disturbsNodes: true
        ) { try await LongStatements(nodes: $0).renewedBehindSilence() },
        AcceptanceCase("kill -9 at many moments leaves a known state, and nothing runs twice") {
            try await Races(nodes: $0.addresses).killedRunners(times: 6)
        },
        AcceptanceCase(
            "more copies of the log without a repair, and one of them missing", disturbsNodes: true
        ) { try await MeasuredTraps(nodes: $0).raisedReplication() },
    ]

    /// For three nodes, of which the clock of the second is 20 s ahead.
    public static let clockAhead = AcceptanceCase("a column that was added by a clock that is ahead can be dropped") {
        try await MeasuredTraps(nodes: $0).clockAhead()
    }

    /// For nodes whose network can fall apart.
    public static let partition = AcceptanceCase("whoever is left with a minority of the nodes changes nothing") {
        try await Partition(nodes: try #require($0 as? any DivisibleNodes)).minority()
    }

    /// For a node on which materialized views are switched on.
    public static let views = AcceptanceCase("what differs between two keyspaces is found, a view with it") {
        try await Schemas(nodes: $0.addresses, hasViews: true).sixDifferences()
    }

    /// Statements whose outcome is not plain, where nodes can be told what is to go wrong.
    public static let outcomes = [
        faulty("a lost reply is found out: it had run") { try await $0.withoutAnswer("lose-reply", sent: 1) },
        faulty("a connection that ends behind the statement is found out: it had run") {
            try await $0.withoutAnswer("reset-after", sent: 1)
        },
        faulty("a request that nobody read is sent again") { try await $0.withoutAnswer("drop", sent: 2) },
        faulty("a connection that ends before the statement ran: it is sent again") {
            try await $0.withoutAnswer("reset", sent: 2)
        },
        faulty("an error that says nothing, of a statement that ran") {
            try await $0.withoutAnswer("error server-error applied", sent: 1)
        },
        faulty("an error that says nothing, of a statement that did not run") {
            try await $0.withoutAnswer("error server-error", sent: 2)
        },
        faulty("a late statement is waited for, and not sent elsewhere") { try await $0.pausedForAWhile() },
        faulty("a paused coordinator leaves the question open until it goes on") { try await $0.paused() },
        faulty("a runner that died: its statement ran") { try await $0.deadRunner("lose-reply", sent: 1) },
        faulty("a runner that died: its statement ran late") { try await $0.deadRunner("delay 2s", sent: 1) },
        faulty("a runner that died: its statement did not run") { try await $0.deadRunner("drop", sent: 2) },
        faulty("a statement that is refused because it ran after all") { try await $0.ranAfterAll() },
        faulty("an acknowledged statement that is gone is no success") { try await $0.acknowledgedAndLost() },
        faulty("one of several statements before one agreement is gone") { try await $0.lostOfSeveral() },
        faulty("data is repeated where that is harmless, and asked about where it is not") { try await $0.data() },
        faulty("an index that is not built is told") { try await $0.unbuiltIndex() },
        faulty("no change goes to a node whose clock is behind") { try await $0.clocks() },
        AcceptanceCase("a statement that takes longer than the lock lives: another runner waits for its end") {
            try await LongStatements(nodes: $0).renewed()
        },
        AcceptanceCase("a runner that waits for the lock and loses its coordinator goes on through another") {
            try await LockWaits(nodes: try #require($0 as? any FaultyNodes)).lostCoordinator()
        },
        AcceptanceCase("what was seen of the nodes before a wait for the lock is looked at again behind it") {
            try await LockWaits(nodes: try #require($0 as? any FaultyNodes)).disagreement()
        },
        AcceptanceCase("a node with another schema is named, and nothing is sent") {
            try await Disagreements(nodes: $0).before()
        },
        AcceptanceCase("no agreement behind a statement: the log keeps it, and the next run goes on behind it") {
            try await Disagreements(nodes: $0).afterStatement()
        },
        AcceptanceCase("doctor names a node whose clock is ahead") { try await Doctors(nodes: $0).clockAhead() },
    ]

    /// The same, on nodes of 6.0.
    public static let outcomesOf60 = [
        faulty("a failed commit that was one") { try await $0.failedCommit(applied: false) },
        faulty("a failed commit that was none") { try await $0.failedCommit(applied: true) },
        faulty("a metadata service that does not answer leaves the question open") { try await $0.silentService() },
        faulty("rows of what was dropped that a node has failed to remove") { try await $0.leftRows() },
        faulty("rows that look like the table that is to be made again") { try await $0.leftTwin() },
    ]

    private static func faulty(
        _ description: String, _ run: @escaping @Sendable (Outcomes) async throws -> Void
    ) -> AcceptanceCase {
        AcceptanceCase(description) { nodes in
            try await run(Outcomes(nodes: try #require(nodes as? any FaultyNodes)))
        }
    }

    /// For one node that asks for a password: user `cassandra`, password `cassandra`.
    public static let password = AcceptanceCase(
        "a wrong or missing password is exit 3; the right one runs the main job"
    ) { try await Passwords(nodes: $0.addresses).run() }
}
