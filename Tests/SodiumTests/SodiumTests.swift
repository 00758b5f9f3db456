import Sodium
import Testing

@Suite struct SodiumTests {
    @Test("Random bytes come in the number asked for and do not repeat", arguments: [0, 1, 16, 32, 1000])
    func random(count: Int) {
        let first = Sodium.randomBytes(count)
        #expect(first.count == count)
        if count >= 16 { #expect(Sodium.randomBytes(count) != first) }
    }

    @Test("Only secrets of the same bytes are equal")
    func equality() {
        #expect(Sodium.isEqual([], []))
        #expect(Sodium.isEqual([1, 2, 3], [1, 2, 3]))
        #expect(!Sodium.isEqual([1, 2, 3], [1, 2, 4]))
        #expect(!Sodium.isEqual([1, 2, 3], [1, 2]))
        #expect(!Sodium.isEqual([1, 2], [1, 2, 3]))
    }

    @Test("Bytes are written with two lower-case digits each")
    func digits() {
        #expect(Hexadecimal.encode([0, 1, 0x0f, 0xa0, 0xff]) == "00010fa0ff")
        #expect(Hexadecimal.encode([]) == "")
    }
}
