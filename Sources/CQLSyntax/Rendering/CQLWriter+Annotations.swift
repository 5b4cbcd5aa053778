extension CQLWriter {
    mutating func write(_ annotation: Annotation) {
        switch annotation.kind {
        case .comment: write("COMMENT ON ")
        case .securityLabel(nil): write("SECURITY LABEL ON ")
        case .securityLabel(let provider?): write("SECURITY LABEL FOR \(provider) ON ")
        }
        switch annotation.target {
        case .keyspace(let name): write("KEYSPACE \(name)")
        case .table(let name): write("TABLE \(name)")
        case .column(let table, let name): write("COLUMN \(table).\(name)")
        case .type(let name):
            write("TYPE ")
            writeType(name)
        case .field(let type, let name):
            write("FIELD ")
            writeType(type)
            write(".\(name)")
        }
        write(" IS ")
        if let text = annotation.text { writeString(text) } else { write("NULL") }
    }
}
