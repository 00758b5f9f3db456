/// A strict parser of JSON texts (RFC 8259) over UTF-8 bytes.
///
/// Beyond the grammar it refuses what other parsers disagree about or what stores cannot hold: a name that occurs
/// twice, U+0000, half a surrogate pair, invalid UTF-8, a byte order mark, anything behind the document, and nesting
/// beyond a limit. It recurses, but never deeper than that limit, so no input can exhaust the stack.
public struct JSONParser {
    /// The nesting that is allowed unless the caller says otherwise.
    public static let defaultMaximumDepth = 32

    let bytes: [UInt8]
    var place = 0
    private let maximumDepth: Int
    private var path: [JSONPointer.Token] = []

    private init(_ bytes: [UInt8], maximumDepth: Int) {
        precondition((1...512).contains(maximumDepth), "A JSON depth limit lies between 1 and 512.")
        self.bytes = bytes
        self.maximumDepth = maximumDepth
    }

    /// Parses one document.
    /// - Throws: ``JSONError`` with the place of the first fault.
    public static func parse(
        _ bytes: [UInt8], maximumDepth: Int = defaultMaximumDepth
    ) throws(JSONError) -> JSONValue {
        var parser = JSONParser(bytes, maximumDepth: maximumDepth)
        return try parser.document()
    }

    private mutating func document() throws(JSONError) -> JSONValue {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw error(.byteOrderMark) }
        if let invalid = Self.firstInvalidUTF8(in: bytes) {
            place = invalid
            throw error(.invalidUTF8)
        }
        skipWhiteSpace()
        guard place < bytes.count else { throw error(.empty) }
        let value = try value(depth: 0)
        skipWhiteSpace()
        guard place == bytes.count else { throw error(.trailingContent) }
        return value
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        guard let byte = peek else { throw error(.unexpectedEnd) }
        switch byte {
        case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
        case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        default: throw error(.unexpectedByte(byte))
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONObject {
        try enter(depth)
        var members: [JSONObject.Member] = []
        var names: Set<String> = []
        if take(UInt8(ascii: "}")) { return JSONObject() }
        repeat {
            skipWhiteSpace()
            let start = place
            guard let byte = peek else { throw error(.unexpectedEnd) }
            guard byte == UInt8(ascii: "\"") else { throw error(.unexpectedByte(byte)) }
            let name = try string()
            guard names.insert(name).inserted else {
                place = start
                throw error(.duplicateName(name))
            }
            try expect(UInt8(ascii: ":"))
            path.append(.name(name))
            skipWhiteSpace()
            members.append(JSONObject.Member(name: name, value: try value(depth: depth)))
            path.removeLast()
        } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "}"))
        return JSONObject(distinct: members)
    }

    private mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
        try enter(depth)
        var elements: [JSONValue] = []
        if take(UInt8(ascii: "]")) { return [] }
        repeat {
            path.append(.index(elements.count))
            skipWhiteSpace()
            elements.append(try value(depth: depth))
            path.removeLast()
        } while take(UInt8(ascii: ","))
        try expect(UInt8(ascii: "]"))
        return elements
    }

    private mutating func enter(_ depth: Int) throws(JSONError) {
        guard depth <= maximumDepth else { throw error(.tooDeep(limit: maximumDepth)) }
        place += 1
    }

    private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
        for offset in 0..<word.utf8CodeUnitCount {
            guard let byte = peek else { throw error(.unexpectedEnd) }
            guard byte == word.utf8Start[offset] else { throw error(.unexpectedByte(byte)) }
            place += 1
        }
        return value
    }

    private mutating func number() throws(JSONError) -> JSONNumber {
        guard let end = NumberGrammar.end(in: bytes, from: place) else { throw error(.invalidNumber) }
        defer { place = end }
        return JSONNumber(unchecked: String(decoding: bytes[place..<end], as: UTF8.self))
    }
}

extension JSONParser {
    var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

    func error(_ reason: JSONError.Reason) -> JSONError {
        JSONError(reason, in: bytes, at: place, pointer: JSONPointer(path))
    }

    private mutating func skipWhiteSpace() {
        while place < bytes.count {
            switch bytes[place] {
            case 0x20, 0x0A, 0x0D, 0x09: place += 1
            default: return
            }
        }
    }

    /// Skips white space, and the byte too if it comes next.
    private mutating func take(_ byte: UInt8) -> Bool {
        skipWhiteSpace()
        guard peek == byte else { return false }
        place += 1
        return true
    }

    private mutating func expect(_ byte: UInt8) throws(JSONError) {
        if take(byte) { return }
        guard let found = peek else { throw error(.unexpectedEnd) }
        throw error(.unexpectedByte(found))
    }

    private static func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }
}
