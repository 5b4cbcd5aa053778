import FoundationEssentials
import Testing

@testable import CQLNode

@Suite struct IdentityTests {
    @Test("a digest is FNV-1a with 128 bits")
    func digest() {
        // Published vectors: of nothing, and of the byte 'a'.
        #expect(FaultText.hexadecimal(StableDigest().bytes) == "6c62272e07bb014262b821756295c58d")
    }

    @Test("a UUID of a time holds that time")
    func time() {
        let id = Identity.time(1_700_000_000_000_000, salt: 0)
        #expect(id.uuidString.lowercased() == "04afc000-833b-11ee-8000-000000000000")
    }

    @Test("host ids differ by node and by seed, and are the same again")
    func hosts() {
        #expect(Identity.host(1, seed: 0) == Identity.host(1, seed: 0))
        #expect(Set([Identity.host(1, seed: 0), Identity.host(2, seed: 0), Identity.host(1, seed: 1)]).count == 3)
    }
}
