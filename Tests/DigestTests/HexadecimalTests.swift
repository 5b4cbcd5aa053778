import Digest
import Testing

@Suite struct HexadecimalTests {
    @Test("every byte is two lower-case digits")
    func digits() {
        #expect(hexadecimal([]) == "")
        #expect(hexadecimal([0x00, 0x0F, 0x10, 0x9A, 0xFF]) == "000f109aff")
    }
}
