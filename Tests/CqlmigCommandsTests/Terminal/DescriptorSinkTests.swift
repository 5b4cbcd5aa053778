import Glibc
import Testing

@testable import CqlmigCommands

@Suite struct DescriptorSinkTests {
    @Test("text goes to the descriptor as it is")
    func write() throws {
        var ends: [Int32] = [0, 0]
        try #require(unsafe pipe(&ends) == 0)
        defer { for end in ends { close(end) } }
        let sink = DescriptorSink(ends[1])
        sink.write("a\n")
        sink.write("")
        sink.write("größe")
        var buffer = [UInt8](repeating: 0, count: 64)
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(ends[0], $0.baseAddress, $0.count) }
        #expect(String(decoding: buffer.prefix(count), as: UTF8.self) == "a\ngröße")
        #expect(sink.failure == nil)
    }

    @Test("a full disk is a failure, and nothing more is tried")
    func full() throws {
        let descriptor = unsafe open("/dev/full", O_WRONLY | O_CLOEXEC)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        let sink = DescriptorSink(descriptor)
        sink.write("a")
        sink.write("b")
        #expect(sink.failure == "No space left on device")
    }

    @Test("a descriptor that is closed is a failure")
    func closed() {
        let sink = DescriptorSink(-1)
        sink.write("a")
        #expect(sink.failure == "Bad file descriptor")
    }
}
