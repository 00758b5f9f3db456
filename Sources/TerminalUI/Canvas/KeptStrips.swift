/// The lines of a picture by what they were drawn from, so that the next picture need not draw them again.
///
/// Only the last picture's are kept. All of these are equal: they are about how a picture is made, not about what it
/// shows.
struct KeptStrips: Sendable {
    /// A drawn line and its source.
    ///
    /// A class, so that it is handed on from picture to picture without being copied.
    private final class Strip: Sendable {
        let source: any Equatable & Sendable
        let cells: ContiguousArray<Cell>

        init(_ source: any Equatable & Sendable, _ cells: ContiguousArray<Cell>) {
            (self.source, self.cells) = (source, cells)
        }
    }

    private var former: [StripName: Strip] = [:]
    private var present: [StripName: Strip] = [:]

    /// A new picture begins.
    mutating func turn() { (former, present) = (present, Dictionary(minimumCapacity: present.count)) }

    /// The cells of the last picture's line of this name, if it was as wide and drawn from an equal source.
    mutating func take<Source: Equatable & Sendable>(
        _ name: StripName, from source: Source, width: Int
    ) -> ContiguousArray<Cell>? {
        guard let strip = former[name], strip.cells.count == width, strip.source as? Source == source else {
            return nil
        }
        present[name] = strip
        return strip.cells
    }

    /// Keeps a drawn line; one with combining marks is not, since its cells tell only where in their picture those are.
    mutating func keep(_ name: StripName, from source: any Equatable & Sendable, _ cells: ContiguousArray<Cell>) {
        guard cells.allSatisfy({ $0.marks == 0 }) else { return }
        present[name] = Strip(source, cells)
    }
}

extension KeptStrips: Hashable {
    static func == (left: KeptStrips, right: KeptStrips) -> Bool { true }
    func hash(into hasher: inout Hasher) {}
}
