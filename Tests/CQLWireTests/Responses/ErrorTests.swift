import CQLWire
import Testing

@Suite struct ErrorTests {
    static let vectors = [
        error("1000 unavailable", "00000011 00001000 0001 6d 0006 00000003 00000002", .unavailable) {
            .unavailable(consistency: .localQuorum, required: 3, alive: 2)
        },
        error("1100 write time-out", "00000016 00001100 0001 6d 0008 00000001 00000002 0003 434153", .writeTimeout) {
            .writeTimeout(consistency: .serial, received: 1, blockFor: 2, writeType: .cas)
        },
        error(
            "1100 of a write type not listed", "00000014 00001100 0001 6d 0001 00000000 00000001 0001 58", .writeTimeout
        ) {
            .writeTimeout(consistency: .one, received: 0, blockFor: 1, writeType: .unknown("X"))
        },
        error(
            "1100 at a level of later servers", "00000016 00001100 0001 6d 000b 00000001 00000002 0003 434153",
            .writeTimeout
        ) {
            .writeTimeout(consistency: Consistency(rawValue: 11), received: 1, blockFor: 2, writeType: .cas)
        },
        error("1200 read time-out", "00000012 00001200 0001 6d 0006 00000001 00000002 00", .readTimeout) {
            .readTimeout(consistency: .localQuorum, received: 1, blockFor: 2, dataPresent: false)
        },
        error("1300 read failure", "00000016 00001300 0001 6d 0006 00000001 00000002 00000001 00", .readFailure) {
            .readFailure(consistency: .localQuorum, received: 1, blockFor: 2, failures: 1, dataPresent: false)
        },
        error(
            "1400 function failure",
            "00000016 00001400 0001 6d 0003 6b7331 0001 66 0001 0003 696e74",
            .functionFailure
        ) {
            .functionFailure(keyspace: "ks1", function: "f", argumentTypes: ["int"])
        },
        error(
            "1500 write failure",
            "0000001d 00001500 0001 6d 0006 00000001 00000002 00000001 0006 53494d504c45",
            .writeFailure
        ) {
            .writeFailure(consistency: .localQuorum, received: 1, blockFor: 2, failures: 1, writeType: .simple)
        },
        error("1700 outcome of a CAS unknown", "00000011 00001700 0001 6d 0009 00000001 00000002", .casWriteUnknown) {
            .casWriteUnknown(consistency: .localSerial, received: 1, blockFor: 2)
        },
        error("2400 table exists", "0000000f 00002400 0001 6d 0003 6b7331 0001 74", .alreadyExists) {
            .alreadyExists(keyspace: "ks1", table: "t")
        },
        error("2400 keyspace exists", "0000000e 00002400 0001 6d 0003 6b7331 0000", .alreadyExists) {
            .alreadyExists(keyspace: "ks1", table: "")
        },
        error("2500 unprepared", "00000019 00002500 0001 6d 0010 abababababababababababababababab", .unprepared) {
            .unprepared(id: [UInt8](repeating: 0xab, count: 16))
        },
        error("0000 server error", "00000007 00000000 0001 6d", .serverError),
        error("000a protocol error", "00000007 0000000a 0001 6d", .protocolError),
        error("0100 bad credentials", "00000007 00000100 0001 6d", .badCredentials),
        error("1001 overloaded", "00000007 00001001 0001 6d", .overloaded),
        error("1002 bootstrapping", "00000007 00001002 0001 6d", .isBootstrapping),
        error("1003 truncate error", "00000007 00001003 0001 6d", .truncateError),
        error("1600 CDC write failure", "00000007 00001600 0001 6d", .cdcWriteFailure),
        error("2000 syntax error", "00000007 00002000 0001 6d", .syntaxError),
        error("2100 unauthorized", "00000007 00002100 0001 6d", .unauthorized),
        error("2200 invalid", "00000007 00002200 0001 6d", .invalid),
        error("2300 configuration error", "00000007 00002300 0001 6d", .configError),
        error("f000 a code that no version lists", "00000007 0000f000 0001 6d", .unknown(0xf000)),
        error("a negative code", "00000007 ffffffff 0001 6d", .unknown(-1)),
    ]

    private static func error(
        _ name: String,
        _ lengthAndBody: String,
        _ code: ServerErrorCode,
        _ details: () -> ServerError.Details = { .none }
    ) -> ResponseVector {
        ResponseVector(name, hex("84000001 00" + lengthAndBody), message: .error(.init(code, "m", details: details())))
    }

    @Test("an ERROR is read and written", arguments: vectors)
    func vector(_ vector: ResponseVector) throws {
        try vector.verify()
    }

    @Test("the contention count that Cassandra appends to a time-out is ignored")
    func contention() throws {
        let bytes = "00001100 0001 6d 0008 00000001 00000002 0006 53494d504c45 0003"
        let envelope = try response(hex("84000001 00 0000001b" + bytes))
        let details = ServerError.Details.writeTimeout(
            consistency: .serial,
            received: 1,
            blockFor: 2,
            writeType: .simple
        )
        #expect(envelope.message == .error(ServerError(.writeTimeout, "m", details: details)))
    }

