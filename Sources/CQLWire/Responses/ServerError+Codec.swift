extension ServerError {
    /// Writes the message in version 4.
    func encode(into writer: inout ByteWriter) throws(WireError) {
        writer.writeInt(code.rawValue)
        try writer.writeString(message, "the error message")
        guard details.code == code || (details == .none && !code.hasDetails) else {
            throw .unencodable("the details of the error", needed: "those of the code \(code)", had: "\(details)")
        }
        try details.encode(into: &writer)
    }

    /// Reads the message of the given version.
    ///
    /// What follows the known fields is left unread: servers append details that the protocol version does not have
    /// (Cassandra 4.0 and later a contention count to every CAS time-out).
    init(version: ProtocolVersion, from reader: inout ByteReader) throws(WireError) {
        self.init(
            ServerErrorCode(rawValue: try reader.readInt("the error code")),
            try reader.readString("the error message")
        )
        details = try Details(of: code, version: version, from: &reader)
    }
}

extension ServerError.Details {
    /// The code that has these details; nil for none.
    fileprivate var code: ServerErrorCode? {
        switch self {
        case .none: nil
        case .unavailable: .unavailable
        case .writeTimeout: .writeTimeout
        case .readTimeout: .readTimeout
        case .readFailure: .readFailure
        case .functionFailure: .functionFailure
        case .writeFailure: .writeFailure
        case .casWriteUnknown: .casWriteUnknown
        case .alreadyExists: .alreadyExists
        case .unprepared: .unprepared
        }
    }

    fileprivate func encode(into writer: inout ByteWriter) throws(WireError) {
        switch self {
        case .none: break
        case .unavailable(let consistency, let required, let alive):
            writer.writeReplicas(consistency, required, alive)
        case .writeTimeout(let consistency, let received, let blockFor, let writeType):
            writer.writeReplicas(consistency, received, blockFor)
            try writer.writeString(writeType.description, "the write type")
        case .readTimeout(let consistency, let received, let blockFor, let dataPresent):
            writer.writeReplicas(consistency, received, blockFor)
            writer.writeByte(dataPresent ? 1 : 0)
        case .readFailure(let consistency, let received, let blockFor, let failures, let dataPresent):
            writer.writeReplicas(consistency, received, blockFor)
            writer.writeInt(failures)
            writer.writeByte(dataPresent ? 1 : 0)
        case .functionFailure(let keyspace, let function, let argumentTypes):
            try writer.writeString(keyspace, "the keyspace of the function")
            try writer.writeString(function, "the name of the function")
            try writer.writeStringList(argumentTypes, "the argument types of the function")
        case .writeFailure(let consistency, let received, let blockFor, let failures, let writeType):
            writer.writeReplicas(consistency, received, blockFor)
            writer.writeInt(failures)
            try writer.writeString(writeType.description, "the write type")
        case .casWriteUnknown(let consistency, let received, let blockFor):
            writer.writeReplicas(consistency, received, blockFor)
        case .alreadyExists(let keyspace, let table):
            try writer.writeString(keyspace, "the keyspace that exists")
            try writer.writeString(table, "the table that exists")
        case .unprepared(let id):
            try writer.writeShortBytes(id, "the prepared statement id")
        }
    }

    fileprivate init(
        of code: ServerErrorCode,
        version: ProtocolVersion,
        from reader: inout ByteReader
    ) throws(WireError) {
        switch code {
        case .unavailable:
            let (consistency, required, alive) = try reader.readReplicas()
            self = .unavailable(consistency: consistency, required: required, alive: alive)
        case .writeTimeout:
            let (consistency, received, blockFor) = try reader.readReplicas()
            let writeType = WriteType(try reader.readString("the write type"))
            self = .writeTimeout(
                consistency: consistency,
                received: received,
                blockFor: blockFor,
                writeType: writeType
            )
        case .readTimeout:
            let (consistency, received, blockFor) = try reader.readReplicas()
            let dataPresent = try reader.readByte("whether data was present") != 0
            self = .readTimeout(
                consistency: consistency,
                received: received,
                blockFor: blockFor,
                dataPresent: dataPresent
            )
        case .readFailure:
            let (consistency, received, blockFor) = try reader.readReplicas()
            let failures = try reader.readFailures(version)
            let dataPresent = try reader.readByte("whether data was present") != 0
            self = .readFailure(
                consistency: consistency,
                received: received,
                blockFor: blockFor,
                failures: failures,
                dataPresent: dataPresent
            )
        case .functionFailure:
            let keyspace = try reader.readString("the keyspace of the function")
            let function = try reader.readString("the name of the function")
            let argumentTypes = try reader.readStringList("the argument types of the function")
            self = .functionFailure(keyspace: keyspace, function: function, argumentTypes: argumentTypes)
        case .writeFailure:
            let (consistency, received, blockFor) = try reader.readReplicas()
            let failures = try reader.readFailures(version)
            let writeType = WriteType(try reader.readString("the write type"))
            self = .writeFailure(
                consistency: consistency,
                received: received,
                blockFor: blockFor,
                failures: failures,
                writeType: writeType
            )
        case .casWriteUnknown:
            let (consistency, received, blockFor) = try reader.readReplicas()
            self = .casWriteUnknown(consistency: consistency, received: received, blockFor: blockFor)
        case .alreadyExists:
            let keyspace = try reader.readString("the keyspace that exists")
            self = .alreadyExists(keyspace: keyspace, table: try reader.readString("the table that exists"))
        case .unprepared:
            self = .unprepared(id: Array(try reader.readShortBytes("the prepared statement id")))
        default:
            self = .none
        }
    }
}

extension ByteWriter {
    fileprivate mutating func writeReplicas(_ consistency: Consistency, _ first: Int32, _ second: Int32) {
        writeConsistency(consistency)
        writeInt(first)
        writeInt(second)
    }
}

extension ServerErrorCode {
    /// Whether details follow the message.
    fileprivate var hasDetails: Bool {
        switch self {
        case .unavailable, .writeTimeout, .readTimeout, .readFailure, .functionFailure, .writeFailure,
            .casWriteUnknown, .alreadyExists, .unprepared:
            true
        default:
            false
        }
    }
}

extension ByteReader {
    /// Reads how many replicas failed.
    ///
    /// Version 5 lists them with their reasons, which are skipped.
    fileprivate mutating func readFailures(_ version: ProtocolVersion) throws(WireError) -> Int32 {
        let failures = try readInt("the number of failures")
        if version > .v4 {
            try checkCount(Int(failures), minimumSize: 7, "the number of failures")
            for _ in 0..<failures {
                _ = try readInetAddress("a replica that failed")
                _ = try readShort("the reason of a failure")
            }
        }
        return failures
    }

    fileprivate mutating func readReplicas() throws(WireError) -> (Consistency, Int32, Int32) {
        let consistency = try readConsistency("the consistency of the request")
        let first = try readInt("the first replica count")
        return (consistency, first, try readInt("the second replica count"))
    }
}
