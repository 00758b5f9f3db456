import Domain
import HTTPTypes
import Testing

@testable import HTTPAPI

@Suite struct CodingTests {
    @Test("Base64 for URLs follows RFC 4648 and comes back")
    func codesBase64() {
        let known = [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE")]
        for (plain, coded) in known {
            #expect(Base64URL.encode(Array(plain.utf8)) == coded)
            #expect(Base64URL.decode(coded) == Array(plain.utf8))
        }
        let all = (0...255).map { UInt8($0) }
        #expect(Base64URL.decode(Base64URL.encode(all)) == all)
        for bad in ["Z", "Zg==", "Zh", "Zm9", "Zm+v", "Zm/v", "Zm 9", "Zmї"] {
            #expect(Base64URL.decode(bad) == nil, "\(bad)")
        }
    }

    @Test("A cursor comes back for its own list, and no byte of it may change")
    func codesCursors() {
        let cursor = Cursor(.after, Keyset(value: "2026-01-01 00:00:00.123456+00", id: .max))
        let text = cursor.encoded(for: "/orders?sort=total")
        #expect(Cursor(text, for: "/orders?sort=total") == cursor)
        #expect(Cursor(text, for: "/orders?sort=-total") == nil)
        for index in text.indices {
            var other = text
            other.replaceSubrange(index...index, with: text[index] == "A" ? "B" : "A")
            #expect(Cursor(other, for: "/orders?sort=total") == nil)
        }
        let back = Cursor(.before, Keyset(value: "Ґанна", id: 1))
        #expect(Cursor(back.encoded(for: ""), for: "") == back)
    }

    @Test("Percent escapes are decoded strictly, and a plus is a blank in queries only")
    func codesPercents() {
        #expect(PercentCoding.decode("a%20b%2Fc+d") == "a b/c+d")
        #expect(PercentCoding.decode("a+%D2%90", plusIsSpace: true) == "a Ґ")
        for bad in ["%", "%2", "%zz", "%ff", "%c3", "%00", "%ed%a0%80"] {
            #expect(PercentCoding.decode(bad) == nil, "\(bad)")
        }
        for text in ["", "a b+c&d=e?f#g/%", "Ґ𝄞", "a,b.c-d_e~f"] {
            #expect(PercentCoding.decode(PercentCoding.encode(text), plusIsSpace: true) == text)
        }
    }

    @Test("Of the offered media types the best liked is chosen, and none where none is liked")
    func choosesMediaTypes() {
        let offered: [MediaType] = [.plain, .html]
        let cases: [(String?, MediaType?)] = [
            (nil, .plain), ("", .plain), ("*/*", .plain), ("text/html", .html), ("text/*", .plain),
            ("text/html, */*;q=0.8", .html), ("text/plain;q=0.3, text/html;q=0.31", .html), ("TEXT/HTML;Q=1", .html),
            ("*/*;q=0.5, text/plain;q=0", .html), ("application/json", nil), ("text/html;q=0", nil), ("nonsense", nil),
        ]
        for (accept, expected) in cases {
            #expect(MediaType.preferred(among: offered, accept: accept) == expected, "\(accept ?? "none")")
        }
    }

    @Test("The bytes of a time are those of its description, and its date header that of RFC 9110")
    func writesTimes() {
        for moment in [784_111_777_000_000, 0, -1, -86_400_000_001, 951_782_399_999_999, 253_402_300_799_999_000] {
            let moment = Moment(microseconds: Int64(moment))
            var bytes: [UInt8] = []
            moment.append(to: &bytes)
            #expect(String(decoding: bytes, as: UTF8.self) == moment.description)
        }
        #expect(Moment(microseconds: 784_111_777_000_000).httpDate == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(Moment(microseconds: 951_782_400_000_000).httpDate == "Tue, 29 Feb 2000 00:00:00 GMT")
        #expect(Moment(microseconds: -1).httpDate == "Wed, 31 Dec 1969 23:59:59 GMT")
    }

    @Test("The date header follows the clock, and goes back with it")
    func keepsDates() {
        let date = DateText()
        for second in [784_111_777, 784_111_777, 784_111_778, 784_111_776] {
            let moment = Moment(microseconds: Int64(second) * 1_000_000 + 999_999)
            #expect(date.text(at: moment) == moment.httpDate)
        }
    }

    @Test("Requests are named by 16 hexadecimal digits, each by others, unless the client has a name for it")
    func namesRequests() {
        let names = (0..<10_000).map { _ in RequestID.id(for: [:]) }
        #expect(Set(names).count == names.count)
        for name in names.prefix(100) {
            #expect(name.utf8.count == 16 && name.allSatisfy { $0.isHexDigit && !$0.isUppercase }, "\(name)")
        }
        // Counted, but not to be counted on.
        #expect(zip(names, names.dropFirst()).allSatisfy { $0.prefix(8) != $1.prefix(8) })
        #expect(RequestID.id(for: [.requestID: "desk-7.a_b"]) == "desk-7.a_b")
        #expect(RequestID.id(for: [.requestID: "desk 7"]) != "desk 7")
    }
}
