import CUV

/// Turns a signal of the process into a callback on the loop, in place of what the system would do.
@safe public final class SignalWatcher {
    private final class Owner: HandleOwner {
        let action: @Sendable () -> Void
        init(_ action: @escaping @Sendable () -> Void) { self.action = action }
    }

    private let handle: Handle<uv_signal_t>

    /// Catches `signal` until the object goes. Made on the thread of `loop`, where `action` runs as well.
    ///
    /// - Throws: `SystemError` when the system does not let the signal be caught, or the loop is not the system's.
    public init(_ signal: Int32, on loop: Loop, _ action: @escaping @Sendable () -> Void) throws(SystemError) {
        guard let system = loop.driver as? SystemLoop else {
            throw SystemError(operation: "catch a signal", code: UV_ENOTSUP.rawValue)
        }
        unsafe handle = Handle(on: loop, for: Owner(action))
        unsafe try handle.initialize("catch a signal") { pointer in unsafe uv_signal_init(system.loop, pointer) }
        let code = unsafe uv_signal_start(
            handle.pointer, { handle, _ in unsafe Owner.of(handle?.pointee.data)?.action() }, signal)
        guard code == 0 else { throw SystemError(operation: "catch a signal", code: code) }
    }
}
