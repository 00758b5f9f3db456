import NIOCore

/// Bytes whose number is not known before the last of them, kept in blocks.
///
/// One array would be copied each time that it grows, and need room for both copies: with many bodies under way at once
/// that is most of what they cost.
struct ByteBlocks {
    private static let blockSize = 64 << 10

    private var full: [[UInt8]] = []
    private var last: [UInt8] = []
    private(set) var count = 0

    /// - Parameter length: how many there will be, where that is known: then they go into one block.
    init(length: Int) { last.reserveCapacity(length) }

    mutating func append(_ buffer: ByteBuffer) {
        var rest = buffer.readableBytesView
        count += rest.count
        while !rest.isEmpty {
            let room = max(Self.blockSize, last.capacity) - last.count
            last.append(contentsOf: rest.prefix(room))
            rest = rest.dropFirst(room)
            if !rest.isEmpty {
                full.append(last)
                last = []
                last.reserveCapacity(Self.blockSize)
            }
        }
    }

    /// All of them, in one array.
    func joined() -> [UInt8] {
        guard !full.isEmpty else { return last }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        for block in full { bytes += block }
        bytes += last
        return bytes
    }
}
