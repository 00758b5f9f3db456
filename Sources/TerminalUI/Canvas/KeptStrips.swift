/// The lines of a picture by what they were drawn from, so that the next picture need not draw them again.
///
/// Only the last picture's are kept. All of these are equal: they are about how a picture is made, not about what it
/// shows. What is inlined compares a source as what it is: through tables of witnesses the lines of a list took a tenth
/// of the time of a key.
@usableFromInline
struct KeptStrips: Sendable {
    private var former: [StripName: any DrawnStrip] = [:]
    private var present: [StripName: any DrawnStrip] = [:]

    init() {}

    /// A new picture begins.
    mutating func turn() { (former, present) = (present, Dictionary(minimumCapacity: present.count)) }

    /// The cells of the last picture's line of this name, if it was as wide and drawn from an equal source.
    @inlinable
    mutating func take<Source: Equatable & Sendable>(
        _ name: StripName, from source: Source, width: Int
    ) -> ContiguousArray<Cell>? {
        guard let strip = strip(name) as? Strip<Source>, strip.cells.count == width, strip.source == source else {
            return nil
        }
        hand(on: strip, name)
        return strip.cells
    }

    /// Keeps a drawn line; one with combining marks is not, since its cells tell only where in their picture those are.
    @inlinable
    mutating func keep<Source: Equatable & Sendable>(
        _ name: StripName, from source: Source, _ cells: ContiguousArray<Cell>
    ) {
        guard !Self.hasMarks(cells) else { return }
        hand(on: Strip(source, cells), name)
    }

    @usableFromInline
    func strip(_ name: StripName) -> (any DrawnStrip)? { former[name] }

    @usableFromInline
    mutating func hand(on strip: any DrawnStrip, _ name: StripName) { present[name] = strip }

    @usableFromInline
    static func hasMarks(_ cells: ContiguousArray<Cell>) -> Bool { cells.contains { $0.marks != 0 } }
}

extension KeptStrips: Hashable {
    @usableFromInline
    static func == (left: KeptStrips, right: KeptStrips) -> Bool { true }
    @usableFromInline
    func hash(into hasher: inout Hasher) {}
}

/// A drawn line, whatever it was drawn from.
@usableFromInline
protocol DrawnStrip: AnyObject, Sendable {}

/// A drawn line and its source.
///
/// A class, so that it is handed on from picture to picture without being copied.
@usableFromInline
final class Strip<Source: Equatable & Sendable>: DrawnStrip {
    @usableFromInline let source: Source
    @usableFromInline let cells: ContiguousArray<Cell>

    @inlinable
    init(_ source: Source, _ cells: ContiguousArray<Cell>) { (self.source, self.cells) = (source, cells) }
}
