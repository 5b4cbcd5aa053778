import CUV

/// A one-shot timer. Used on the thread of its loop only; it ends with the object.
@safe public final class LoopTimer {
    private final class Owner: HandleOwner {
        let action: @Sendable () -> Void
        init(_ action: @escaping @Sendable () -> Void) { self.action = action }
    }

    private let handle: Handle<uv_timer_t>

    /// A timer that runs `action` on the thread of `loop`, once for each `start(after:)` that is not overtaken.
    ///
    /// - Throws: `SystemError` when libuv refuses the timer.
    public init(on loop: Loop, _ action: @escaping @Sendable () -> Void) throws(SystemError) {
        unsafe handle = Handle(on: loop, for: Owner(action))
        unsafe try handle.initialize("make a timer") { pointer in unsafe uv_timer_init(loop.loop, pointer) }
    }

    /// Starts the timer, or starts it anew: it fires once, `delay` from now (in whole milliseconds, rounded up).
    public func start(after delay: Duration) {
        let (seconds, attoseconds) = delay.components
        // Longer than a century is for ever, and does not overflow.
        let whole = min(max(0, seconds), 1 << 32)
        let milliseconds = whole * 1000 + (max(0, attoseconds) + 999_999_999_999_999) / 1_000_000_000_000_000
        // libuv counts from the beginning of the turn of the loop unless told to look again.
        unsafe uv_update_time(handle.pointer.pointee.loop)
        unsafe uv_timer_start(
            handle.pointer, { handle in unsafe Owner.of(handle?.pointee.data)?.action() }, UInt64(milliseconds), 0)
    }

    /// Stops the timer; it does not fire any more unless it is started again.
    public func stop() {
        unsafe uv_timer_stop(handle.pointer)
    }
}
