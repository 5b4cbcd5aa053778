import EventLoop
import Testing

/// A server that sends back what it receives, and a client of it.
private actor EchoPair {
    let loop: Loop
    private var listener: SocketListener?
    private var served: [SocketStream] = []
    private var client: SocketStream?
    private var received: [UInt8] = []
    private var expected = 0
    private var waiter: CheckedContinuation<[UInt8], Never>?
    private var closing: CheckedContinuation<SystemError?, Never>?
    /// How the client's stream ended, once it has.
    private var end: Result<Void, SystemError>?
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.asUnownedSerialExecutor() }

    init(_ loop: Loop) { self.loop = loop }

    func listen(on bytes: [UInt8]) throws -> SocketAddress {
        let any = try #require(SocketAddress(bytes: bytes, port: 0))
        let listener = try SocketListener(on: any, of: loop) { [weak self] accepted in
            self?.assumeIsolated { $0.serve(accepted) }
        }
        self.listener = listener
        return listener.address
    }

    private func serve(_ accepted: AcceptedSocket) {
        let index = served.count
        let stream = try? SocketStream(accepted, on: loop) { [weak self] event in
            self?.assumeIsolated { pair in
                if case .received(let bytes) = event { pair.served[index].write(bytes) }
            }
        }
        if let stream { served.append(stream) }
    }

    /// Sends bytes from the client and waits until as many have come back.
    func echo(_ bytes: [UInt8], at address: SocketAddress) async throws -> [UInt8] {
        let client = try SocketStream(connectingTo: address, on: loop) { [weak self] event in
            self?.assumeIsolated { $0.handle(event, bytes) }
        }
        self.client = client
        expected = bytes.count
        return await withCheckedContinuation { waiter = $0 }
    }

    private func handle(_ event: SocketStream.Event, _ bytes: [UInt8]) {
        switch event {
        case .connected: client?.write(bytes)
        case .received(let part):
            received += part
            if received.count >= expected {
                waiter?.resume(returning: received)
                waiter = nil
            }
        case .closed(let error):
            end = error.map { .failure($0) } ?? .success(())
            closing?.resume(returning: error)
            closing = nil
        }
    }

    func connectAndWaitForClose(_ address: SocketAddress) async throws -> SystemError? {
        client = try SocketStream(connectingTo: address, on: loop) { [weak self] event in
            self?.assumeIsolated { $0.handle(event, []) }
        }
        return await waitForClose()
    }

    func stopServing() {
        for stream in served { stream.close() }
        listener?.close()
        listener = nil
    }

    /// Waits for the end of the client's stream, which may have come before somebody waits.
    func waitForClose() async -> SystemError? {
        switch end {
        case .failure(let error): error
        case .success: nil
        case nil: await withCheckedContinuation { closing = $0 }
        }
    }
}

@Suite struct SocketStreamTests {
    @Test(
        "bytes arrive whole and in order, more of them than the system's buffers hold",
        arguments: [[127, 0, 0, 1], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]])
    func echoes(host: [UInt8]) async throws {
        let pair = EchoPair(try Loop.shared())
        let address = try await pair.listen(on: host)
        let sent = (0..<8_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
        #expect(try await pair.echo(sent, at: address) == sent)
        await pair.stopServing()
    }

    @Test("a port where nobody listens is a refused connection")
    func refused() async throws {
        let pair = EchoPair(try Loop.shared())
        let address = try await pair.listen(on: [127, 0, 0, 1])
        await pair.stopServing()
        let error = try await pair.connectAndWaitForClose(address)
        #expect(error?.isConnectionRefused == true)
    }

    @Test("the other side's closing ends the stream without an error")
    func closedByPeer() async throws {
        let pair = EchoPair(try Loop.shared())
        let address = try await pair.listen(on: [127, 0, 0, 1])
        #expect(try await pair.echo([1, 2, 3], at: address) == [1, 2, 3])
        await pair.stopServing()
        #expect(await pair.waitForClose() == nil)
    }
}
