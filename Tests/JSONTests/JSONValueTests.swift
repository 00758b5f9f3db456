import JSON
import Testing

@Suite struct JSONValueTests {
    @Test("An object keeps the order of its members")
    func keepsOrder() throws {
        let object = try #require(try JSONValue(parsing: #"{"z":1,"a":2,"m":3}"#).objectValue)
        #expect(object.names == ["z", "a", "m"])
    }

    @Test("Setting a member replaces in place, appends, or removes")
    func setsMembers() {
        var object = JSONObject([("a", 1), ("b", 2)])
        object["a"] = "x"
        object["c"] = true
        object["b"] = nil
        object["none"] = nil
        #expect(JSONValue.object(object).description == #"{"a":"x","c":true}"#)
    }

    @Test("Each accessor answers for its own kind only")
    func accesses() {
        let values: [JSONValue] = [nil, true, 7, "x", [1], ["a": 1]]
        #expect(values.map(\.kind) == ["null", "boolean", "number", "string", "array", "object"])
        #expect(values.map(\.isNull) == [true, false, false, false, false, false])
        #expect(values.compactMap(\.boolValue) == [true])
        #expect(values.compactMap(\.intValue) == [7])
        #expect(values.compactMap(\.stringValue) == ["x"])
        #expect(values.compactMap(\.arrayValue) == [[1]])
        #expect(values.compactMap(\.objectValue).map(\.count) == [1])
    }

    @Test("A pointer leads to a value, or to nothing where the way ends")
    func followsPointers() {
        let value: JSONValue = ["items": [["quantity": 3]]]
        let pointer = JSONPointer.root.appending("items").appending(0).appending("quantity")
        #expect(pointer.description == "/items/0/quantity")
        #expect(value.value(at: pointer) == 3)
        #expect(value.value(at: .root) == value)
        #expect(value.value(at: JSONPointer.root.appending("items").appending(1)) == nil)
        #expect(value.value(at: JSONPointer.root.appending("items").appending("quantity")) == nil)
    }

    @Test("Slashes and tildes in a name are escaped as RFC 6901 says")
    func escapesPointers() {
        #expect(JSONPointer.root.appending("a/b~c").appending("").description == "/a~1b~0c/")
    }
}
