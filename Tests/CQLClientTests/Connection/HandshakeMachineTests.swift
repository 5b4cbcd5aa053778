import CQLWire
import Testing

@testable import CQLClient

@Suite struct HandshakeMachineTests {
    private static let ann = Credentials(username: "ann", password: "secret")
    private static let passwordAuthenticator = "org.apache.cassandra.auth.PasswordAuthenticator"
    private static let dseAuthenticator = "com.datastax.bdp.cassandra.auth.DseAuthenticator"
    private static let startup = HandshakeMachine.Step.send(
        .startup(["CQL_VERSION": "3.0.0", "DRIVER_NAME": "cqlmig"]))

    private func machine(_ credentials: Credentials? = nil, events: [EventType] = []) -> HandshakeMachine {
        HandshakeMachine(credentials: credentials, events: events)
    }

    /// A machine that has sent STARTUP.
    private func started(_ credentials: Credentials? = nil, events: [EventType] = []) -> HandshakeMachine {
        var machine = machine(credentials, events: events)
        #expect(machine.received(.supported([:])) == Self.startup)
        return machine
    }

    @Test("OPTIONS, STARTUP, READY: the shortest handshake")
    func shortest() {
        var machine = machine()
        #expect(machine.begin() == .send(.options))
        let options = ["PROTOCOL_VERSIONS": ["3/v3", "4/v4", "5/v5"], "CQL_VERSION": ["3.4.7"]]
        #expect(machine.received(.supported(options)) == Self.startup)
        #expect(machine.supported == options)
        #expect(machine.received(.ready) == .finish)
    }

    @Test("events are registered for at the end")
    func registers() {
        var machine = started(events: [.schemaChange, .statusChange])
        #expect(machine.received(.ready) == .send(.register([.schemaChange, .statusChange])))
        #expect(machine.received(.ready) == .finish)
    }

    @Test("credentials are sent when the node asks, as SASL PLAIN without an authorisation identity")
    func authenticates() {
        var machine = started(Self.ann)
        let token = [0] + Array("ann".utf8) + [0] + Array("secret".utf8)
        #expect(machine.received(.authenticate(Self.passwordAuthenticator)) == .send(.authResponse(token)))
        #expect(machine.received(.authSuccess(nil)) == .finish)
    }

    @Test("events are registered for after the authentication as well")
    func registersAfterAuthentication() {
        var machine = started(Self.ann, events: [.schemaChange])
        _ = machine.received(.authenticate(Self.passwordAuthenticator))
        #expect(machine.received(.authSuccess([])) == .send(.register([.schemaChange])))
        #expect(machine.received(.ready) == .finish)
    }

    @Test("a node that does not ask for the credentials that are there does not get them")
    func unaskedCredentials() {
        var machine = started(Self.ann)
        #expect(machine.received(.ready) == .finish)
    }

