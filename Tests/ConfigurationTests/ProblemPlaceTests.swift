import Configuration
import Testing

@Suite struct ProblemPlaceTests {
    /// A configuration file with one mistake, and the marker in front of it.
    struct Vector: Sendable, CustomTestStringConvertible {
        var marked: String
        var code: ConfigurationProblem.Code
        var message: String
        var hint: String?
        var flags: [String] = []

        init(
            _ marked: String,
            _ code: ConfigurationProblem.Code,
            _ message: String,
            hint: String? = nil,
            flags: [String] = []
        ) {
            self.marked = marked
            self.code = code
            self.message = message
            self.hint = hint
            self.flags = flags
        }

        var testDescription: String { marked.prefix(50).debugDescription }
    }

    private static let quotes = "remove the quotes"
    private static let duration = "must be a duration such as 500ms, 30s, 5m or 1h (a bare number is seconds), not"
    private static let name = "must name a keyspace with 1 to 48 of the characters a-z, A-Z, 0-9 and _, not"
    private static let levels = "any, one, two, three, quorum, all, local_quorum, each_quorum or local_one"
    private static let forms = "write ${VAR}, ${VAR:-default}, ${VAR:?message} or ${file:path}; $$ is a dollar"

    static let keys = [
        Vector("«keyspce: a\n", .unknownKey, "unknown key 'keyspce'; did you mean keyspace?"),
        Vector(
            "keyspace: a\ncassandra:\n  port: 1\n  «contact-points: [a]\n", .unknownKey,
            "unknown key 'contact-points' in cassandra; did you mean cassandra.contact_points?"
        ),
        Vector(
            "cassandra: {auth: {«user: a}}\n", .unknownKey,
            "unknown key 'user' in cassandra.auth; did you mean cassandra.auth.username?"),
        Vector(
            "cassandra: {«auth_username: a}\n", .unknownKey,
            "unknown key 'auth_username' in cassandra; did you mean cassandra.auth.username?"
        ),
        Vector(
            "cassandra: {auth: {«foo: a}}\n", .unknownKey, "unknown key 'foo' in cassandra.auth",
            hint: "the keys in cassandra.auth are password, password_file, username"
        ),
        Vector(
            "cassandra: {«keyspace: a}\n", .unknownKey, "unknown key 'keyspace' in cassandra; did you mean keyspace?"
        ),
        Vector(
            "«contact_points: [a]\n", .unknownKey,
            "unknown key 'contact_points'; did you mean cassandra.contact_points?"),
        Vector("«lock_ttl: 5\n", .unknownKey, "unknown key 'lock_ttl'; did you mean lock.ttl?"),
        Vector("«profile: prod\n", .unknownKey, "unknown key 'profile'; did you mean profiles?"),
        Vector(
            "profiles:\n  a: {keyspace: x}\n  b: {lock: {«til: 5}}\n", .unknownKey,
            "unknown key 'til' in lock; did you mean lock.ttl?"),
        Vector(
            "profiles: {a: {«profiles: {}}}\n", .unknownKey, "unknown key 'profiles'",
            hint: "the keys are agreement, cassandra, history_keyspace, keyspace, keyspaces, lint, lock, migrations"),
        Vector(
            "«nonsense: 1\n", .unknownKey, "unknown key 'nonsense'",
            hint: "the keys are agreement, cassandra, history_keyspace, keyspace, "
                + "keyspaces, lint, lock, migrations, profiles"
        ),
        Vector(
            "keyspace: {name: a, «replicaton: {class: x}}\n", .unknownKey,
            "unknown key 'replicaton' in keyspace; did you mean replication?"),
        Vector(
            "keyspaces: [a, {«nme: b, name: c}]\n", .unknownKey,
            "unknown key 'nme' in an item of keyspaces; did you mean name?"),
        Vector(
            "keyspace: a\n«keyspaces: [b]\n", .conflictingSettings, "the file has both keyspace and keyspaces",
            hint: "keep one of them"
        ),
        Vector(
            "cassandra: {«tls: {enabled: true, ca: a}}\n", .unsupportedSetting,
            "cassandra.tls is not supported by this release", hint: "remove the key"),
        Vector(
            "cassandra:\n  «secure_connect_bundle: a.zip\n", .unsupportedSetting,
            "cassandra.secure_connect_bundle is not supported by this release", hint: "remove the key"),
        Vector(
            "lint: {rules: {no-rollback: «fatal}}\n", .invalidValue,
            "lint.rules.no-rollback must be off, info, warning or error, not 'fatal'"),
        Vector(
            "lint: {rules: {no-rollback: «eror}}\n", .invalidValue,
            "lint.rules.no-rollback must be off, info, warning or error, not 'eror'; did you mean error?"),
        Vector(
            "lint: {rules: «[no-rollback]}\n", .wrongType,
            "lint.rules must be a mapping from rules to levels, not a list"),
        Vector(
            "lint: {«rule: {}}\n", .unknownKey, "unknown key 'rule' in lint; did you mean lint.rules?"),
        Vector(
            "cassandra: {port: 1, «port: 2}\n", .duplicateKey, "the key 'port' stands twice, first at line 1",
            hint: "remove one of them"),
    ]

