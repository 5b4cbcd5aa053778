import Configuration
import Testing

@Suite struct SettingTableTests {
    @Test("every name has exactly one row")
    func names() {
        #expect(
            SettingDefinition.all.map(\.name).sorted { $0.rawValue < $1.rawValue }
                == SettingName.allCases.sorted { $0.rawValue < $1.rawValue })
        for name in SettingName.allCases { #expect(SettingDefinition.of(name).name == name) }
    }

    @Test("keys and letters are unique")
    func unique() {
        let keys = SettingDefinition.all.compactMap(\.key)
        #expect(Set(keys).count == keys.count)
        let letters = SettingDefinition.all.compactMap { definition -> Character? in
            switch definition.flag {
            case .plain(let short), .counted(let short), .value(_, let short), .list(_, let short): short
            case nil: nil
            }
        }
        #expect(letters == ["c", "u", "k", "d", "q", "v"])
    }

    @Test("flags and variables are made from the name")
    func variables() {
        #expect(SettingName.contactPoints.environmentVariable == "CQLMIG_CONTACT_POINTS")
        #expect(SettingName.localDataCenter.environmentVariable == "CQLMIG_LOCAL_DC")
        #expect(SettingDefinition.of(.directory).environmentVariable == "CQLMIG_DIR")
    }

    @Test("only passwords are secret, and they have no flag")
    func secrets() {
        let secrets = SettingDefinition.all.filter(\.isSecret)
        #expect(secrets.map(\.name) == [.password])
        #expect(secrets.allSatisfy { $0.flag == nil })
    }

    @Test("what belongs to later releases is known by name")
    func unsupported() {
        #expect(
            SettingDefinition.all.filter { !$0.isSupported }.map(\.name) == [
                .tls, .tlsCertificateAuthority, .tlsCertificate, .tlsKey, .tlsNoVerify, .secureConnectBundle,
                .astraTokenFile,
            ]
        )
    }

    @Test("codes of problems are kebab-case")
    func codes() {
        for code in ConfigurationProblem.Code.allCases {
            #expect(code.rawValue.allSatisfy { $0 == "-" || ("a"..."z").contains($0) })
        }
    }
}
