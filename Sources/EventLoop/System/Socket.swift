// The one file that imports all of Foundation, for the POSIX sockets that it re-exports on every platform. Nothing of
// Foundation itself is used here: a single call that needs ICU would add 40 MB to the binary.
import CUV
import Foundation
import Glibc

/// A non-blocking TCP socket: the system calls and nothing else.
///
/// Every `unsafe` of this file is the passing of a buffer, whose length goes with it, to one system call.
struct Socket {
    /// The file descriptor, which libuv watches.
    let descriptor: Int32

    /// A new socket for the family of `address`.
    init(for address: SocketAddress) throws(SystemError) {
        let family = address.isIPv6 ? AF_INET6 : AF_INET
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        descriptor = socket(family, type, Int32(IPPROTO_TCP))
        guard descriptor >= 0 else { throw SystemError(operation: "open a socket", errno: errno) }
        // Requests are small and each waits for its answer; Nagle's algorithm would hold them back.
        set(IPPROTO_TCP, TCP_NODELAY, 1)
        set(SOL_SOCKET, SO_KEEPALIVE, 1)
    }

    /// A socket that the system accepted or a test made.
    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    // A socket without an option works, only less well: there is nothing to report.
    private func set(_ level: Int, _ option: Int32, _ value: Int32) { set(Int32(level), option, value) }

    private func set(_ level: Int32, _ option: Int32, _ value: Int32) {
        var value = value
        unsafe setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
    }

    /// Starts to connect. The socket becomes writable when it is known how that ended: see `pendingError()`.
    func connect(to address: SocketAddress) throws(SystemError) {
        let result = unsafe Self.withSocketAddress(address) { pointer, length in
            unsafe Foundation.connect(descriptor, pointer, length)
        }
        guard result == 0 || errno == EINPROGRESS else { throw SystemError(operation: "connect", errno: errno) }
    }

    /// The error that a connect in progress ended with, or nil when it succeeded.
    func pendingError() -> SystemError? {
        var code: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        guard unsafe getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &length) == 0 else {
            return SystemError(operation: "connect", errno: errno)
        }
        return code == 0 ? nil : SystemError(operation: "connect", errno: code)
    }

    /// Takes connections at `address` and says at which one, which matters when its port was 0.
    func listen(on address: SocketAddress) throws(SystemError) -> SocketAddress {
        set(SOL_SOCKET, SO_REUSEADDR, 1)
        let bound = unsafe Self.withSocketAddress(address) { pointer, length in
            unsafe bind(descriptor, pointer, length)
        }
        guard bound == 0 else { throw SystemError(operation: "listen on \(address)", errno: errno) }
        guard Glibc.listen(descriptor, 128) == 0 else {
            throw SystemError(operation: "listen on \(address)", errno: errno)
        }
        guard let actual = localAddress() else {
            throw SystemError(operation: "listen on \(address)", errno: errno)
        }
        return actual
    }

    /// The next connection to a listening socket, or nil when there is none after all.
    func accept() -> Socket? {
        let accepted = Glibc.accept(descriptor, nil, nil)
        guard accepted >= 0 else { return nil }
        let socket = Socket(descriptor: accepted)
        guard fcntl(accepted, F_SETFL, O_NONBLOCK) == 0, fcntl(accepted, F_SETFD, FD_CLOEXEC) == 0 else {
            socket.close()
            return nil
        }
        socket.set(IPPROTO_TCP, TCP_NODELAY, 1)
        return socket
    }

    private func localAddress() -> SocketAddress? {
        unsafe address { unsafe getsockname(descriptor, $0, $1) }
    }

    /// Where the other side of a connection is; nil when it is gone already.
    func peerAddress() -> SocketAddress? {
        unsafe address { unsafe getpeername(descriptor, $0, $1) }
    }

    private func address(
        _ call: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
    ) -> SocketAddress? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return unsafe withUnsafeMutablePointer(to: &storage) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                guard unsafe call(address, &length) == 0 else { return nil }
                return unsafe Self.address(of: address)
            }
        }
    }

    /// Makes the system reset the connection when the descriptor is given back, in place of ending it in order.
    func resetOnClose() {
        var value = linger(l_onoff: 1, l_linger: 0)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &value, socklen_t(MemoryLayout<linger>.size))
    }

    /// What `read(upTo:)` found.
    enum Input {
        case bytes([UInt8])
        case nothingYet
        case end
    }

    /// The bytes that have arrived, at most `limit`.
    func read(upTo limit: Int) throws(SystemError) -> Input {
        var count = 0
        var failure: Int32 = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, initialized in
            repeat {
                count = unsafe recv(descriptor, buffer.baseAddress, limit, 0)
            } while count < 0 && errno == EINTR
            failure = errno
            initialized = max(0, count)
        }
        if count > 0 { return .bytes(bytes) }
        if count == 0 { return .end }
        if failure == EAGAIN || failure == EWOULDBLOCK { return .nothingYet }
        throw SystemError(operation: "read", errno: failure)
    }

    /// Hands bytes to the system and says how many it took: 0 when its buffer is full.
    func write(_ bytes: ArraySlice<UInt8>) throws(SystemError) -> Int {
        var count = 0
        var failure: Int32 = 0
        unsafe bytes.withUnsafeBytes { buffer in
            repeat {
                // MSG_NOSIGNAL: a closed connection is an error to report, not a signal that ends the process.
                count = unsafe send(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
            } while count < 0 && errno == EINTR
            failure = errno
        }
        if count >= 0 { return count }
        if failure == EAGAIN || failure == EWOULDBLOCK { return 0 }
        throw SystemError(operation: "write", errno: failure)
    }

    /// Gives the descriptor back to the system.
    func close() {
        _ = Foundation.close(descriptor)
    }
}

