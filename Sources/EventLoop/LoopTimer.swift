/// A one-shot timer. Used on the thread of its loop only; it ends with the object.
public final class LoopTimer {
    private let timer: any TimerDriver

    /// A timer that runs `action` on the thread of `loop`, once for each `start(after:)` that is not overtaken.
    ///
    /// - Throws: `SystemError` when the system has no means for it.
    public init(on loop: Loop, _ action: @escaping @Sendable () -> Void) throws(SystemError) {
        timer = try loop.driver.timer(on: loop, action)
    }

    /// Starts the timer, or starts it anew: it fires once, `delay` from now (in whole milliseconds, rounded up).
    public func start(after delay: Duration) { timer.start(after: delay) }

    /// Stops the timer; it does not fire any more unless it is started again.
    public func stop() { timer.stop() }
}
