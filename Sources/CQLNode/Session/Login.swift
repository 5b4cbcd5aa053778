/// Who may use a node, and with which password (`PasswordAuthenticator`).
public struct Login: Hashable, Sendable {
    /// The passwords by the names of the users.
    public var passwords: [String: String]

    /// Makes a list of users.
    public init(passwords: [String: String]) { self.passwords = passwords }

    /// What the node calls itself in AUTHENTICATE.
    static let authenticator = "org.apache.cassandra.auth.PasswordAuthenticator"

    /// What is wrong with the token of a client; nil if it is right.
    ///
    /// SASL PLAIN: authorization id, user and password, with NUL between them; the first is ignored
    /// (`PasswordAuthenticator.PlainTextSaslAuthenticator.decodeCredentials`).
    func complaint(about token: [UInt8]?) -> String? {
        let parts = (token ?? []).split(separator: 0, omittingEmptySubsequences: false)
        guard parts.count <= 3 else {
            return #"Credential format error: username or password is empty or contains NUL(\0) character"#
        }
        guard parts.count > 1, let password = parts.last, !password.isEmpty else {
            return "Password must not be null"
        }
        guard let user = parts.dropLast().last, !user.isEmpty, parts.count == 3 else {
            return "Authentication ID must not be null"
        }
        let name = String(decoding: user, as: UTF8.self)
        guard let expected = passwords[name], Array(expected.utf8) == Array(password) else {
            return "Provided username \(name) and/or password are incorrect"
        }
        return nil
    }
}
