/// The rows of a table: its partitions in the order of the ring.
struct TableRows: Hashable, Sendable {
    /// The partitions by token, those with the same token by key.
    private(set) var partitions: [Partition] = []

    /// The partition of a key.
    func partition(_ key: [UInt8]) -> Partition? {
        let (index, isThere) = place(of: key)
        return isThere ? partitions[index] : nil
    }

    /// Changes the partition of a key, which is made if there is none.
    mutating func change(_ key: [UInt8], _ change: (inout Partition) -> Void) {
        let (index, isThere) = place(of: key)
        if !isThere { partitions.insert(Partition(key: key), at: index) }
        change(&partitions[index])
    }

    private func place(of key: [UInt8]) -> (index: Int, isThere: Bool) {
        let token = PartitionToken.token(of: key)
        var low = 0
        var high = partitions.count
        while low < high {
            let middle = (low + high) / 2
            let partition = partitions[middle]
            if partition.token == token, partition.key == key { return (middle, true) }
            let isBefore =
                partition.token != token ? partition.token < token : partition.key.lexicographicallyPrecedes(key)
            if isBefore { low = middle + 1 } else { high = middle }
        }
        return (low, false)
    }
}
