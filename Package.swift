// swift-tools-version: 6.2
import PackageDescription

// The parts and the arrows between them are those of Docs/architecture.md; `make check` compares every `import` line
// with the dependencies declared here.

/// With STATIC_C set (`make build`) the C libraries are taken from the archives in a folder that the linker is told of:
/// pkg-config would put the folder of the shared libraries in front of it.
let linksStatically = Context.environment["STATIC_C"] != nil

func cLibrary(_ name: String, pkgConfig: String, apt: String) -> Target {
    .systemLibrary(
        name: name,
        pkgConfig: linksStatically ? nil : pkgConfig,
        providers: [.apt([apt])]
    )
}

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

/// With FAST_TESTS set (`make test`) the parts are optimised in a debug build too, so that tests which compute much end
/// soon; the tests themselves are not, and are compiled quickly. A flag of this kind would keep others from depending
/// on the package, so it is set there alone.
let optimisesParts = Context.environment["FAST_TESTS"] != nil

func part(_ name: String, _ dependencies: [String] = []) -> Target {
    var settings = settings
    if optimisesParts { settings.append(.unsafeFlags(["-O"], .when(configuration: .debug))) }
    // The binary is built for size, but for what looks at every statement of every script.
    if linksStatically, !["CQLSyntax", "MigrationScripts", "CQLLint"].contains(name) {
        settings.append(.unsafeFlags(["-Osize"], .when(configuration: .release)))
    }
    return .target(name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: settings)
}

func tests(of name: String, _ more: [String] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: ([name] + more).map { .byName(name: $0) },
        exclude: exclude,
        swiftSettings: settings
    )
}

