import CUV
import Glibc

/// One look-up of a host name, in libuv's pool of threads: the system's resolver blocks.
///
/// The look-up itself cannot be taken back: when the time is up the caller is told so, and the late answer is freed
/// and forgotten.
@safe actor NameLookup {
    typealias Outcome = Result<[SocketAddress], SystemError>

    private let loop: Loop
    private let system: SystemLoop
    private let host: String
    private let port: UInt16
    private let request: UnsafeMutablePointer<uv_getaddrinfo_t>
    private var continuation: CheckedContinuation<Outcome, Never>?
    private var timer: LoopTimer?

    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.asUnownedSerialExecutor() }

    init(of host: String, port: UInt16, on loop: Loop, of system: SystemLoop) {
        self.loop = loop
        self.system = system
        self.host = host
        self.port = port
        unsafe request = .allocate(capacity: 1)
    }

    /// Looks up, once.
    func run(timeout: Duration) async -> Outcome {
        await withCheckedContinuation { continuation in
            self.continuation = continuation
            start(timeout: timeout)
        }
    }

    private func start(timeout: Duration) {
        var hints = unsafe addrinfo()
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        // libuv holds the look-up, and with it the memory of the request, from here to its callback.
        let held = unsafe Unmanaged.passRetained(self)
        unsafe request.initialize(to: uv_getaddrinfo_t())
        unsafe request.pointee.data = held.toOpaque()
        let code = unsafe uv_getaddrinfo(
            system.loop, request,
            { request, status, list in
                guard let request = unsafe request, let data = unsafe request.pointee.data else { return }
                let lookup = unsafe Unmanaged<NameLookup>.fromOpaque(data).takeRetainedValue()
                let address = UInt(bitPattern: list)
                lookup.assumeIsolated { $0.finish(status: status, listAt: address) }
                unsafe request.deallocate()
            }, host, nil, &hints)
        guard code == 0 else {
            unsafe held.release()
            unsafe request.deallocate()
            return fail(code)
        }
        do throws(SystemError) {
            timer = try LoopTimer(on: loop) { [weak self] in
                self?.assumeIsolated { $0.fail(UV_ETIMEDOUT.rawValue) }
            }
            timer?.start(after: timeout)
        } catch {
            resume(.failure(error))
        }
    }

    private func finish(status: Int32, listAt address: UInt) {
        let list = unsafe UnsafeMutablePointer<addrinfo>(bitPattern: address)
        defer { unsafe uv_freeaddrinfo(list) }
        guard status == 0 else { return fail(status) }
        var addresses: [SocketAddress] = []
        var entry = unsafe list
        while let current = unsafe entry {
            if let pointer = unsafe current.pointee.ai_addr,
                let address = unsafe Socket.address(of: pointer, port: port), !addresses.contains(address)
            {
                addresses.append(address)
            }
            unsafe entry = current.pointee.ai_next
        }
        resume(.success(addresses))
    }

    private func fail(_ code: Int32) {
        resume(.failure(SystemError(operation: "look up \(host)", code: code)))
    }

    private func resume(_ outcome: Outcome) {
        timer = nil
        continuation?.resume(returning: outcome)
        continuation = nil
    }
}