    @Test("an ERROR of version 5 is read", arguments: versionFiveVectors)
    func versionFive(_ vector: VersionFiveVector) throws {
        let bytes = hex(vector.text)
        var decoder = FrameDecoder(receiving: .response)
        decoder.append(bytes)
        let frame = try #require(try decoder.next())
        #expect(frame.header.version == .v5)
        #expect(frame.bytes == bytes)
        #expect(try ResponseEnvelope(frame).message == .error(vector.error))
    }

    struct VersionFiveVector: Sendable, CustomTestStringConvertible {
        let text: String
        let error: ServerError
        var testDescription: String { "\(error.code)" }
    }

    static let versionFiveVectors = [
        VersionFiveVector(
            text: "8500000100000000180000110000016d0008000000010000000200034341530003",
            error: ServerError(
                .writeTimeout,
                "m",
                details: .writeTimeout(consistency: .serial, received: 1, blockFor: 2, writeType: .cas)
            )
        ),
        VersionFiveVector(
            text: "85000001000000001d0000130000016d0006000000010000000200000001047f000001000100",
            error: ServerError(
                .readFailure,
                "m",
                details: .readFailure(
                    consistency: .localQuorum,
                    received: 1,
                    blockFor: 2,
                    failures: 1,
                    dataPresent: false
                )
            )
        ),
        VersionFiveVector(
            text: "8500000100000000110000170000016d00090000000100000002",
            error: ServerError(
                .casWriteUnknown,
                "m",
                details: .casWriteUnknown(consistency: .localSerial, received: 1, blockFor: 2)
            )
        ),
    ]

    @Test("the refusal of a version is read in the version of the server", arguments: [3, 4, 5, 6, 0x42] as [UInt8])
    func refusedVersion(_ number: UInt8) throws {
        let text = "Invalid or unsupported protocol version (66); supported versions are (3/v3, 4/v4, 5/v5)"
        let refusal = ResponseEnvelope(.error(ServerError(.protocolError, text)))
        let frame = try refusal.frame(stream: 0, version: ProtocolVersion(rawValue: number))
        #expect(frame.bytes.first == 0x80 | number)
        #expect(try response(frame.bytes) == refusal)
    }

    @Test("a refusal in version 2, to a client that began with it, has a header of 8 bytes")
    func refusedVersionTwo() throws {
        let refusal = ResponseEnvelope(.error(ServerError(.protocolError, "m")))
        let frame = try refusal.frame(stream: 0, version: ProtocolVersion(rawValue: 2))
        #expect(hexText(frame.bytes) == "82000000" + "00000007" + "0000000a00016d")
        #expect(try response(frame.bytes) == refusal)
    }

    @Test("details cannot be written in another version than 4")
    func detailsOfOtherVersion() {
        let details = ServerError.Details.alreadyExists(keyspace: "k", table: "")
        let envelope = ResponseEnvelope(.error(ServerError(.alreadyExists, "m", details: details)))
        #expect(throws: WireError.self) { try envelope.frame(stream: 0, version: .v5) }
    }

    @Test("details are written with their own code only, and not left out")
    func detailsOfOtherCode() {
        let envelope = ResponseEnvelope(.error(ServerError(.invalid, "m", details: .unprepared(id: []))))
        #expect(throws: WireError.self) { try envelope.frame(stream: 0) }
        let bare = ResponseEnvelope(.error(ServerError(.unprepared, "m")))
        #expect(throws: WireError.self) { try bare.frame(stream: 0) }
    }

    @Test("every code has a number of its own and comes back from it")
    func codes() {
        for vector in Self.vectors {
            guard case .error(let error) = vector.meaning.message else { continue }
            #expect(ServerErrorCode(rawValue: error.code.rawValue) == error.code)
        }
        #expect(ServerErrorCode(rawValue: 0x2200) == .invalid)
        #expect("\(ServerErrorCode.protocolError) \(ServerErrorCode.unknown(0x12345))" == "0x000a 0x12345")
    }

    @Test("every write type comes back from its text")
    func writeTypes() {
        let names = ["SIMPLE", "BATCH", "UNLOGGED_BATCH", "COUNTER", "BATCH_LOG", "CAS", "VIEW", "CDC", "OTHER"]
        #expect(names.map { WriteType($0).description } == names)
        #expect(WriteType("CDC") == .cdc && WriteType("OTHER") == .unknown("OTHER"))
    }

    private func response(_ bytes: [UInt8]) throws -> ResponseEnvelope {
        var decoder = FrameDecoder(receiving: .response)
        decoder.append(bytes)
        return try ResponseEnvelope(try #require(try decoder.next()))
    }
}
