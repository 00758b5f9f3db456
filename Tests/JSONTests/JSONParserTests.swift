import JSON
import Testing

@Suite struct JSONParserTests {
    @Test(
        "What RFC 8259 allows is accepted",
        arguments: [
            "0", "-0", "1.5e+10", "1E-2", "0e1", "123456789012345678901234567890", "true", "false", "null", "\"\"",
            "[]", "[ ]", "{}", " \t\r\n{ \"a\" : [ 1 , 2 ] } \n", "[[],{},[[]]]", #""\"\\\/\b\f\n\r\t""#,
            #""\u00e9\u20AC\uD834\uDD1E""#, "\"\u{7F}\u{2028}\u{2029}\u{10FFFF}\u{FFFE}\"", #"{"":0}"#,
            #"{"a":{"a":1}}"#,
            #"[1e400]"#, #""\uFFFF""#,
        ])
    func accepts(_ text: String) throws {
        let value = try JSONValue(parsing: text)
        #expect(try JSONValue(parsing: value.serialized()) == value)
        #expect(try JSONValue(parsing: value.serialized(pretty: true)) == value)
    }

    @Test(
        "What RFC 8259 does not allow is refused",
        arguments: [
            "", " ", "nul", "nulll", "True", "+1", "01", "-", "-01", "1.", ".5", "1e", "1e+", "0x1", "1_000", "NaN",
            "Infinity", "-Infinity", "[", "]", "{", "}", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1}", "{\"a\"}",
            "{\"a\":}", "{\"a\":1,}", "{,}", "{a:1}", "{'a':1}", "{1:1}", "{\"a\" 1}", "{\"a\"::1}", "{\"a\":1]",
            "\"", "\"abc", "'a'", "\"\\\"", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"", "\"\t\"", "\"\n\"",
            "\"\u{1F}\"",
            "[] []", "{} x", "1 2", "// a\n1", "[1] // a", "/* */1", "\u{A0}1", "\u{2003}1", "\u{0B}1", "\u{0C}1",
            "\"\\U0041\"",
            "-1.0.", "1e1.5", "1ea", "--1", "[1e]", "[-]", "[\"a\",\n4\n,1,", "*", "<null>", "\"a\u{0}b\"", "\u{0}",
            "[\u{0}]",
        ])
    func refuses(_ text: String) {
        #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
    }

    @Test("A fault is reported with its byte, line, column and the value it lies in")
    func placesFaults() throws {
        let error = try #require(fault("{\"name\": \"é\",\n \"items\": [{\"qu/ty\": 1}, {\"qu/ty\": +2}]}"))
        #expect(error.reason == .unexpectedByte(UInt8(ascii: "+")))
        #expect(error.line == 2)
        #expect(error.column == 36)
        #expect(error.offset == 50)
        #expect(error.pointer.description == "/items/1/qu~1ty")
        #expect(error.description == "line 2, column 36: unexpected '+'.")
    }

    @Test(
        "A name that occurs twice is refused, however it is spelt",
        arguments: [#"{"a":1,"a":1}"#, #"{"a":1,"b":2,"\u0061":3}"#, #"{"\u00e9":1,"e\u0301":2}"#])
    func refusesDuplicates(_ text: String) throws {
        let error = try #require(fault(text))
        guard case .duplicateName = error.reason else {
            Issue.record("refused for another reason: \(error)")
            return
        }
    }

    @Test("The place of a duplicate is the second name")
    func placesDuplicates() throws {
        let error = try #require(fault(#"{"x":{"a":1,"a":2}}"#))
        #expect(error.reason == .duplicateName("a"))
        #expect(error.offset == 12)
        #expect(error.pointer.description == "/x")
    }

    @Test("U+0000 is refused, escaped or not")
    func refusesNUL() {
        #expect(fault(#""a\u0000b""#)?.reason == .nulCharacter)
        #expect(fault("\"a\u{0}b\"")?.reason == .nulCharacter)
        #expect(fault(#"{"a\u0000":1}"#)?.reason == .nulCharacter)
    }

    @Test(
        "Half a surrogate pair is refused",
        arguments: [
            #""\uD800""#, #""\uDC00""#, #""\uD800\uD800""#, #""\uD834x""#, #""\uD834\n""#, #""\uDD1E\uD834""#,
            #""\uD800\u0041""#,
        ])
    func refusesLoneSurrogates(_ text: String) {
        #expect(fault(text)?.reason == .loneSurrogate)
    }

    @Test(
        "Bytes that are not UTF-8 are refused where they lie",
        arguments: [
            ([0x22, 0xFF, 0x22], 1), ([0x22, 0x61, 0xC3, 0x22], 2), ([0x22, 0xC0, 0xAF, 0x22], 1),
            ([0x22, 0xED, 0xA0, 0x80, 0x22], 1), ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1), ([0x5B, 0x80, 0x5D], 1),
        ] as [([UInt8], Int)])
    func refusesInvalidUTF8(_ bytes: [UInt8], offset: Int) throws {
        let error = try #require(throws: JSONError.self) { try JSONValue(parsing: bytes) }
        #expect(error.reason == .invalidUTF8)
        #expect(error.offset == offset)
    }

    @Test("A byte order mark and UTF-16 are refused")
    func refusesOtherEncodings() {
        #expect(fault("\u{FEFF}{}")?.reason == .byteOrderMark)
        #expect(throws: JSONError.self) { try JSONValue(parsing: [0x7B, 0, 0x7D, 0] as [UInt8]) }
        #expect(throws: JSONError.self) { try JSONValue(parsing: [0xFF, 0xFE, 0x7B, 0] as [UInt8]) }
    }

    @Test("Nesting up to the limit is accepted, one more is refused")
    func limitsDepth() {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(fault(nested(32)) == nil)
        #expect(fault(nested(33))?.reason == .tooDeep(limit: 32))
        #expect(fault(String(repeating: #"{"a":"#, count: 33))?.reason == .tooDeep(limit: 32))
    }

    @Test("A million open brackets are refused, not crashed on", arguments: ["[", "{\"a\":", "[{\"a\":"])
    func survivesDeepNesting(_ unit: String) {
        #expect(fault(String(repeating: unit, count: 1_000_000))?.reason == .tooDeep(limit: 32))
        let deepest = Result { try JSONValue(parsing: String(repeating: unit, count: 1_000_000), maximumDepth: 512) }
        #expect(throws: JSONError.self) { try deepest.get() }
    }

    @Test("Escapes are decoded to the characters they stand for")
    func decodesEscapes() throws {
        let value = try JSONValue(parsing: #""a\"\\\/\b\f\n\r\t\u0416\uD834\uDD1Ez""#)
        #expect(value.stringValue == "a\"\\/\u{8}\u{C}\n\r\tЖ𝄞z")
    }

    @Test("Every proper prefix of a document is refused")
    func refusesPrefixes() {
        let document = Array(#"{"a":[1.5e3,true,null,"x\u00e9\n𝄞"],"b":{"c":false}}"#.utf8)
        for length in 0..<document.count {
            #expect(throws: JSONError.self) { try JSONValue(parsing: Array(document.prefix(length))) }
        }
    }

    private func fault(_ text: String) -> JSONError? {
        do throws(JSONError) {
            _ = try JSONValue(parsing: text)
            return nil
        } catch {
            return error
        }
    }
}
