/// What a query of a screen is for; each screen has at most one query a slot on its way.
package enum Slot: Hashable, Sendable {
    /// A page of rows.
    case rows
    /// The record that the screen is about.
    case subject
    /// The record that stands beside a list.
    case aside
    /// Rows that others have changed.
    case patch
    /// Records that have the same in a field of a form already.
    case check(String)
    /// How many rows there are.
    case count
    /// All rows of a filter, to be marked.
    case marks
    /// Rows that are written into a file.
    case export
    /// A change; it is never given up.
    case write
}

/// Says whose reply it is.
///
/// A reply whose ticket is no longer the newest of its slot is dropped.
package struct Ticket: Hashable, Sendable {
    /// A screen's slot.
    package struct Place: Hashable, Sendable {
        package let screen: Int
        package let slot: Slot
    }

    package let place: Place
    /// Counts the queries of the program.
    package let generation: Int
}
