import Glibc

/// Who runs the program, and where: what log and lock say of it.
struct OperatorIdentity: Equatable, Sendable {
    /// The user.
    var user: String
    /// The machine.
    var host: String
    /// The number of the process.
    var pid: Int64
    /// The page of the CI job, if one runs this.
    var ciURL: String?

    /// The identity of this process.
    static func ofProcess(_ environment: [String: String]) -> OperatorIdentity {
        OperatorIdentity(
            user: userName(environment) ?? accountName() ?? "uid \(getuid())", host: hostName(),
            pid: Int64(getpid()), ciURL: CIPage.url(environment))
    }

    /// The name that the environment gives.
    static func userName(_ environment: [String: String]) -> String? {
        ["USER", "LOGNAME"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    }

    /// The name of the account, as the system's database has it: containers often have no variable.
    private static func accountName() -> String? {
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { buffer in
            var entry = unsafe passwd()
            var result: UnsafeMutablePointer<passwd>?
            guard let base = buffer.baseAddress,
                unsafe getpwuid_r(getuid(), &entry, base, buffer.count, &result) == 0,
                let name = unsafe result?.pointee.pw_name
            else { return nil }
            return unsafe String(cString: name)
        }
    }

    private static func hostName() -> String {
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 257) { buffer in
            guard let base = buffer.baseAddress, unsafe gethostname(base, buffer.count - 1) == 0 else {
                return "unknown"
            }
            unsafe buffer[buffer.count - 1] = 0
            return unsafe String(cString: base)
        }
    }
}
