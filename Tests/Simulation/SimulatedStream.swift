import EventLoop

/// One end of a connection of a world.
final class SimulatedStream: StreamDriver {
    private let id: Int
    private let world: World

    init(_ id: Int, in world: World) {
        self.id = id
        self.world = world
    }

    deinit { close() }

    /// Bytes are under way at once: the network of a world is never full.
    let unsentByteCount = 0

    func write(_ bytes: [UInt8]) { world.write(bytes, on: id) }
    func close() { world.close(id, with: nil) }
    func reset() { world.close(id, with: .connectionReset) }
}
