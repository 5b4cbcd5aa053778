import EventLoop

extension World {
    /// Starts to connect; gives the end of the one who does.
    func connect(
        to address: SocketAddress, for process: SimulatedProcess,
        _ handler: @escaping @Sendable (SocketStream.Event) -> Void
    ) -> Int {
        state.withLock { state in
            let id = state.number()
            state.streams[id] = WorldState.Stream(process: process, handler: handler)
            state.schedule(after: Self.latency, for: nil) { [self] in meet(id, address) }
            return id
        }
    }

    /// The wish to connect has arrived.
    private func meet(_ id: Int, _ address: SocketAddress) {
        let listener = state.withLock { state in state.streams[id] == nil ? nil : state.listeners[address] }
        guard let listener else { return end(id, with: .connectionRefused) }
        let other = state.withLock { $0.number() }
        // The port tells the processes apart.
        let port = state.withLock { $0.streams[id]?.process.port ?? 0 }
        let socket = AcceptedSocket(from: SocketAddress(bytes: [127, 0, 0, 99], port: port)) { [self] _, handler in
            state.withLock { state in
                guard state.streams[id] != nil else { return }
                state.streams[other] = WorldState.Stream(process: listener.process, handler: handler, peer: id)
                state.streams[id]?.peer = other
            }
            return SimulatedStream(other, in: self)
        }
        listener.process.perform { listener.accepted(socket) }
        deliver(.connected, to: id)
    }

    func write(_ bytes: [UInt8], on id: Int) {
        guard let peer = state.withLock({ $0.streams[id]?.peer }) else { return }
        deliver(.received(bytes), to: peer)
    }

    /// One end ends the connection: the other hears of it behind all that was written before.
    func close(_ id: Int, with error: SystemError?) {
        guard let stream = state.withLock({ $0.streams.removeValue(forKey: id) }), let peer = stream.peer else {
            return
        }
        end(peer, with: error)
    }

    /// Tells one end that the connection is gone.
    func end(_ id: Int, with error: SystemError?) { deliver(.closed(error), to: id) }

    private func deliver(_ event: SocketStream.Event, to id: Int) {
        state.withLock { state in
            state.schedule(after: Self.latency, for: nil) { [self] in
                self.state.withLock { $0.takeIntervention() }?()
                let stream = self.state.withLock { state in
                    guard let stream = state.streams[id] else { return WorldState.Stream?.none }
                    if case .closed = event { state.streams[id] = nil }
                    return stream
                }
                guard let stream else { return }
                stream.process.perform { stream.handler(event) }
            }
        }
    }
}
