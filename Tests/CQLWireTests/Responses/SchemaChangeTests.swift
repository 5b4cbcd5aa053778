import CQLWire
import Testing

@Suite struct SchemaChangeTests {
    static let vectors = [
        ResponseVector(
            "a keyspace created",
            hex(
                """
                84 00 0001 08 0000001c                                   // RESULT
                00000005                                                 // kind: Schema_change
                0007 43524541544544                                      // CREATED
                0008 4b45595350414345  0003 6b7331                       // KEYSPACE ks1
                """),
            message: .result(.schemaChange(SchemaChange(.created, .keyspace("ks1"))))
        ),
        ResponseVector(
            "a function dropped",
            hex(
                """
                84 00 0001 08 0000002c
                00000005
                0007 44524f50504544                                      // DROPPED
                0008 46554e4354494f4e  0003 6b7331  0001 66              // FUNCTION ks1.f
                0002 0003 696e74 0004 74657874                           // int, text
                """),
            message: .result(
                .schemaChange(
                    SchemaChange(.dropped, .function(keyspace: "ks1", name: "f", argumentTypes: ["int", "text"]))
                )
            )
        ),
        ResponseVector(
            "a table updated",
            hex("84000001 08 0000001c 00000005 0007 55504441544544 0005 5441424c45 0003 6b7331 0001 74"),
            message: .result(.schemaChange(SchemaChange(.updated, .table(keyspace: "ks1", name: "t"))))
        ),
        ResponseVector(
            "an aggregate created",
            hex("84000001 08 00000022 00000005 0007 43524541544544 0009 414747524547415445 0003 6b7331 0001 61 0000"),
            message: .result(
                .schemaChange(SchemaChange(.created, .aggregate(keyspace: "ks1", name: "a", argumentTypes: [])))
            )
        ),
    ]

    @Test("a schema change is read and written", arguments: vectors)
    func vector(_ vector: ResponseVector) throws {
        try vector.verify()
    }

    @Test("a change and a target that the specification does not list are kept, for the statement did succeed")
    func unknown() throws {
        let bytes = hex("84000001 08 0000000e 00000005 0001 58 0001 59 0002 6b31")
        let change = SchemaChange(.unknown("X"), .unknown(kind: "Y", description: hex("0002 6b31")))
        let envelope = ResponseEnvelope(.result(.schemaChange(change)))
        #expect(exactError(bytes, as: ResponseEnvelope.self) == nil)
        #expect(try envelope.frame(stream: 1).bytes == bytes)
        var decoder = FrameDecoder(receiving: .response)
        decoder.append(bytes)
        #expect(try ResponseEnvelope(try #require(try decoder.next())) == envelope)
    }
}
