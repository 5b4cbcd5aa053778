import CQLWire
import Testing

@Suite struct AuthenticateTests {
    static let vectors = [
        ResponseVector(
            "the password authenticator",
            hex(
                """
                84 00 0001 03 00000031                                   // AUTHENTICATE
                002f 6f72672e6170616368652e63617373616e6472612e617574682e
                     50617373776f726441757468656e74696361746f72          // org.apache...PasswordAuthenticator
                """),
            message: .authenticate("org.apache.cassandra.auth.PasswordAuthenticator")
        )
    ]

    @Test("an AUTHENTICATE is read and written", arguments: vectors)
    func vector(_ vector: ResponseVector) throws {
        try vector.verify()
    }
}
