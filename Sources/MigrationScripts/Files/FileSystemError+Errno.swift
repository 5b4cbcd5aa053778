import Glibc

extension FileSystemError {
    /// Makes an error of what a system call left in `errno`.
    init(_ operation: Operation, _ path: String, errno number: Int32) {
        self.init(operation, path, Reason(errno: number), text: Self.text(of: number))
    }

    /// Makes the error for a file of more bytes than may be read.
    init(tooLarge path: String, limit: Int) {
        let text =
            limit % (1 << 20) == 0
            ? "it has more than \(limit >> 20) MiB, the most that is read"
            : "it has more than \(limit) bytes, the most that is read"
        self.init(.read, path, .tooLarge(limit: limit), text: text)
    }

    /// The system's words for a number of `errno`.
    private static func text(of number: Int32) -> String {
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
            guard let base = buffer.baseAddress, unsafe strerror_r(number, base, buffer.count) == 0 else {
                return "error \(number)"
            }
            return unsafe String(cString: base)
        }
    }
}

extension FileSystemError.Reason {
    fileprivate init(errno number: Int32) {
        switch number {
        case ENOENT: self = .notFound
        case EEXIST: self = .exists
        case ENOTDIR: self = .notAFolder
        case EISDIR: self = .notARegularFile
        case EACCES, EPERM: self = .notPermitted
        case EROFS: self = .readOnly
        case ENOSPC, EDQUOT: self = .noSpace
        default: self = .system(errno: number)
        }
    }
}
