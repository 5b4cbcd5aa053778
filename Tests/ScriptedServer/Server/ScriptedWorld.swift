public import EventLoop

/// Where the scripted servers of a test live.
public enum ScriptedWorld {
    /// The loop that runs them and their clients; without one it is the loop of this process, with its sockets and its
    /// clock.
    @TaskLocal public static var loop: Loop?
}
