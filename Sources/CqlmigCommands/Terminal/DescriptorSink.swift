import Glibc
import Synchronization

/// A descriptor of the process, written to without a buffer.
///
/// The buffers of the C library would be lost when the process is ended at once, and would hide a full disk until then.
final class DescriptorSink: OutputSink {
    private let descriptor: Int32
    private let failed = Atomic<Int32>(0)

    /// A sink for a descriptor that is open.
    init(_ descriptor: Int32) { self.descriptor = descriptor }

    /// Writes all of the text, in as many calls as it takes; waits where the other side does not take it.
    func write(_ text: String) {
        guard failed.load(ordering: .relaxed) == 0 else { return }
        var text = text
        text.withUTF8 { bytes in
            var written = 0
            while written < bytes.count {
                let count = unsafe Glibc.write(
                    descriptor, UnsafeRawBufferPointer(bytes).baseAddress?.advanced(by: written),
                    bytes.count - written)
                if count > 0 {
                    written += count
                } else if !canGoOn(after: count < 0 ? errno : EIO) {
                    return
                }
            }
        }
    }

    /// The words of the system for the first failure.
    var failure: String? {
        let code = failed.load(ordering: .relaxed)
        return code == 0 ? nil : unsafe String(cString: strerror(code))
    }

    private func canGoOn(after code: Int32) -> Bool {
        switch code {
        case EINTR: return true
        case EAGAIN:
            // Somebody else made the pipe non-blocking, for both of us.
            var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            _ = unsafe poll(&entry, 1, -1)
            return true
        default:
            failed.store(code, ordering: .relaxed)
            return false
        }
    }
}
