extension Keyspace {
    /// The same keyspace under another name, with everything in it.
    ///
    /// The empty name stands for the keyspace of a session: what belongs to it is written without a keyspace in front.
    public func renamed(to name: String) -> Keyspace {
        guard name != self.name else { return self }
        var result = self
        result.name = name
        result.types = types.mapValues { $0.moved(from: self.name, to: name) }
        result.tables = tables.mapValues { $0.moved(from: self.name, to: name) }
        return result
    }
}

extension UserType {
    func moved(from old: String, to new: String) -> UserType {
        UserType(
            keyspace: new, name: name,
            fields: fields.map { Field($0.name, $0.type.moved(from: old, to: new)) })
    }
}

extension Table {
    func moved(from old: String, to new: String) -> Table {
        var result = self
        result.keyspace = new
        result.changeTypes { $0.moved(from: old, to: new) }
        return result
    }
}

extension DataType {
    /// The type with the user-defined types of a keyspace as those of another one.
    func moved(from old: String, to new: String) -> DataType {
        switch self {
        case .native, .custom: self
        case .list(let element, let isFrozen): .list(element.moved(from: old, to: new), isFrozen: isFrozen)
        case .set(let element, let isFrozen): .set(element.moved(from: old, to: new), isFrozen: isFrozen)
        case .map(let key, let value, let isFrozen):
            .map(key.moved(from: old, to: new), value.moved(from: old, to: new), isFrozen: isFrozen)
        case .tuple(let parts, let isFrozen): .tuple(parts.map { $0.moved(from: old, to: new) }, isFrozen: isFrozen)
        case .vector(let element, let dimension): .vector(element.moved(from: old, to: new), dimension: dimension)
        case .userDefined(let keyspace, let name, let isFrozen):
            .userDefined(keyspace: keyspace == old ? new : keyspace, name: name, isFrozen: isFrozen)
        }
    }
}
