/// A writer of JSON bytes: members go straight into one buffer, with no tree between.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.object {
///     $0.field("sku", "A-1")
///     $0.field("stock", 7)
/// }
/// ```
/// It keeps the commas right. Within an object the caller writes a ``key(_:)`` before each value, or uses
/// ``field(_:_:)-(_,String?)``; the writer does not check names for being distinct.
public struct JSONWriter: Sendable {
    /// What has been written so far.
    public internal(set) var bytes: [UInt8] = []

    private let pretty: Bool
    private var depth = 0
    /// True behind a value, where the next one needs a comma.
    private var followsValue = false
    private var followsKey = false

    /// Creates a writer of compact JSON, or of JSON indented by two spaces a level.
    public init(pretty: Bool = false, reservingCapacity capacity: Int = 256) {
        self.pretty = pretty
        bytes.reserveCapacity(capacity)
    }

    /// Writes an object whose members the closure writes.
    public mutating func object<Failure: Error>(
        _ members: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        open(UInt8(ascii: "{"))
        try members(&self)
        close(UInt8(ascii: "}"))
    }

    /// Writes an array whose elements the closure writes.
    public mutating func array<Failure: Error>(
        _ elements: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        open(UInt8(ascii: "["))
        try elements(&self)
        close(UInt8(ascii: "]"))
    }

    /// Writes the name of a member; its value comes next.
    public mutating func key(_ name: String) {
        separate()
        Self.appendQuoted(name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        if pretty { bytes.append(UInt8(ascii: " ")) }
        followsKey = true
    }

    /// Writes a name that was made ready once; its value comes next.
    public mutating func key(_ key: JSONKey) {
        separate()
        bytes.append(contentsOf: key.bytes)
        if pretty { bytes.append(UInt8(ascii: " ")) }
        followsKey = true
    }

    /// Writes what must stand before a value, then the value, and notes that one was written.
    mutating func element(_ write: (inout [UInt8]) -> Void) {
        separate()
        write(&bytes)
        followsValue = true
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        depth += 1
        followsValue = false
    }

    private mutating func close(_ bracket: UInt8) {
        depth -= 1
        // An empty object or array stays on one line.
        if followsValue { newLine() }
        bytes.append(bracket)
        followsValue = true
    }

    private mutating func separate() {
        if followsKey {
            followsKey = false
            followsValue = false
            return
        }
        if followsValue { bytes.append(UInt8(ascii: ",")) }
        if depth > 0 { newLine() }
        followsValue = false
    }

    private mutating func newLine() {
        guard pretty else { return }
        bytes.append(UInt8(ascii: "\n"))
        for _ in 0..<depth { bytes.append(contentsOf: [0x20, 0x20]) }
    }
}
