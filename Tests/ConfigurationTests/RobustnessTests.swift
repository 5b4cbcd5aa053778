import Configuration
import Testing

@Suite struct RobustnessTests {
    private static let samples = [
        """
        # sample
        cassandra:
          contact_points: [10.0.0.1, "[::1]:9042"]
          auth: &auth { username: "${USER:-m}", password: '${file:pw}' }
          consistency: local_quorum
        keyspaces:
          - a
          - {name: b, replication: {class: SimpleStrategy, replication_factor: 1}}
        lock: {ttl: 60s, wait: 0}
        profiles:
          prod: &p
            cassandra: {contact_points: [c1, c2], auth: *auth}
            keyspace: {name: p, durable_writes: false}
          dev:
            <<: *p
            migrations: |
              folder
        """,
        "%YAML 1.1\n--- !!map\n? keyspace\n: \"\\u00e4\\x41\\\n  b\"\nmigrations: >-\n  a\n  b\n...\n",
        "\u{FEFF}{keyspace: a, lock: {ttl: 1m}, agreement: {mode: script, timeout: 5}}\r\n",
    ]

    private func read(_ bytes: [UInt8]) {
        var project = Project(environment: ["USER": "u"], more: ["/project/pw": "x"])
        project.files.files["/project/cqlmig.yml"] = bytes
        for flags in [[], ["--profile=prod"], ["--profile=dev", "--keyspace=b"]] {
            do {
                _ = try project.loader.load(flags: Project.given(flags))
            } catch {
                #expect(!error.problems.isEmpty)
                #expect(error.problems.allSatisfy { ($0.line ?? 1) > 0 && ($0.column ?? 1) > 0 })
            }
        }
        _ = try? project.loader.profiles(flags: [])
    }

    @Test("every beginning of a file is understood or refused", arguments: samples)
    func prefixes(_ sample: String) {
        let bytes = Array(sample.utf8)
        for count in 0...bytes.count { read(Array(bytes.prefix(count))) }
    }

    @Test("a file with changed bytes is understood or refused", arguments: samples)
    func mutations(_ sample: String) {
        let bytes = Array(sample.utf8)
        let replacements: [UInt8] = Array("{}[]&*!|>'\"%@`#:-?,\t\n $~<a0".utf8) + [0x00, 0x7F, 0x80, 0xC3, 0xFF]
        var state: UInt64 = 7
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<400 {
            var mutant = bytes
            for _ in 0...random(3) {
                switch random(3) {
                case 0: mutant[random(mutant.count)] = replacements[random(replacements.count)]
                case 1: mutant.insert(replacements[random(replacements.count)], at: random(mutant.count))
                default: mutant.remove(at: random(mutant.count))
                }
            }
            read(mutant)
        }
    }
}
