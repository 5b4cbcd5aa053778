/// What stands at a path, after symbolic links.
public struct FileStatus: Hashable, Sendable {
    /// The kinds that matter to a walk.
    public enum Kind: Hashable, Sendable {
        /// A regular file.
        case file
        /// A folder.
        case folder
        /// A device, pipe or socket.
        case other
    }

    /// What makes two paths the same file or folder, whatever they are called: device and inode.
    public struct Identity: Hashable, Sendable {
        /// The number of the device.
        public let device: UInt64
        /// The number of the inode on it.
        public let inode: UInt64

        /// Makes one of its parts.
        public init(device: UInt64, inode: UInt64) {
            self.device = device
            self.inode = inode
        }
    }

    /// What it is.
    public let kind: Kind
    /// Which one it is.
    public let identity: Identity

    /// Makes one of its parts.
    public init(kind: Kind, identity: Identity) {
        self.kind = kind
        self.identity = identity
    }
}
