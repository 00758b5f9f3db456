import JSON
import Testing

@Suite struct JSONWriterTests {
    @Test("Commas stand between values and nowhere else")
    func separates() {
        var writer = JSONWriter()
        writer.object {
            $0.field("id", 7)
            $0.field("name", "Ada")
            $0.field("phone", nil as String?)
            $0.field("archived", false)
            $0.key("tags")
            $0.array {
                $0.value("a")
                $0.null()
                $0.array { _ in }
                $0.object { _ in }
                $0.value(1)
            }
            $0.field("price", unscaled: 1250, scale: 2)
        }
        #expect(
            text(writer)
                == #"{"id":7,"name":"Ada","phone":null,"archived":false,"tags":["a",null,[],{},1],"price":"12.50"}"#)
    }

    @Test("Pretty output indents by two spaces and keeps empty containers on one line")
    func indents() {
        let value: JSONValue = ["a": [1, ["b": nil]], "c": [:], "d": []]
        #expect(
            String(decoding: value.serialized(pretty: true), as: UTF8.self) == """
                {
                  "a": [
                    1,
                    {
                      "b": null
                    }
                  ],
                  "c": {},
                  "d": []
                }
                """)
    }

    @Test("Every character comes back as it went in")
    func escapes() throws {
        let all = (UInt32(1)...0x2FF).compactMap(Unicode.Scalar.init).map { String(Character($0)) }.joined()
        let value = JSONValue.string(all + "\"\\/𝄞\u{2028}")
        let bytes = value.serialized()
        #expect(try JSONValue(parsing: bytes) == value)
        #expect(!bytes.contains { $0 < 0x20 })
        #expect(JSONValue.string("\u{1}\n\"\\\u{1F}/é").description == #""\u0001\n\"\\\u001f/é""#)
    }

    @Test(
        "A decimal fraction is written with all its places",
        arguments: [
            (0, 2, "0.00"), (5, 2, "0.05"), (-5, 2, "-0.05"), (1250, 2, "12.50"), (-123456, 3, "-123.456"), (7, 0, "7"),
            (.max, 2, "92233720368547758.07"), (.min, 2, "-92233720368547758.08"), (.min, 18, "-9.223372036854775808"),
        ] as [(Int64, Int, String)])
    func writesDecimals(_ unscaled: Int64, scale: Int, expected: String) {
        var writer = JSONWriter()
        writer.value(unscaled: unscaled, scale: scale)
        #expect(text(writer) == "\"\(expected)\"")
    }

    @Test("The smallest and the largest whole number are written in full")
    func writesExtremes() {
        var writer = JSONWriter()
        writer.array {
            $0.value(Int64.min)
            $0.value(Int64.max)
            $0.value(0)
        }
        #expect(text(writer) == "[-9223372036854775808,9223372036854775807,0]")
    }

    @Test("A verbatim string is copied between quotation marks")
    func copiesVerbatim() {
        var writer = JSONWriter()
        writer.object {
            $0.key("at")
            $0.verbatimString { $0.append(contentsOf: "2026-01-01T00:00:00.000Z".utf8) }
            $0.field("n", 1)
        }
        #expect(text(writer) == #"{"at":"2026-01-01T00:00:00.000Z","n":1}"#)
    }

    @Test("A name that was made ready once is written as any other, indented or not", arguments: [false, true])
    func writesReadyNames(pretty: Bool) {
        let names = ["sku", "", "Ґ \"\\\n"]
        var (ready, plain) = (JSONWriter(pretty: pretty), JSONWriter(pretty: pretty))
        ready.object {
            for name in names {
                $0.key(JSONKey(name))
                $0.value(1)
            }
        }
        plain.object { for name in names { $0.field(name, 1) } }
        #expect(text(ready) == text(plain))
    }

    private func text(_ writer: JSONWriter) -> String { String(decoding: writer.bytes, as: UTF8.self) }
}
