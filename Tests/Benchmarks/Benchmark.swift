import CQLClient
import FoundationEssentials

/// Measures the binary beside the least that could do the same work: ratios in one run on one machine.
struct Benchmark {
    let binary: String
    let contactPoints: [String]
    let rounds: Int
    let tables: Int
    let logRows: Int

    private var tool: MeasuredTool { MeasuredTool(binary: binary) }

    /// - Parameter arguments: `BINARY CONTACT_POINTS [ROUNDS [TABLES [LOG_ROWS]]]`.
    init(arguments: [String]) throws {
        guard arguments.count >= 2 else {
            throw MeasuredTool.Failure(
                "usage: cqlmig-bench BINARY CONTACT_POINT,… [ROUNDS [TABLES [LOG_ROWS]]]")
        }
        binary = arguments[0]
        contactPoints = arguments[1].split(separator: ",").map(String.init)
        rounds = arguments.count > 2 ? Int(arguments[2]) ?? 5 : 5
        tables = arguments.count > 3 ? Int(arguments[3]) ?? 20 : 20
        logRows = arguments.count > 4 ? Int(arguments[4]) ?? 10_000 : 10_000
    }

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "cqlmig-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await start(folder)
        try await migrate(folder)
        try await LongLog(tool: tool, contactPoints: contactPoints).run(rows: logRows, in: folder)
    }

    // MARK: What needs no server

    private func start(_ folder: URL) async throws {
        let size = try FileManager.default.attributesOfItem(atPath: binary)[.size] as? Int ?? 0
        print("binary                       \(MeasuredTool.megabytes(size)) MB")
        for arguments in [["--version"], ["--help"], ["migrate", "--no-such-option"]] {
            var times: [Duration] = []
            for _ in 0..<30 { times.append(try ChildProcess.measure(binary, arguments).elapsed) }
            print(Self.row(arguments.joined(separator: " "), times))
        }
    }

    // MARK: On the cluster

    private func migrate(_ folder: URL) async throws {
        var direct: [Duration] = []
        var migrate: [Duration] = []
        var script: [Duration] = []
        var idle: [Duration] = []
        var connect: [Duration] = []
        let run = UUID().uuidString.prefix(8).lowercased()
        for round in 1...rounds {
            let loop = DirectLoop(contactPoints: contactPoints, keyspace: "direct_\(run)_\(round)")
            try await loop.prepare()
            // In turn, so that a slow minute of the machine falls on both.
            if round.isMultiple(of: 2) { direct.append(try await loop.create(tables)) }
            let each = try project(folder, "each_\(run)_\(round)", files: tables, statements: 1)
            migrate.append(try timed(["migrate"], each))
            if !round.isMultiple(of: 2) { direct.append(try await loop.create(tables)) }
            let one = try project(folder, "one_\(run)_\(round)", files: 1, statements: tables)
            script.append(try timed(["migrate", "--agreement", "script"], one))
            for _ in 0..<5 {
                idle.append(try timed(["migrate"], each))
                connect.append(try await loop.connect())
            }
            let times = [direct, migrate, script].map { "\($0[round - 1])" }.joined(separator: ", ")
            print("round \(round): direct, migrate, script: \(times)")
        }
        print(Self.row("direct loop, \(tables) x CREATE TABLE", direct))
        print(Self.row("migrate, \(tables) files", migrate))
        print(Self.row("migrate, one file, mode script", script))
        print(Self.row("migrate, nothing to do", idle))
        print(Self.row("connecting alone", connect))
        print("ratio migrate / direct loop        \(Self.ratio(migrate, direct))   (budget 1.1)")
        print("ratio mode script / direct loop    \(Self.ratio(script, direct))   (budget 0.75)")
        print("ratio nothing to do / connecting   \(Self.ratio(idle, connect))")
    }

    /// A folder of migrations with its configuration, initialised.
    private func project(_ folder: URL, _ keyspace: String, files: Int, statements: Int) throws -> String {
        let project = folder.appending(path: keyspace)
        let scripts = project.appending(path: "migrations")
        try FileManager.default.createDirectory(at: scripts, withIntermediateDirectories: true)
        let configuration = """
            cassandra: { contact_points: [\(contactPoints.joined(separator: ", "))] }
            keyspace: { name: \(keyspace), replication: { class: SimpleStrategy, replication_factor: 3 } }
            """
        try Data(configuration.utf8).write(to: project.appending(path: "cqlmig.yml"))
        for file in 1...files {
            let cql = (1...statements).map { DirectLoop.statement(file * 1000 + $0, "") + ";\n" }.joined()
            try Data(cql.utf8).write(to: scripts.appending(path: "V\(file)__tables.cql"))
        }
        _ = try timed(["init"], project.path())
        return project.path()
    }

    private func timed(_ arguments: [String], _ folder: String) throws -> Duration {
        try tool.run(arguments, project: folder).elapsed
    }

    // MARK: Numbers

    private static func median(_ times: [Duration]) -> Duration { times.sorted()[times.count / 2] }

    private static func ratio(_ one: [Duration], _ other: [Duration]) -> String {
        MeasuredTool.fixed(median(one) / median(other))
    }

    private static func row(_ name: String, _ times: [Duration]) -> String {
        let sorted = times.sorted().map { MeasuredTool.fixed($0 / .milliseconds(1)) }
        return name.padding(toLength: 36) + "median \(sorted[sorted.count / 2]) ms"
            + "   (\(sorted[0]) to \(sorted[sorted.count - 1]), \(sorted.count) runs)"
    }
}

extension String {
    fileprivate func padding(toLength length: Int) -> String {
        self + String(repeating: " ", count: max(1, length - count))
    }
}