let package = Package(
    name: "cqlmig",
    products: [
        .executable(name: "cqlmig", targets: ["cqlmig"]),
        .library(name: "MigrationEngine", targets: ["MigrationEngine"]),
    ],
    targets: [
        // The command line
        .executableTarget(name: "cqlmig", dependencies: ["CqlmigCommands", "CMalloc"], swiftSettings: settings),
        part(
            "CqlmigCommands",
            [
                "MigrationEngine", "MigrationScripts", "MigrationLog", "CQLLint", "SchemaModel", "CQLClient", "CQLNode",
                "CQLSyntax", "Configuration", "ArgumentParsing", "EventLoop",
            ]
        ),
        part("ArgumentParsing"),
        part("Configuration", ["CYAML"]),

        // Migrations
        part(
            "MigrationEngine",
            ["MigrationScripts", "MigrationLog", "LiveSchema", "SchemaModel", "CQLClient", "CQLSyntax"]
        ),
        part("MigrationLog", ["CQLClient"]),
        part("LiveSchema", ["CQLClient", "SchemaModel", "CQLSyntax"]),
        part("CQLLint", ["MigrationScripts", "SchemaModel", "CQLSyntax"]),
        part("MigrationScripts", ["CQLSyntax", "Digest"]),

        // The embedded node
        part("CQLNode", ["CQLWire", "CQLSyntax", "SchemaModel", "EventLoop"]),

        // The cluster and the language
        part("CQLClient", ["CQLWire", "EventLoop"]),
        part("CQLWire"),
        part("CQLSyntax"),
        part("SchemaModel", ["CQLSyntax"]),

        // The system
        part("EventLoop", ["CUV"]),
        part("Digest", ["COpenSSL"]),
        // What Glibc leaves out of the C library.
        .systemLibrary(name: "CMalloc"),
        cLibrary("CUV", pkgConfig: "libuv", apt: "libuv1-dev"),
        cLibrary("COpenSSL", pkgConfig: "openssl", apt: "libssl-dev"),
        cLibrary("CYAML", pkgConfig: "yaml-0.1", apt: "libyaml-dev"),

        // What tests need
        .target(
            name: "ScriptedServer",
            dependencies: ["CQLWire", "EventLoop"],
            path: "Tests/ScriptedServer",
            swiftSettings: settings
        ),
        .target(
            name: "Simulation",
            dependencies: ["EventLoop"],
            path: "Tests/Simulation",
            swiftSettings: settings
        ),
        .testTarget(
            name: "SimulationTests",
            dependencies: ["Simulation", "CQLClient", "CQLNode", "EventLoop"],
            swiftSettings: settings
        ),
        .target(
            name: "Faults",
            dependencies: [
                "LogStories", "Simulation", "CQLClient", "CQLNode", "CQLSyntax", "CQLWire", "EventLoop",
                "MigrationEngine", "MigrationLog", "MigrationScripts",
            ],
            path: "Tests/Faults/Parts",
            swiftSettings: settings
        ),
        .testTarget(
            name: "FaultsTests",
            dependencies: [
                "Faults", "CQLClient", "CQLNode", "MigrationEngine", "MigrationLog", "MigrationScripts", "Simulation",
            ],
            swiftSettings: settings
        ),
        .target(
            name: "LogStories",
            dependencies: ["CQLClient", "MigrationLog"],
            path: "Tests/LogStories",
            swiftSettings: settings
        ),
        .target(
            name: "FuzzBodies",
            dependencies: ["CQLNode", "CQLSyntax", "CQLWire"],
            path: "Tests/Fuzz/Bodies",
            swiftSettings: settings
        ),
        .target(
            name: "Acceptance",
            dependencies: ["CQLClient", "CQLWire", "LogStories", "MigrationLog", "SeededRandom", "TestProcesses"],
            path: "Tests/Acceptance",
            swiftSettings: settings
        ),
        .target(
            name: "Conformance",
            dependencies: ["CQLWire"],
            path: "Tests/Conformance",
            exclude: ["Files"],
            swiftSettings: settings
        ),
        .target(
            name: "RandomSchemas",
            dependencies: ["CQLSyntax", "SchemaModel", "SeededRandom"],
            path: "Tests/RandomSchemas",
            swiftSettings: settings
        ),
        .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: settings),
        .target(
            name: "TestProcesses",
            dependencies: ["EventLoop"],
            path: "Tests/TestProcesses",
            swiftSettings: settings
        ),

        // Tests without a server
        tests(of: "ArgumentParsing"),
        tests(of: "Configuration"),
        .testTarget(
            name: "CQLSyntaxTests",
            dependencies: ["CQLSyntax"],
            exclude: ["Golden", "Corpus"],
            swiftSettings: settings
        ),
        tests(of: "CQLWire", ["SeededRandom"]),
        tests(of: "CQLClient", ["CQLWire", "EventLoop", "ScriptedServer", "Simulation"]),
        tests(of: "Digest"),
        .testTarget(
            name: "CQLNodeTests",
            dependencies: ["CQLNode", "CQLClient", "CQLWire", "CQLSyntax", "SchemaModel", "EventLoop"],
            exclude: ["Recorded"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "SchemaModelTests",
            dependencies: ["SchemaModel", "CQLSyntax", "RandomSchemas"],
            exclude: ["Recorded"],
            swiftSettings: settings
        ),
        tests(of: "LiveSchema", ["CQLClient", "CQLNode", "CQLSyntax", "EventLoop", "SchemaModel"]),
        tests(of: "EventLoop"),
        tests(of: "TestProcesses"),
        .testTarget(
            name: "EmbeddedTests",
            dependencies: [
                "Acceptance", "Conformance", "CQLNode", "CQLSyntax", "CQLWire", "EventLoop", "Faults", "SchemaModel",
                "TestProcesses",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "FuzzTests",
            dependencies: ["FuzzBodies"],
            path: "Tests/Fuzz/Replay",
            swiftSettings: settings
        ),
        tests(
            of: "CQLLint", ["MigrationScripts", "SchemaModel", "CQLSyntax"],
            exclude: ["Verdicts/claims.tsv", "Verdicts/record.py"]),
        tests(of: "MigrationScripts", ["CQLSyntax", "SeededRandom"]),
        tests(of: "MigrationLog", ["CQLClient", "EventLoop", "LogStories", "ScriptedServer"]),
        tests(
            of: "MigrationEngine",
            ["MigrationScripts", "MigrationLog", "LiveSchema", "SchemaModel", "CQLClient", "CQLSyntax", "LogStories"]),
        .testTarget(
            name: "CqlmigCommandsTests",
            dependencies: [
                "CqlmigCommands", "MigrationEngine", "MigrationScripts", "MigrationLog", "SchemaModel", "CQLClient",
                "CQLSyntax", "Configuration", "ArgumentParsing", "TestProcesses",
            ],
            exclude: ["Transcripts"],
            swiftSettings: settings
        ),
    ]
)

// Tests against real servers: only where `make test-cassandra` says which.
if Context.environment["CASSANDRA_HOMES"] != nil {
    package.targets.append(
        .testTarget(
            name: "CassandraTests",
            dependencies: [
                "Acceptance", "CQLClient", "CQLSyntax", "CQLWire", "Conformance", "EventLoop", "LiveSchema",
                "RandomSchemas", "SchemaModel", "SeededRandom", "TestProcesses",
            ],
            swiftSettings: settings
        )
    )
}

// `make bench` only.
if Context.environment["BENCH"] != nil {
    package.targets.append(
        .executableTarget(
            name: "cqlmig-bench",
            dependencies: ["CQLClient"],
            path: "Tests/Benchmarks",
            swiftSettings: settings
        )
    )
}

// `make faults` only.
if Context.environment["FAULTS"] != nil {
    package.targets.append(
        .executableTarget(
            name: "cqlmig-faults",
            dependencies: ["Faults", "CQLClient", "CQLNode", "CQLSyntax", "MigrationEngine", "MigrationLog"],
            path: "Tests/Faults/Command",
            swiftSettings: settings
        )
    )
}

// `make fuzz` only: they need libFuzzer.
if Context.environment["FUZZ"] != nil {
    for name in ["Lexer", "Frames", "Node"] {
        package.targets.append(
            .executableTarget(
                name: "Fuzz\(name)",
                dependencies: ["FuzzBodies"],
                path: "Tests/Fuzz/\(name)",
                swiftSettings: settings
            )
        )
    }
}
