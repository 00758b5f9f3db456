/// What a picture tells beside its cells: where a click means something, and what there is to be read out.
///
/// Whoever draws notes it down only where somebody wants to know (``Canvas/notes``): pictures for the eye cost nothing
/// more.
public struct PictureNotes: Hashable, Sendable {
    /// A part of the picture that a click is meant for.
    public enum Part: Hashable, Sendable {
        /// A row of a list, by its index in the list.
        case row(Int)
        /// An entry of a short list that lies over the screen, by its index there.
        case choice(Int)
        /// A field, by its number; 0 where there is but one.
        case field(Int)
        /// A word of the footer, by its number from the left.
        case hint(Int)
    }

    /// One value of the selected row, and the column that it stands in.
    public struct Value: Hashable, Sendable {
        /// The column's title.
        public let title: String
        /// What stands there.
        public let text: String
    }

    struct Spot: Hashable, Sendable {
        let area: Rect
        let part: Part
    }

    var spots: [Spot] = []
    /// Where in the program one is: `Oblik · Orders`.
    public var place = ""
    /// What the program has to say: a message, or a question.
    public var message = ""
    /// What matters of the screen beside what has the focus, in a line: the facts of a record, the total of an order.
    public var summary = ""
    /// The text of the field that is typed into; nil where none is.
    public internal(set) var field: String?
    /// The selected row of a table, column by column; empty where no table has the focus.
    public internal(set) var row: [Value] = []

    /// Nothing noted yet.
    public init() {}

    /// What lies under a cell; what was drawn later lies above.
    public func part(at point: Point) -> Part? {
        spots.last { $0.area.contains(point) }?.part
    }
}

extension Canvas {
    /// The row that a click can reach and that is drawn as selected; nil where none is.
    public var selectedRow: Int? {
        for spot in notes?.spots.reversed() ?? [] {
            if case .row(let index) = spot.part, role(atX: spot.area.x, y: spot.area.y) == .selection { return index }
        }
        return nil
    }

    /// Notes that a click into a rectangle is meant for a part of the screen.
    public mutating func spot(_ area: Rect, _ part: PictureNotes.Part) {
        let spot = PictureNotes.Spot(area: area.intersection(bounds), part: part)
        notes?.spots.append(spot)
    }

    /// Forgets the parts that a click could reach so far, because a short list lies over them.
    public mutating func coverSpots() { notes?.spots = [] }

    /// Forgets what was noted so far of parts and rows, because something is drawn over all of it.
    public mutating func cover() {
        notes?.spots = []
        notes?.row = []
        notes?.field = nil
    }
}
