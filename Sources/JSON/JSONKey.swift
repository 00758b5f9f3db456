/// The name of a member as it is written, in quotes and with its colon: made once for what is written a hundred times.
public struct JSONKey: Sendable {
    let bytes: [UInt8]

    /// The name, escaped where it has to be.
    public init(_ name: String) {
        var bytes: [UInt8] = []
        JSONWriter.appendQuoted(name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        self.bytes = bytes
    }
}
