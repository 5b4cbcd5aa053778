/// Nodes that can be told what is to go wrong, and whose clocks can be set: the embedded ones.
public protocol FaultyNodes: NodesUnderTest {
    /// Adds a fault in the words of `cqlmig sandbox --fault`.
    func add(fault: String) async throws
    /// Waits until a fault has happened.
    func waitForFault() async throws
    /// Lets a node tell a version of the schema that no other node has.
    func letDiffer(_ node: Int) async throws
    /// Takes all faults away.
    func removeFaults() async
    /// Sets how many seconds the clock of a node is ahead; a negative number: behind.
    func setClock(of node: Int, ahead seconds: Int) async
}