extension Socket {
    /// `body` with the address in the form of the system calls.
    private static func withSocketAddress(
        _ address: SocketAddress, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        if address.isIPv6 {
            var system = sockaddr_in6()
            system.sin6_family = sa_family_t(AF_INET6)
            system.sin6_port = address.port.bigEndian
            system.sin6_scope_id = address.scope
            unsafe withUnsafeMutableBytes(of: &system.sin6_addr) { unsafe $0.copyBytes(from: address.bytes) }
            return unsafe withUnsafePointer(to: &system) {
                unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    unsafe body($0, socklen_t(MemoryLayout<sockaddr_in6>.size))
                }
            }
        }
        var system = sockaddr_in()
        system.sin_family = sa_family_t(AF_INET)
        system.sin_port = address.port.bigEndian
        unsafe withUnsafeMutableBytes(of: &system.sin_addr) { unsafe $0.copyBytes(from: address.bytes) }
        return unsafe withUnsafePointer(to: &system) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    /// The address of a `sockaddr` as `getaddrinfo` gives it, or nil when it is neither IPv4 nor IPv6.
    /// Its port is that of the `sockaddr` unless another one is given.
    static func address(of pointer: UnsafePointer<sockaddr>, port: UInt16? = nil) -> SocketAddress? {
        switch Int32(unsafe pointer.pointee.sa_family) {
        case AF_INET:
            return unsafe pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                let bytes = unsafe withUnsafeBytes(of: $0.pointee.sin_addr) { unsafe [UInt8]($0) }
                return SocketAddress(bytes: bytes, port: port ?? UInt16(bigEndian: unsafe $0.pointee.sin_port))
            }
        case AF_INET6:
            return unsafe pointer.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
                let bytes = unsafe withUnsafeBytes(of: $0.pointee.sin6_addr) { unsafe [UInt8]($0) }
                return SocketAddress(
                    bytes: bytes, port: port ?? UInt16(bigEndian: unsafe $0.pointee.sin6_port),
                    scope: unsafe $0.pointee.sin6_scope_id)
            }
        default:
            return nil
        }
    }

    /// The usual text of an address of 4 or 16 bytes.
    static func text(ofAddress bytes: [UInt8]) -> String {
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN) + 1)
        let family = bytes.count == 16 ? AF_INET6 : AF_INET
        guard unsafe inet_ntop(family, bytes, &buffer, socklen_t(buffer.count)) != nil else { return "?" }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
