import CUV

/// A timer of libuv.
@safe final class SystemTimer: TimerDriver {
    private final class Owner: HandleOwner {
        let action: @Sendable () -> Void
        init(_ action: @escaping @Sendable () -> Void) { self.action = action }
    }

    private let handle: Handle<uv_timer_t>

    init(on loop: Loop, of system: SystemLoop, _ action: @escaping @Sendable () -> Void) throws(SystemError) {
        unsafe handle = Handle(on: loop, for: Owner(action))
        unsafe try handle.initialize("make a timer") { pointer in unsafe uv_timer_init(system.loop, pointer) }
    }

    func start(after delay: Duration) {
        let (seconds, attoseconds) = delay.components
        // Longer than a century is for ever, and does not overflow.
        let whole = min(max(0, seconds), 1 << 32)
        let milliseconds = whole * 1000 + (max(0, attoseconds) + 999_999_999_999_999) / 1_000_000_000_000_000
        // libuv counts from the beginning of the turn of the loop unless told to look again.
        unsafe uv_update_time(handle.pointer.pointee.loop)
        unsafe uv_timer_start(
            handle.pointer, { handle in unsafe Owner.of(handle?.pointee.data)?.action() }, UInt64(milliseconds), 0)
    }

    func stop() {
        unsafe uv_timer_stop(handle.pointer)
    }
}
