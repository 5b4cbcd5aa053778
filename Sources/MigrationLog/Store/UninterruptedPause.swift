/// Waits, also in a task that was cancelled: what became of a statement has to be written down and the lock given back
/// whoever has lost interest meanwhile.
func uninterruptedPause(_ length: Duration) async {
    await Task { try? await Task.sleep(for: length) }.value
}
