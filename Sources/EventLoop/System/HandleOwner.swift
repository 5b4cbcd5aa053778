/// What libuv holds in place of the object that a handle works for: callbacks that come after the object has gone find
/// nobody, and what has to wait until libuv has let go of the handle happens then.
class HandleOwner {
    /// The object of a callback's `data` pointer, or nil when it has gone.
    static func of(_ data: UnsafeMutableRawPointer?) -> Self? {
        guard let data = unsafe data else { return nil }
        return unsafe Unmanaged<HandleOwner>.fromOpaque(data).takeUnretainedValue() as? Self
    }

    /// libuv has let go of the handle.
    func closed() {}
}
