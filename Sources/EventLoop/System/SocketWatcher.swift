import CUV

/// Tells when a socket can be read or written, and closes the socket when it goes itself: libuv must not watch a
/// descriptor that the system may already have given to somebody else.
///
/// Used on the thread of its loop only; `deinit` may happen anywhere.
@safe final class SocketWatcher {
    private final class Owner: HandleOwner {
        let socket: Socket
        let onReady: (_ readable: Bool, _ writable: Bool) -> Void

        init(_ socket: Socket, _ onReady: @escaping (_ readable: Bool, _ writable: Bool) -> Void) {
            self.socket = socket
            self.onReady = onReady
        }

        private var isOpen = true

        func close() {
            guard isOpen else { return }
            isOpen = false
            socket.close()
        }

        override func closed() { close() }
    }

    private let handle: Handle<uv_poll_t>
    private let owner: Owner

    /// Watches `socket`, which belongs to the watcher from here on, also when this throws.
    init(
        _ socket: Socket, on loop: Loop, of system: SystemLoop,
        _ onReady: @escaping (_ readable: Bool, _ writable: Bool) -> Void
    ) throws(SystemError) {
        owner = Owner(socket, onReady)
        unsafe handle = Handle(on: loop, for: owner)
        do throws(SystemError) {
            unsafe try handle.initialize("watch a socket") { pointer in
                unsafe uv_poll_init(system.loop, pointer, socket.descriptor)
            }
        } catch {
            owner.close()
            throw error
        }
    }

    /// What to tell of from now on; nothing at all when both are false.
    func watch(reading: Bool, writing: Bool) throws(SystemError) {
        let events = (reading ? UV_READABLE.rawValue : 0) | (writing ? UV_WRITABLE.rawValue : 0)
        guard events != 0 else {
            unsafe uv_poll_stop(handle.pointer)
            return
        }
        let code = unsafe uv_poll_start(handle.pointer, Int32(events)) { handle, status, events in
            guard let owner = unsafe Owner.of(handle?.pointee.data) else { return }
            // After an error both directions are ready: the next system call says what it is.
            let failed = status < 0
            owner.onReady(
                failed || UInt32(events) & UV_READABLE.rawValue != 0,
                failed || UInt32(events) & UV_WRITABLE.rawValue != 0)
        }
        guard code == 0 else { throw SystemError(operation: "watch a socket", code: code) }
    }

    /// Ends the watching and closes the socket at once: `uv_poll_stop` has taken it out of the system's set.
    func close() {
        unsafe uv_poll_stop(handle.pointer)
        owner.close()
    }
}
