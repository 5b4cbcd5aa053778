import CQLWire

/// Messages of all kinds.
extension SeededGenerator {
    mutating func request() -> RequestEnvelope {
        let message: Request
        switch below(8) {
        case 0: message = .startup(["CQL_VERSION": "3.0.0", text(upTo: 3): text(upTo: 3)])
        case 1: message = .options
        case 2: message = .authResponse(once(in: 3) ? nil : bytes(upTo: 9))
        case 3: message = .query(text(upTo: 20), parameters())
        case 4: message = .prepare(text(upTo: 20))
        case 5: message = .execute(id: bytes(upTo: 16), parameters())
        case 6: message = .batch(batch())
        default: message = .register(array(upTo: 4) { $0.pick(EventType.allCases) })
        }
        return RequestEnvelope(message, tracing: once(in: 3), customPayload: payload())
    }

    private mutating func parameters() -> QueryParameters {
        let positional = array(upTo: 3) { $0.boundValue() }
        let named = (0...below(3)).map { _ in
            QueryParameters.NamedValue(name: text(upTo: 3), value: boundValue())
        }
        return QueryParameters(
            consistency: pick(Consistency.allCases),
            values: once(in: 2) ? .positional(positional) : .named(named),
            skipMetadata: once(in: 2),
            pageSize: once(in: 2) ? nil : integer(Int32.self),
            pagingState: once(in: 2) ? nil : bytes(upTo: 9),
            serialConsistency: once(in: 2) ? nil : pick([.serial, .localSerial]),
            defaultTimestamp: once(in: 2) ? nil : integer(Int64.self)
        )
    }

    private mutating func boundValue() -> BoundValue {
        switch below(4) {
        case 0: .null
        case 1: .unset
        default: .bytes(bytes(upTo: 9))
        }
    }

    private mutating func batch() -> Batch {
        Batch(
            pick(Batch.Kind.allCases),
            array(upTo: 4) { generator in
                let source: Batch.Source =
                    generator.once(in: 2)
                    ? .cql(generator.text(upTo: 9)) : .prepared(generator.bytes(upTo: 16))
                return Batch.Statement(source, values: generator.array(upTo: 3) { $0.boundValue() })
            },
            consistency: pick(Consistency.allCases),
            serialConsistency: once(in: 2) ? nil : .localSerial,
            defaultTimestamp: once(in: 2) ? nil : integer(Int64.self)
        )
    }

    private mutating func payload() -> [String: [UInt8]?] {
        var payload: [String: [UInt8]?] = [:]
        while once(in: 3) { payload.updateValue(once(in: 3) ? nil : bytes(upTo: 9), forKey: text(upTo: 3)) }
        return payload
    }

    mutating func response() -> ResponseEnvelope {
        let message: Response
        switch below(8) {
        case 0: message = .error(ServerError(.invalid, text(upTo: 20)))
        case 1: message = .authenticate(text(upTo: 20))
        case 2: message = .supported(["x" + text(upTo: 3): array(upTo: 3) { $0.text(upTo: 3) }, "": []])
        case 3: message = .authChallenge(bytes(upTo: 9))
        case 4: message = .authSuccess(once(in: 2) ? nil : bytes(upTo: 9))
        case 5:
            message = .event(
                .statusChange(pick([.up, .down]), InetEndpoint(address: inet(), port: integer(UInt16.self))))
        case 6: message = .result(.prepared(prepared()))
        default: message = rows().map { .result(.rows($0)) } ?? .ready
        }
        return ResponseEnvelope(
            message,
            tracingID: once(in: 3) ? uuid(version: 1) : nil,
            warnings: array(upTo: 2) { $0.text(upTo: 9) },
            customPayload: payload()
        )
    }

    private mutating func columns() -> [ColumnSpecification] {
        let oneTable = once(in: 2)
        return (0...below(4)).map { index in
            ColumnSpecification(
                keyspace: "k",
                table: oneTable ? "t" : text(upTo: 3),
                name: "c\(index)",
                type: type(depth: 3)
            )
        }
    }

    private mutating func prepared() -> PreparedStatement {
        let markers = once(in: 3) ? [] : columns()
        return PreparedStatement(
            id: bytes(upTo: 16),
            markers: markers,
            partitionKeyIndexes: once(in: 2) ? [] : markers.indices.map { UInt16($0) },
            result: once(in: 2) ? RowsMetadata(columnCount: 0) : RowsMetadata(columns: columns())
        )
    }

    private mutating func rows() -> Rows? {
        let columns = columns()
        let rows = array(upTo: 4) { generator in
            columns.map { generator.once(in: 4) ? nil : try? generator.value(of: $0.type).encoded(as: $0.type) }
        }
        let pagingState = once(in: 2) ? nil : bytes(upTo: 9)
        let metadata =
            once(in: 4)
            ? RowsMetadata(columnCount: columns.count, pagingState: pagingState)
            : RowsMetadata(columns: columns, pagingState: pagingState)
        return try? Rows(metadata: metadata, rows: rows)
    }
}
