import CQLWire
import Testing

@Suite struct JavaClassTests {
    private static let package = "org.apache.cassandra.db.marshal."

    struct Vector: Sendable, CustomTestStringConvertible {
        let name: String
        let type: CQLType
        var testDescription: String { name }

        /// - Parameter name: `@` stands for the package.
        init(_ name: String, _ type: CQLType) {
            self.name = name.split(separator: "@", omittingEmptySubsequences: false).joined(separator: package)
            self.type = type
        }
    }

    /// Names as the server writes them.
    static let written = [
        Vector("@Int32Type", .int), Vector("@UTF8Type", .text), Vector("@DurationType", .duration),
        Vector("@TimeUUIDType", .timeuuid), Vector("@IntegerType", .varint), Vector("@SimpleDateType", .date),
        Vector("@CounterColumnType", .counter), Vector("@ByteType", .tinyint), Vector("@ShortType", .smallint),
        Vector("@VectorType(@FloatType , 3)", .vector(.float, dimension: 3)),
        Vector("@VectorType(@VectorType(@Int32Type , 2) , 3)", .vector(.vector(.int, dimension: 2), dimension: 3)),
        Vector("@VectorType(@FrozenType(@ListType(@Int32Type)) , 1)", .vector(.list(.int), dimension: 1)),
        Vector("@ListType(@SetType(@UTF8Type))", .list(.set(.text))),
        Vector("@MapType(@UTF8Type,@BytesType)", .map(.text, .blob)),
        Vector("@TupleType(@Int32Type,@UTF8Type)", .tuple([.int, .text])),
        Vector("@UserType(ks,7479,61:@Int32Type,622063:@ListType(@UTF8Type))", .udt(type)),
        Vector("com.example.Custom", .custom("com.example.Custom")),
    ]

    /// Other names that mean the same, and names that are not understood.
    static let read = [
        Vector("Int32Type", .int), Vector("@DateType", .timestamp), Vector("", .blob), Vector("  @Int32Type ", .int),
        Vector("@ReversedType(@Int32Type)", .int),
        Vector("@FrozenType(@MapType(@Int32Type, @Int32Type))", .map(.int, .int)),
        Vector(
            "@ListType(@FrozenType(@UserType(ks,7479,61:@Int32Type,622063:@ListType(@UTF8Type))))", .list(.udt(type))),
        Vector("@VectorType(@FloatType,3)", .vector(.float, dimension: 3)),
        Vector("@ListType(com.example.A(x,(y)))", .list(.custom("com.example.A(x,(y))"))),
        Vector("@ListType()", .list(.blob)),
        Vector("@EmptyType", .custom("\(package)EmptyType")),
        Vector(
            "@CompositeType(@UTF8Type,@Int32Type)",
            .custom("\(package)CompositeType(\(package)UTF8Type,\(package)Int32Type)")),
    ]

    static let malformed = [
        "@ListType", "@ListType(", "@ListType(@Int32Type", "@ListType(@Int32Type,@Int32Type)", "@Int32Type()",
        "@Int32Type x",
        "@MapType(@Int32Type)", "@VectorType(@FloatType)", "@VectorType(@FloatType , 0)",
        "@VectorType(@FloatType , -1)",
        "@VectorType(@FloatType , 2147483648)", "@VectorType(@FloatType , 1.5)", "@UserType(ks)", "@UserType(ks,747)",
        "@UserType(ks,ff)", "@UserType(ks,7479,61)", "@UserType(ks,7479,61:@ListType)", "(", ")", "a.B(", "@ListType(]",
        "@TupleType(@Int32Type", "@DateType(x)", "@FrozenType(@Int32Type,@Int32Type)",
    ]

    private static let type = UserDefinedType(
        keyspace: "ks",
        name: "ty",
        fields: [.init(name: "a", type: .int), .init(name: "b c", type: .list(.text))]
    )

    @Test("the name of a class is read and written", arguments: written)
    func writtenName(_ vector: Vector) {
        #expect(CQLType(javaClassName: vector.name) == vector.type)
        #expect(vector.type.javaClassName == vector.name)
    }

    @Test("other forms of a name are read", arguments: read)
    func readName(_ vector: Vector) {
        #expect(CQLType(javaClassName: vector.name) == vector.type)
    }

    @Test("a name that is not well-formed stays a custom type", arguments: malformed)
    func malformedName(_ name: String) {
        let name = Vector(name, .int).name
        #expect(CQLType(javaClassName: name) == .custom(name))
    }

    @Test(
        "a name nested deeper than 64 levels stays a custom type",
        arguments: ["FrozenType(", "ListType(", "VectorType("])
    func depth(_ level: String) {
        let name = String(repeating: level, count: 20_000)
        #expect(CQLType(javaClassName: name) == .custom(name))
        let fits = String(repeating: "ListType(", count: 63) + "Int32Type" + String(repeating: ")", count: 63)
        #expect(CQLType(javaClassName: fits) != .custom(fits))
    }

    @Test("the name of every type comes back, also within a vector")
    func roundTrip() {
        for vector in TypeOptionTests.vectors where vector.type != .tuple([]) {
            #expect(CQLType(javaClassName: vector.type.javaClassName) == vector.type)
            let nested = CQLType.vector(vector.type, dimension: 2)
            #expect(CQLType(javaClassName: nested.javaClassName) == nested)
        }
    }
}
