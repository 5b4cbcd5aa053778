import CQLSyntax

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
        result.views = views.mapValues { view in
            var view = view
            view.table = view.table.moved(from: self.name, to: name)
            return view
        }
        result.functions = functions.mapValues { $0.moved(from: self.name, to: name) }
        result.aggregates = aggregates.mapValues { $0.moved(from: self.name, to: name) }
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

extension UserFunction {
    func moved(from old: String, to new: String) -> UserFunction {
        var result = self
        result.keyspace = new
        result.arguments = arguments.map { Argument($0.name, $0.type.moved(from: old, to: new)) }
        result.returnType = returnType.moved(from: old, to: new)
        return result
    }
}

extension UserAggregate {
    func moved(from old: String, to new: String) -> UserAggregate {
        var result = self
        result.keyspace = new
        result.argumentTypes = argumentTypes.map { $0.moved(from: old, to: new) }
        result.stateType = stateType.moved(from: old, to: new)
        result.returnType = returnType.moved(from: old, to: new)
        return result
    }
}

extension FunctionCall {
    /// The call of a function of a keyspace as that of the same one in another keyspace.
    fileprivate func moved(from old: String, to new: String) -> FunctionCall {
        guard function.keyspace?.text == old else { return self }
        let name = new.isEmpty ? nil : Name(new)
        return FunctionCall(QualifiedName(keyspace: name, function.name), arguments)
    }
}

extension Table {
    func moved(from old: String, to new: String) -> Table {
        var result = self
        result.keyspace = new
        result.changeColumns { column in
            column.type = column.type.moved(from: old, to: new)
            column.mask = column.mask?.moved(from: old, to: new)
        }
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