    static let shapes = [
        Vector("«- a\n", .wrongType, "the file must be a mapping, not a list"),
        Vector("«text\n", .wrongType, "the file must be a mapping, not a single value"),
        Vector("cassandra: «[a]\n", .wrongType, "cassandra must be a mapping, not a list"),
        Vector("lock: «60s\n", .wrongType, "lock must be a mapping, not a single value"),
        Vector("profiles: «[a]\n", .wrongType, "profiles must be a mapping from names to settings, not a list"),
        Vector("profiles: {a: «3}\n", .wrongType, "the profile a must be a mapping, not a single value"),
        Vector("migrations: «{directory: a}\n", .wrongType, "migrations must be a single value, not a mapping"),
        Vector("cassandra: {port: «[1]}\n", .wrongType, "cassandra.port must be a single value, not a list"),
        Vector(
            "cassandra: {contact_points: «{a: b}}\n", .wrongType,
            "cassandra.contact_points must be a list, not a mapping"),
        Vector(
            "cassandra: {contact_points: [a, «[b]]}\n", .wrongType,
            "cassandra.contact_points must hold texts, not a list"),
        Vector(
            "cassandra: {contact_points: [a, «~]}\n", .wrongType, "cassandra.contact_points must hold texts, not null"),
        Vector(
            "keyspace: «[a]\n", .wrongType, "keyspace must be a name or a mapping, not a list", hint: "use keyspaces"),
        Vector(
            "keyspaces: «{a: b}\n", .wrongType, "keyspaces must be a list, not a mapping",
            hint: "write keyspaces: [a, b], or use keyspace for one keyspace"),
        Vector("keyspaces: [a, «[b]]\n", .wrongType, "an item of keyspaces must be a name or a mapping, not a list"),
        Vector("keyspace: {name: «[a]}\n", .wrongType, "keyspace must hold texts, not a list"),
        Vector(
            "keyspace: {name: a, replication: «3}\n", .wrongType, "replication must be a mapping, not a single value"),
        Vector(
            "keyspace: {name: a, replication: {class: «[x]}}\n", .wrongType,
            "replication.class must hold texts, not a list"),
        Vector(
            "cassandra: {port: «\"9042\"}\n", .wrongType, "cassandra.port must be a number, not the text \"9042\"",
            hint: quotes),
        Vector(
            "keyspace: {name: a, durable_writes: «'false'}\n", .wrongType,
            "durable_writes must be true or false, not the text \"false\"", hint: quotes),
    ]

