import Glibc

/// The two ends of a pipe, which children do not inherit by themselves.
struct Pipe {
    let reading: Int32
    let writing: Int32

    /// To be made under the lock of `SpawnPlan`: a child that is started between its making and its marking would keep
    /// the ends, and with them hide the end of the data.
    init() throws(ProcessError) {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { throw ProcessError(call: "pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        reading = ends[0]
        writing = ends[1]
    }
}
