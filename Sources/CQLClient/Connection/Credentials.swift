/// A user's name and password, for servers that ask for them. Its description does not show the password.
public struct Credentials: Equatable, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The name of the role that logs in.
    public let username: String
    /// The password of that role.
    public let password: String

    /// Credentials for `PasswordAuthenticator` and those that speak like it.
    public init(username: String, password: String) {
        self.username = username
        self.password = password
    }

    /// The token of SASL PLAIN (RFC 4616): an empty authorisation identity, the user, the password.
    var plainToken: [UInt8] { [0] + Array(username.utf8) + [0] + Array(password.utf8) }

    /// The user's name.
    public var description: String { "user \(username)" }
    /// The user's name.
    public var debugDescription: String { description }
}