    @Test("DSE hears the name of the mechanism, and the token when it asks for it")
    func dse() {
        var machine = started(Self.ann)
        #expect(
            machine.received(.authenticate(Self.dseAuthenticator)) == .send(.authResponse(Array("PLAIN".utf8))))
        #expect(
            machine.received(.authChallenge(Array("PLAIN-START".utf8))) == .send(.authResponse(Self.ann.plainToken)))
        #expect(machine.received(.authSuccess(nil)) == .finish)
    }

    @Test("DSE that lets everybody in does so without a token")
    func dseWithoutToken() {
        var machine = started(Self.ann)
        _ = machine.received(.authenticate(Self.dseAuthenticator))
        #expect(machine.received(.authSuccess(nil)) == .finish)
    }

    @Test("a dialogue that PLAIN does not have is an authentication that is not supported", arguments: [false, true])
    func foreignDialogue(isDSE: Bool) throws {
        var machine = started(Self.ann)
        _ = machine.received(.authenticate(isDSE ? Self.dseAuthenticator : "org.example.KerberosAuthenticator"))
        if isDSE { _ = machine.received(.authChallenge(nil)) }
        let step = machine.received(.authChallenge([1, 2, 3]))
        #expect(step == .fail(.unsupportedAuthenticator("the node asks for more than a user and a password")))
    }

    @Test("a node that asks for credentials when there are none names its authenticator")
    func missingCredentials() {
        var machine = started()
        #expect(
            machine.received(.authenticate(Self.passwordAuthenticator))
                == .fail(.credentialsRequired(authenticator: Self.passwordAuthenticator)))
    }

    @Test("a wrong password is told from every other refusal")
    func wrongPassword() {
        var machine = started(Self.ann)
        _ = machine.received(.authenticate(Self.passwordAuthenticator))
        let message = "Provided username ann and/or password are incorrect"
        #expect(
            machine.received(.error(ServerError(.badCredentials, message))) == .fail(.badCredentials(message)))
    }

    /// What a server says that does not speak version 4, and whether that is what it means.
    struct Refusal: CustomTestStringConvertible, Sendable {
        let code: ServerErrorCode
        let message: String
        let isAboutVersion: Bool
        var testDescription: String { message }

        static let all = [
            Refusal(
                code: .protocolError,
                message: "Invalid or unsupported protocol version (4); supported versions are (5/v5, 6/v6-beta)",
                isAboutVersion: true),
            Refusal(
                code: .protocolError, message: "Invalid or unsupported protocol version: 4", isAboutVersion: true),
            Refusal(
                code: .protocolError, message: "Rejecting Protocol Version 4/v4 < 5/v5.", isAboutVersion: true),
            Refusal(
                code: .protocolError,
                message: "Beta version of the protocol used (5/v5-beta), but USE_BETA flag is unset",
                isAboutVersion: false),
            Refusal(code: .protocolError, message: "Unexpected message OPTIONS", isAboutVersion: false),
            Refusal(code: .isBootstrapping, message: "Cannot read from a bootstrapping node", isAboutVersion: false),
            Refusal(code: .overloaded, message: "too many connections", isAboutVersion: false),
            Refusal(code: .serverError, message: "java.lang.NullPointerException", isAboutVersion: false),
        ]
    }

    @Test("a refusal of the version is told from other refusals", arguments: Refusal.all)
    func refusals(refusal: Refusal) {
        var machine = machine()
        let error = ServerError(refusal.code, refusal.message)
        #expect(
            machine.received(.error(error))
                == .fail(refusal.isAboutVersion ? .unsupportedVersion(offered: refusal.message) : .refused(error)))
    }

    @Test(
        "a node whose list lacks version 4 is not greeted with it",
        arguments: [["5/v5"], ["3/v3"], ["5/v5", "6/v6-beta"], ["14/v14", "4", "v4", "66/dse-v2"], []])
    func offersOthers(versions: [String]) {
        var machine = machine()
        #expect(
            machine.received(.supported(["PROTOCOL_VERSIONS": versions]))
                == .fail(.unsupportedVersion(offered: "it offers \(versions.joined(separator: ", "))")))
    }

    @Test("a node that lists no versions understood version 4, so it speaks it")
    func listsNone() {
        var machine = machine()
        #expect(machine.received(.supported(["CQL_VERSION": ["3.4.4"], "COMPRESSION": []])) == Self.startup)
    }

    /// An answer that the step before does not allow.
    struct Misfit: CustomTestStringConvertible, Sendable {
        let name: String
        let before: [Response]
        let answer: Response
        var testDescription: String { name }

        static let all = [
            Misfit(name: "READY to OPTIONS", before: [], answer: .ready),
            Misfit(name: "AUTHENTICATE to OPTIONS", before: [], answer: .authenticate("x")),
            Misfit(name: "a result to OPTIONS", before: [], answer: .result(.void)),
            Misfit(name: "SUPPORTED to STARTUP", before: [.supported([:])], answer: .supported([:])),
            Misfit(name: "AUTH_SUCCESS to STARTUP", before: [.supported([:])], answer: .authSuccess(nil)),
            Misfit(name: "AUTH_CHALLENGE to STARTUP", before: [.supported([:])], answer: .authChallenge(nil)),
            Misfit(
                name: "READY to AUTH_RESPONSE", before: [.supported([:]), .authenticate("x")], answer: .ready),
            Misfit(
                name: "AUTHENTICATE to AUTH_RESPONSE", before: [.supported([:]), .authenticate("x")],
                answer: .authenticate("x")),
            Misfit(
                name: "AUTH_SUCCESS to REGISTER", before: [.supported([:]), .ready], answer: .authSuccess(nil)),
        ]
    }

    @Test("an answer that does not fit the step is a broken protocol", arguments: Misfit.all)
    func misfits(misfit: Misfit) {
        var machine = machine(Self.ann, events: [.schemaChange])
        for response in misfit.before { _ = machine.received(response) }
        let error = WireError(
            .malformed, field: "the answer during the handshake", needed: "another message",
            had: "\(misfit.answer.opcode)")
        #expect(machine.received(misfit.answer) == .fail(.brokenProtocol(error)))
    }

    @Test("the description of credentials shows no password")
    func description() {
        #expect("\(Self.ann)" == "user ann")
        #expect(String(reflecting: Self.ann) == "user ann")
    }
}
