/// The tokens of the nodes: evenly spread, each node's between the others'.
enum TokenRing {
    /// As many as a node has by default (`num_tokens`, 4.0 and later).
    static let tokensPerNode = 16

    /// The tokens of a node, counted from 1, of so many.
    static func tokens(ofNode number: Int, of count: Int) -> [Int64] {
        let slots = UInt64(tokensPerNode * max(1, count))
        let step = UInt64.max / slots
        return (0..<tokensPerNode).map { index in
            let slot = UInt64(index * count + number - 1)
            return Int64(bitPattern: slot &* step &+ (1 << 63))
        }
    }
}
