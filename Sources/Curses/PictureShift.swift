import Glibc
import TerminalUI

/// Rows of a picture that stand in the next one some lines higher or lower, as when a list scrolls.
///
/// ncurses would find out by itself, but only after it has been given every row anew.
struct PictureShift: Hashable {
    /// The lines to be scrolled.
    let lines: ClosedRange<Int>
    /// By how many lines up; less than zero is down.
    let distance: Int
    /// The lines that show the next picture then; the others of ``lines`` are blank.
    let kept: ClosedRange<Int>

    /// Fewer rows are given anew as quickly.
    private static let fewest = 4

    /// Looks for the row in the middle of what has changed, and for how many rows around it have moved as far.
    init?(from old: Canvas, to new: Canvas) {
        let rows = 0..<new.size.height
        guard let first = rows.first(where: { !new.hasRow($0, as: $0, in: old) }),
            let last = rows.last(where: { !new.hasRow($0, as: $0, in: old) }), last - first >= Self.fewest
        else { return nil }
        let middle = (first + last) / 2
        let nearest = (1...(last - first)).lazy.flatMap { [$0, -$0] }
        guard let distance = nearest.first(where: { new.hasRow(middle, as: middle + $0, in: old) }) else { return nil }
        var (top, bottom) = (middle, middle)
        while top > first, new.hasRow(top - 1, as: top - 1 + distance, in: old) { top -= 1 }
        while bottom < last, new.hasRow(bottom + 1, as: bottom + 1 + distance, in: old) { bottom += 1 }
        guard bottom - top + 1 >= Self.fewest else { return nil }
        (kept, self.distance) = (top...bottom, distance)
        lines = min(top, top + distance)...max(bottom, bottom + distance)
    }
}

extension Canvas {
    /// Whether a row has the cells that another one has in a picture of the same size; false where that has none.
    func hasRow(_ y: Int, as other: Int, in picture: Canvas) -> Bool {
        guard (0..<size.height).contains(other) else { return false }
        let length = size.width * MemoryLayout<Cell>.stride
        return cells.withUnsafeBytes { own in
            picture.cells.withUnsafeBytes { others in
                guard let own = own.baseAddress, let others = others.baseAddress else { return true }
                return memcmp(own + y * length, others + other * length, length) == 0
            }
        }
    }
}
