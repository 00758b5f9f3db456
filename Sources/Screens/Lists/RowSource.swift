import TerminalUI

/// All that the picture of a list's row depends on.
struct RowSource<Rows: ListRows>: Equatable, Sendable {
    let item: Rows.Item
    let table: TableLayout
    let highlight: MatchHighlight?
    let isSelected: Bool
    let isMarked: Bool
    /// Whether the filter has it no more.
    let isStranger: Bool
}
