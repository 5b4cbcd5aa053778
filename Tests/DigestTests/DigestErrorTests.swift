import Testing

@testable import Digest

@Suite struct DigestErrorTests {
    @Test("providers that do not offer the algorithm are an error with OpenSSL's reason, not a trap")
    func refusedByProviders() throws {
        let error = #expect(throws: DigestError.self) {
            _ = try MessageDigest(algorithm: "SHA256", properties: "provider=absent")
        }
        #expect(error?.algorithm == "SHA256")
        #expect(error?.step == .fetch)
        let reason = try #require(error?.reason)
        #expect(reason.contains("unsupported"))
    }

    @Test("an algorithm that gives another number of bytes than expected is an error")
    func unexpectedLength() throws {
        let error = #expect(throws: DigestError.self) {
            let state = try MessageDigest(algorithm: "SHA512")
            _ = try state.finish(byteCount: SHA256Digest.byteCount)
        }
        #expect(error == DigestError(algorithm: "SHA512", step: .finish, reason: nil))
    }

    @Test("a refusal leaves nothing behind that a later computation would see")
    func recovers() throws {
        _ = try? MessageDigest(algorithm: "no-such-digest")
        #expect(try SHA256.digest(of: "abc").hex.hasPrefix("ba7816bf"))
    }

    @Test("the sentence names algorithm, step and reason")
    func sentence() {
        #expect(
            DigestError(algorithm: "SHA256", step: .fetch, reason: "error:0308010C: unsupported").description
                == "OpenSSL refused SHA256 when asked to find the algorithm: error:0308010C: unsupported; "
                + "check the providers in its configuration file (openssl.cnf)."
        )
        #expect(
            DigestError(algorithm: "SHA256", step: .begin, reason: nil).description
                == "OpenSSL refused SHA256 when asked to begin, without a reason; "
                + "check the providers in its configuration file (openssl.cnf)."
        )
    }
}
