import TerminalUI

extension TableCell {
    /// The cell of a row that is there no more.
    var dimmed: TableCell {
        var cell = self
        cell.role = .dim
        return cell
    }
}
