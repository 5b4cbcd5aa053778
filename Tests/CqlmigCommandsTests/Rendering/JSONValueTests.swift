import FoundationEssentials
import Testing

@testable import CqlmigCommands

@Suite struct JSONValueTests {
    @Test("values are written with two spaces a level, in the order of their keys")
    func layout() {
        let value: JSONValue = [
            "z": 1, "a": [true, nil, [], [:]], "text": "x",
        ]
        #expect(
            value.text == """
                {
                  "z": 1,
                  "a": [
                    true,
                    null,
                    [],
                    {}
                  ],
                  "text": "x"
                }
                """)
    }

    @Test("strings escape what JSON forbids and what could steer a terminal")
    func escapes() {
        let text = "\"\\/\n\r\t\u{0}\u{1B}[31m\u{7F}\u{85}\u{2028}\u{202E}\u{2066}é漢😀"
        #expect(
            JSONValue.string(text).text
                == #""\"\\/\n\r\t\u0000\u001b[31m\u007f\u0085\u2028\u202e\u2066é漢😀""#)
        #expect(JSONValue.object([.init(key: "a\"b", value: .null)]).text == "{\n  \"a\\\"b\": null\n}")
    }

    @Test("what is written is read back by another's reader")
    func roundTrip() throws {
        let texts = (0..<0x3000).compactMap(Unicode.Scalar.init).map(String.init) + ["😀", "\u{10FFFF}"]
        let text = JSONValue(texts).text
        #expect(try JSONDecoder().decode([String].self, from: Data(text.utf8)) == texts)
    }

    @Test("numbers keep their 64 bits; what is absent is null")
    func numbers() {
        #expect(JSONValue(Int64.max).text == "9223372036854775807")
        #expect(JSONValue(Int64.min).text == "-9223372036854775808")
        #expect(JSONValue(UInt64.max).text == "9223372036854775807")
        #expect(JSONValue(Int?.none) == .null)
        #expect(JSONValue(String?.none) == .null)
        #expect(JSONValue(sorted: ["b": "1", "a": "2"]) == ["a": "2", "b": "1"])
    }
}
