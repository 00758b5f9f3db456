import Testing

@testable import Domain

@Suite struct ChecksumTests {
    @Test("A checksum has sixteen digits, and is another for every byte, length and order")
    func tells() {
        let bytes = (0..<67).map { UInt8($0) }
        var seen: Set<String> = []
        for count in 0...bytes.count { seen.insert(Checksum.text(of: Array(bytes.prefix(count)))) }
        for place in bytes.indices {
            var other = bytes
            other[place] ^= 0x80
            seen.insert(Checksum.text(of: other))
        }
        seen.insert(Checksum.text(of: bytes.reversed()))
        #expect(seen.count == 68 + 67 + 1)
        #expect(seen.allSatisfy { $0.utf8.count == 16 })
        #expect(Checksum.text(of: bytes) == Checksum.text(of: bytes))
    }
}
