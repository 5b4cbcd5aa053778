import Testing

@testable import CqlmigCommands
@testable import MigrationEngine

/// `baseline`, `profiles`, `config show`.
@Suite struct SetUpCommandTests {
    @Test("baseline tells what it marked")
    func baseline() async {
        var world = World()
        world.answers.marked = ["shop": ["V001__a.cql", "V002__b.cql"], "bank": [], "mail": ["V002__b.cql"]]
        let text = await world.run("baseline", "2.0")
        #expect(
            text
                == .init(
                    status: 0,
                    output: """
                        bank: everything up to version 2 is applied already
                        mail: 1 script marked as applied: V002__b.cql
                        shop: 2 scripts marked as applied: V001__a.cql, V002__b.cql

                        """, errors: "", calls: ["baseline 2"]))
        let json = await world.run("baseline", "2", "--json")
        #expect(
            json.output
                == envelope(
                    "baseline",
                    """
                    {
                      "file": null,
                      "version": "2",
                      "marked": [
                        "V002__b.cql",
                        "V001__a.cql"
                      ]
                    }
                    """))
    }

    private static let profiles = [
        "cqlmig.yml": """
        cassandra: { contact_points: [localhost] }
        keyspace: shop
        profiles:
          staging:
          prod: { cassandra: { contact_points: [c1, "c2:9043"] }, keyspaces: [shop_prod, bank_prod] }
        """
    ]

    @Test("profiles are listed with their keyspaces and hosts")
    func profiles() async {
        var world = World()
        world.project = MemoryProject(Self.profiles)
        let text = await world.run("profiles")
        #expect(
            text
                == .init(
                    status: 0,
                    output: """
                        PROFILE  KEYSPACES             HOSTS
                        staging  shop                  localhost
                        prod     shop_prod, bank_prod  c1, c2:9043

                        """, errors: ""))
        let json = await world.run("profiles", "--json")
        #expect(
            json.output
                == envelope(
                    "profiles",
                    """
                    {
                      "profiles": [
                        {
                          "name": "staging",
                          "keyspaces": [
                            "shop"
                          ],
                          "contact_points": [
                            "localhost"
                          ],
                          "reachable": null
                        },
                        {
                          "name": "prod",
                          "keyspaces": [
                            "shop_prod",
                            "bank_prod"
                          ],
                          "contact_points": [
                            "c1",
                            "c2:9043"
                          ],
                          "reachable": null
                        }
                      ]
                    }
                    """))
    }

    @Test("profiles --check connects to each, with the settings of the profile")
    func check() async {
        var world = World()
        world.project = MemoryProject(Self.profiles)
        let reachable = await world.run("profiles", "--check")
        #expect(reachable.status == 0)
        #expect(
            reachable.calls == [
                "checkConnection [\"localhost:9042\"]", "checkConnection [\"c1:9042\", \"c2:9043\"]",
            ])
        #expect(reachable.output.hasSuffix("prod     shop_prod, bank_prod  c1, c2:9043  yes\n"))
        world.answers.failure = MigrationError(.cannotConnect, "no contact point could be connected to")
        let away = await world.run("profiles", "--check")
        #expect(away.status == 3)
        #expect(away.output.contains("staging  shop                  localhost    no\n"))
        #expect(
            away.errors == """
                error[cannot-connect]: no contact point could be connected to
                   = note: profile staging

                error[cannot-connect]: no contact point could be connected to
                   = note: profile prod

                """)
    }

    @Test("no file and no profiles are no failure")
    func noProfiles() async {
        var world = World()
        #expect(await world.run("profiles").output == "cqlmig.yml has no profiles\n")
        world.project = MemoryProject([:], folders: ["/project"])
        #expect(await world.run("profiles").output == "no cqlmig.yml in the working directory or above it\n")
    }

    @Test("config show tells every setting and where it comes from, with passwords masked")
    func configShow() async {
        var world = World()
        world.project = MemoryProject([
            "cqlmig.yml": """
            cassandra:
              auth: { username: "${NAME:?}", password: geheim }
            keyspace: shop
            """
        ])
        world.environment = ["CQLMIG_PORT": "9043"]
        let text = await world.run("config", "show", "--dir", "db", "--profile", "")
        #expect(text.status == 2)
        let shown = await world.run("config", "show", "--dir", "db")
        #expect(shown.status == 0)
        #expect(!shown.output.contains("geheim"))
        let lines = shown.output.split(separator: "\n").map(String.init)
        #expect(lines.first?.hasPrefix("SETTING             VALUE") == true)
        #expect(lines.contains { $0.hasPrefix("port                9043 ") && $0.hasSuffix("environment CQLMIG_PORT") })
        #expect(lines.contains { $0.hasPrefix("dir                 db ") && $0.hasSuffix("flag --dir") })
        #expect(lines.contains { $0.hasPrefix("keyspace            shop ") && $0.hasSuffix("cqlmig.yml:3:1") })
        #expect(lines.contains { $0.hasPrefix("password            ******** ") && $0.contains("cqlmig.yml:2:") })
        #expect(lines.contains { $0.hasPrefix("username            (") && $0.contains("NAME") })
        let json = await world.run("config", "show", "--json")
        #expect(
            json.output.contains(
                """
                      {
                        "name": "keyspace",
                        "value": "shop",
                        "source": "cqlmig.yml:3:1",
                        "unresolved": null
                      }
                """))
        #expect(json.output.contains("\"command\": \"config show\","))
    }
}
