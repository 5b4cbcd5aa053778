extension CQLWriter {
    mutating func write(_ type: TypeExpression) {
        switch type {
        case .native(let native): write(native.rawValue)
        case .list(let element): writeParameterized("list", [element])
        case .set(let element): writeParameterized("set", [element])
        case .map(let key, let value): writeParameterized("map", [key, value])
        case .tuple(let elements): writeParameterized("tuple", elements)
        case .frozen(let inner): writeParameterized("frozen", [inner])
        case .vector(let element, let dimension):
            write("vector<")
            write(element)
            write(", \(dimension)>")
        case .userDefined(let name): writeType(name)
        case .custom(let name): writeString(name)
        }
    }

    private mutating func writeParameterized(_ name: String, _ parameters: [TypeExpression]) {
        write(name)
        writeBracketed("<", parameters, ">") { $0.write($1) }
    }
}

extension TypeExpression: CustomStringConvertible {
    /// The type as CQL.
    public var description: String { CQLWriter.text { $0.write(self) } }
}
