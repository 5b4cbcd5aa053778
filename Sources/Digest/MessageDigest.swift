import COpenSSL

/// One running EVP computation, and the only place of this part that touches pointers.
///
/// The state is owned: it cannot be copied, and it is freed exactly once, at the end of its life. Every answer of OpenSSL
/// is looked at, so that a refusal becomes a ``DigestError``.
@safe
struct MessageDigest: ~Copyable {
    private let context: OpaquePointer
    private let algorithm: String

    /// Begins a computation.
    ///
    /// - Parameters:
    ///   - algorithm: the name by which OpenSSL's providers know it.
    ///   - properties: the query that chooses among providers (`property(7ossl)`), nil for the host's default.
    init(algorithm: String, properties: String? = nil) throws(DigestError) {
        ERR_clear_error()
        guard let method = unsafe EVP_MD_fetch(nil, algorithm, properties) else {
            throw Self.refusal(of: algorithm, at: .fetch)
        }
        // The context keeps a reference of its own.
        defer { unsafe EVP_MD_free(method) }
        guard let context = unsafe EVP_MD_CTX_new() else {
            throw Self.refusal(of: algorithm, at: .allocate)
        }
        guard unsafe EVP_DigestInit_ex(context, method, nil) == 1 else {
            unsafe EVP_MD_CTX_free(context)
            throw Self.refusal(of: algorithm, at: .begin)
        }
        unsafe self.context = unsafe context
        self.algorithm = algorithm
    }

    deinit {
        unsafe EVP_MD_CTX_free(context)
    }

    mutating func update(_ bytes: Span<UInt8>) throws(DigestError) {
        ERR_clear_error()
        let accepted = unsafe bytes.withUnsafeBytes { unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
        guard accepted == 1 else {
            throw Self.refusal(of: algorithm, at: .update)
        }
    }

    /// The result, which has to have the number of bytes that the caller knows the algorithm to give.
    consuming func finish(byteCount: Int) throws(DigestError) -> [UInt8] {
        ERR_clear_error()
        // OpenSSL writes what the algorithm gives, so there has to be room for the largest of all.
        var output = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var written: UInt32 = 0
        let finished = unsafe output.withUnsafeMutableBufferPointer { buffer in
            unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, &written)
        }
        guard finished == 1, Int(written) == byteCount else {
            throw Self.refusal(of: algorithm, at: .finish)
        }
        return Array(output.prefix(byteCount))
    }

    /// OpenSSL keeps a queue of errors per thread; its first entry is the cause.
    private static func refusal(of algorithm: String, at step: DigestError.Step) -> DigestError {
        let code = ERR_get_error()
        ERR_clear_error()
        guard code != 0 else {
            return DigestError(algorithm: algorithm, step: step, reason: nil)
        }
        let text = unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
            guard let base = buffer.baseAddress else { return "" }
            unsafe ERR_error_string_n(code, base, buffer.count)
            return unsafe String(cString: base)
        }
        return DigestError(algorithm: algorithm, step: step, reason: text)
    }
}