    static let values = [
        Vector("cassandra: {port: «0}\n", .invalidValue, "cassandra.port must be from 1 to 65535, not 0"),
        Vector("cassandra: {port: «65536}\n", .invalidValue, "cassandra.port must be from 1 to 65535, not 65536"),
        Vector(
            "cassandra: {port: «99999999999999999999}\n", .invalidValue,
            "cassandra.port must be from 1 to 65535, not 99999999999999999999"),
        Vector(
            "cassandra: {port: «http}\n", .invalidValue,
            "cassandra.port must be a whole number from 1 to 65535, not 'http'"),
        Vector(
            "cassandra: {consistency: «local_quorom}\n", .invalidValue,
            "cassandra.consistency must be \(levels), not 'local_quorom'; did you mean local_quorum?"),
        Vector(
            "cassandra: {consistency: «SERIAL}\n", .invalidValue,
            "cassandra.consistency must be \(levels), not 'SERIAL', which is a level of conditional statements and belongs to serial-consistency"
        ),
        Vector(
            "cassandra: {serial_consistency: «quorum}\n", .invalidValue,
            "cassandra.serial_consistency must be serial or local_serial, not 'quorum'"),
        Vector(
            "cassandra: {serial_consistency: «local_serial}\n", .conflictingSettings,
            "cassandra.serial_consistency is local_serial, which needs the name of the data centre",
            hint: "give --local-dc, CQLMIG_LOCAL_DC or cassandra.local_dc"
        ),
        Vector("lock: {ttl: «soon}\n", .invalidValue, "lock.ttl \(duration) 'soon'"),
        Vector("lock: {ttl: «1s}\n", .invalidValue, "lock.ttl must be from 2s to 24h, not 1s"),
        Vector("lock: {ttl: «2500ms}\n", .invalidValue, "lock.ttl must be whole seconds, not 2500ms"),
        Vector("lock: {wait: «-1s}\n", .invalidValue, "lock.wait \(duration) '-1s'"),
        Vector("agreement: {timeout: «0}\n", .invalidValue, "agreement.timeout must be from 1ms to 24h, not 0"),
        Vector(
            "agreement: {mode: «scripts}\n", .invalidValue,
            "agreement.mode must be statement or script, not 'scripts'; did you mean script?"),
        Vector("cassandra: {request_timeout: «1.5s}\n", .invalidValue, "cassandra.request_timeout \(duration) '1.5s'"),
        Vector(
            "cassandra:\n  contact_points:\n    - a\n    - «http://b\n", .invalidValue,
            "cassandra.contact_points must be host, host:port or [v6]:port, not 'http://b'"),
        Vector("cassandra: {contact_points: «[]}\n", .invalidValue, "cassandra.contact_points must not be empty"),
        Vector("cassandra: {local_dc: «''}\n", .invalidValue, "cassandra.local_dc must not be empty"),
        Vector("keyspace: «a-b\n", .invalidValue, "keyspace \(name) 'a-b'"),
        Vector("keyspace: «a,b\n", .invalidValue, "keyspace \(name) 'a,b'"),
        Vector("keyspaces: [a, «\"b c\"]\n", .invalidValue, "keyspaces \(name) 'b c'"),
        Vector("keyspaces: [a, b, «a]\n", .invalidValue, "keyspaces names 'a' twice", hint: "name it once"),
        Vector("keyspaces: «a,,b\n", .invalidValue, "keyspaces \(name) ''"),
        Vector("history_keyspace: «a.b\n", .invalidValue, "history_keyspace \(name) 'a.b'"),
        Vector(
            "keyspace: «{replication: {class: SimpleStrategy}}\n", .missingSetting, "keyspace needs a name",
            hint: "add the key name"),
        Vector(
            "keyspace: {name: a, replication: «{dc1: 3}}\n", .missingSetting, "replication needs the key class",
            hint: "for example {class: NetworkTopologyStrategy, dc1: 3}"),
        Vector(
            "keyspace: {name: a, durable_writes: «yes}\n", .invalidValue,
            "durable_writes must be true or false, not 'yes'"),
        Vector(
            "cassandra: {auth: {username: «me}}\n", .conflictingSettings,
            "cassandra.auth.username gives a username, and nothing gives the password",
            hint: "give CQLMIG_PASSWORD, --password-file, --password-stdin or cassandra.auth.password"
        ),
        Vector(
            "cassandra: {auth: {password: «pw}}\n", .conflictingSettings,
            "cassandra.auth.password gives a password, and nothing gives the username",
            hint: "give --username, CQLMIG_USERNAME or cassandra.auth.username"
        ),
        Vector(
            "cassandra: {auth: {username: a, password: b, password_file: «c}}\n", .conflictingSettings,
            "cassandra.auth.password_file and cassandra.auth.password both give the password", hint: "keep one of them"
        ),
        Vector(
            "cassandra: {auth: {username: a, password_file: «pw.txt}}\n", .unreadableFile,
            "cassandra.auth.password_file names the file 'pw.txt', which does not exist"
        ),
    ]

    static let references = [
        Vector(
            "keyspace: «${KS}\n", .unsetVariable, "keyspace needs the variable KS, which is not set",
            hint: "set KS, or give a default with ${KS:-default}"
        ),
        Vector(
            "cassandra: {contact_points: [a, «\"${H}\"]}\n", .unsetVariable,
            "cassandra.contact_points needs the variable H, which is not set",
            hint: "set H, or give a default with ${H:-default}"),
        Vector(
            "cassandra: {auth: {username: a, password: «\"${PW:?ask the team}\"}}\n", .unsetVariable,
            "cassandra.auth.password needs the variable PW, which is not set: ask the team",
            hint: "set PW, or give a default with ${PW:-default}"
        ),
        Vector(
            "keyspace: «${KS\n", .invalidReference, "keyspace has a ${ without its }",
            hint: "a dollar that is meant as one is written $$"),
        Vector(
            "keyspace: «${1A}\n", .invalidReference, "keyspace has the reference '${1A}', which means nothing",
            hint: forms),
        Vector(
            "keyspace: «${KS-x}\n", .invalidReference, "keyspace has the reference '${KS-x}', which means nothing",
            hint: forms),
        Vector(
            "keyspace: «${file:nowhere}\n", .unreadableFile, "keyspace needs the file 'nowhere', which does not exist"),
        Vector(
            "keyspace: {name: a, replication: {class: «\"${C}\"}}\n", .unsetVariable,
            "replication.class needs the variable C, which is not set",
            hint: "set C, or give a default with ${C:-default}"),
    ]

    @Test("a mistake in the file is reported where it stands", arguments: keys + shapes + values + references)
    func places(_ vector: Vector) throws {
        let text = MarkedText(vector.marked)
        let project = Project(text.text)
        let expected = ConfigurationProblem(
            vector.code,
            vector.message,
            file: "cqlmig.yml",
            line: text.line,
            column: text.column,
            hint: vector.hint
        )
        do {
            let settings = try project.loader.load(flags: Project.given(vector.flags))
            Issue.record("understood as \(settings)")
        } catch {
            #expect(error.problems == [expected])
        }
    }
}
