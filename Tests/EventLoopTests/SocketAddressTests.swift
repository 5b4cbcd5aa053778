import EventLoop
import Testing

@Suite struct SocketAddressTests {
    @Test("an address has 4 or 16 bytes and nothing else", arguments: [0, 1, 3, 5, 15, 17])
    func refusesOtherLengths(count: Int) {
        #expect(SocketAddress(bytes: Array(repeating: 1, count: count), port: 1) == nil)
    }

    @Test("addresses are written as people write them")
    func text() throws {
        let v4 = try #require(SocketAddress(bytes: [10, 0, 0, 1], port: 9042))
        #expect(v4.description == "10.0.0.1:9042")
        #expect(!v4.isIPv6)
        let v6 = try #require(
            SocketAddress(bytes: [0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], port: 19042))
        #expect(v6.description == "[2001:db8::1]:19042")
        #expect(v6.isIPv6)
    }
}
