import Glibc

/// Both ends of a pipe, closed with the value.
final class Pipe: Sendable {
    let reader: Int32
    let writer: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        precondition(pipe(&ends) == 0, "The process has no descriptors left.")
        (reader, writer) = (ends[0], ends[1])
    }

    deinit {
        close(reader)
        close(writer)
    }

    func fill() {
        var byte: UInt8 = 1
        _ = write(writer, &byte, 1)
    }
}
