import CUV

/// A handle of libuv that belongs to one loop: its memory, its owner, and the closing that has to precede the freeing.
///
/// Used on the thread of the loop only, save for `deinit`, which may happen anywhere: an actor is freed wherever its
/// last reference is dropped. So libuv never holds the owner itself but a `HandleOwner` that outlives the handle.
@safe final class Handle<Kind> {
    let pointer: UnsafeMutablePointer<Kind>
    private let loop: Loop
    private let owner: HandleOwner
    private var isInitialized = false

    /// Memory for a handle whose callbacks are for `owner`.
    init(on loop: Loop, for owner: HandleOwner) {
        self.loop = loop
        self.owner = owner
        unsafe pointer = .allocate(capacity: 1)
    }

    /// Runs the `uv_…_init` of the handle; from then on the memory is libuv's until it says that the handle is closed.
    func initialize(_ operation: String, with body: (UnsafeMutablePointer<Kind>) -> Int32) throws(SystemError) {
        let code = unsafe body(pointer)
        guard code == 0 else { throw SystemError(operation: operation, code: code) }
        isInitialized = true
        let handle = unsafe UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: uv_handle_t.self)
        unsafe handle.pointee.data = Unmanaged.passRetained(owner).toOpaque()
    }

    deinit {
        guard isInitialized else {
            unsafe pointer.deallocate()
            return
        }
        let address = unsafe UInt(bitPattern: pointer)
        if loop.isCurrent {
            closeHandle(at: address)
        } else {
            loop.perform { closeHandle(at: address) }
        }
    }
}

/// Closes the handle at an address, which on its way to the loop's thread was a number: pointers may not cross.
private func closeHandle(at address: UInt) {
    guard let handle = unsafe UnsafeMutablePointer<uv_handle_t>(bitPattern: address) else { return }
    unsafe uv_close(handle) { handle in
        guard let handle = unsafe handle else { return }
        if let data = unsafe handle.pointee.data {
            unsafe Unmanaged<HandleOwner>.fromOpaque(data).takeRetainedValue().closed()
        }
        unsafe UnsafeMutableRawPointer(handle).deallocate()
    }
}
