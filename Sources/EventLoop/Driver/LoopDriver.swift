/// What turns a loop: its thread, its clock, and the timers and connections that belong to it.
///
/// The system's is libuv on a thread of its own (`Loop.shared()`). Another one, such as a network in memory whose clock
/// is moved by hand, makes everything above a loop run without a system below it.
///
/// Everything but `wake()` and `isCurrent` is called on the thread of the loop.
public protocol LoopDriver: AnyObject, Sendable {
    /// Jobs wait: the driver is to call `runJobs()` of its loop, on its thread. Any thread may call this.
    func wake()

    /// Whether the caller runs on the thread of the loop.
    var isCurrent: Bool { get }

    /// What the clock shows.
    var now: ContinuousClock.Instant { get }

    /// A timer that runs `action` on the thread of the loop.
    ///
    /// - Throws: `SystemError` when the system has no means for it.
    func timer(on loop: Loop, _ action: @escaping @Sendable () -> Void) throws(SystemError) -> any TimerDriver

    /// Starts to connect to an address; `handler` is told what comes of it.
    ///
    /// - Throws: `SystemError` when the system refuses at once.
    func connect(
        to address: SocketAddress, on loop: Loop, handler: @escaping @Sendable (SocketStream.Event) -> Void
    ) throws(SystemError) -> any StreamDriver

    /// Listens on an address; `accepted` is given each connection.
    ///
    /// - Throws: `SystemError`, for example when the port is taken.
    func listen(
        on address: SocketAddress, of loop: Loop, accepted: @escaping @Sendable (AcceptedSocket) -> Void
    ) throws(SystemError) -> any ListenerDriver

    /// All addresses of a host name, or of the text of an address. Any thread may call this.
    func addresses(
        of host: String, port: UInt16, timeout: Duration, on loop: Loop
    ) async -> Result<[SocketAddress], SystemError>
}

/// A one-shot timer of a driver; it ends with the object.
public protocol TimerDriver: AnyObject {
    /// Starts the timer, or starts it anew: it fires once, `delay` from now.
    func start(after delay: Duration)
    /// Stops the timer.
    func stop()
}

/// A connection of a driver. After `.closed` no event follows, and after `close()` or `reset()` none at all.
public protocol StreamDriver: AnyObject {
    /// Queues bytes; does nothing once the stream is closed.
    func write(_ bytes: [UInt8])
    /// Ends the connection.
    func close()
    /// Ends the connection so that the other side sees it as reset.
    func reset()
    /// How many bytes were written that have not gone out yet.
    var unsentByteCount: Int { get }
}

/// A listening port of a driver; it ends with the object.
public protocol ListenerDriver: AnyObject {
    /// The address that is listened on, with the port that was chosen when 0 was asked for.
    var address: SocketAddress { get }
    /// Stops listening; connections that were taken stay.
    func close()
}
