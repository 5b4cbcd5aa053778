import CQLSyntax
import SchemaModel
import Testing

@Suite struct DataTypeTests {
    @Test("a frozen collection freezes what is in it, and says so at every level")
    func freezing() {
        let type = DataType.map(
            .native(.text), .list(.userDefined(keyspace: "k", name: "Type", isFrozen: false), isFrozen: false),
            isFrozen: false)
        #expect(type.isMultiCell)
        #expect(type.description == #"map<text, list<"Type">>"#)
        #expect(type.frozen.description == #"frozen<map<text, frozen<list<frozen<"Type">>>>>"#)
        #expect(!type.frozen.isMultiCell)
        #expect(type.references("Type", in: "k"))
        #expect(!type.references("Type", in: "other"))
    }

    @Test("a vector is written with its dimension")
    func vector() {
        #expect(DataType.vector(.native(.float), dimension: 3).description == "vector<float, 3>")
    }
}
