public import CQLWire

/// What goes wrong with certain requests.
public struct Fault: Sendable {
    /// Which requests.
    public indirect enum Condition: Sendable {
        /// All of them.
        case any
        /// Those with this opcode.
        case opcode(Opcode)
        /// Those that run or prepare a statement with these words in it.
        case statement(String)
        /// Those at this node.
        case node(Int)
        /// Those on this connection, counted over all nodes from 0.
        case connection(Int)
        /// Those for which both hold.
        case both(Condition, Condition)
    }

    /// What happens to them.
    public enum Effect: Sendable {
        /// Nothing is done, and no answer comes.
        case silence
        /// Nothing is done, and the connection ends.
        case close
        /// Nothing is done, and this is the answer.
        case answer(Response)
        /// Nothing is done, and these bytes are the answer.
        case bytes([UInt8])
        /// Nothing is done, these bytes are sent, and the connection ends.
        case bytesAndClose([UInt8])
        /// It is done, and no answer comes.
        case silenceAfter
        /// It is done, and the connection ends.
        case closeAfter
        /// It is done, and this is the answer.
        case answerAfter(Response)
        /// It is done, and the answer warns.
        case warn([String])
        /// It is done, and the answer is kept back until the test lets it go.
        case hold
    }

    let condition: Condition
    let effect: Effect
    var times: Int

    /// A fault that happens so many times.
    public init(_ condition: Condition, _ effect: Effect, times: Int = .max) {
        self.condition = condition
        self.effect = effect
        self.times = times
    }
}

extension Fault.Condition {
    func holds(for request: ReceivedRequest, texts: [String]) -> Bool {
        switch self {
        case .any: true
        case .opcode(let opcode): request.message.opcode == opcode
        case .statement(let words): texts.contains { $0.contains(words) }
        case .node(let node): request.connection.node == node
        case .connection(let number): request.connection.number == number
        case .both(let first, let second):
            first.holds(for: request, texts: texts) && second.holds(for: request, texts: texts)
        }
    }
}
