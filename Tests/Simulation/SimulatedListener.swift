import EventLoop

/// A listening port of a world.
final class SimulatedListener: ListenerDriver {
    let address: SocketAddress
    private let world: World

    init(_ address: SocketAddress, in world: World) {
        self.address = address
        self.world = world
    }

    deinit { close() }

    func close() { world.state.withLock { $0.listeners[address] = nil } }
}
