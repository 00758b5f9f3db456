import TerminalUI

/// A picture as a text file: rows by their numbers without those that are blank, the roles that give each piece its
/// look, and what an ASCII terminal shows otherwise.
struct GalleryPicture {
    let utf8: Canvas
    let ascii: Canvas

    var lines: [String] { rows + cursor + roles + asciiRows }

    private var rows: [String] {
        utf8.text.enumerated().filter { !$0.element.isEmpty }.map { "\(Self.number($0.offset))|\($0.element)" }
    }

    private var cursor: [String] { utf8.cursor.map { ["cursor \($0.x),\($0.y)"] } ?? ["no cursor"] }

    /// Which cells have which role, as `row:first-last`; cells of plain text are not told.
    private var roles: [String] {
        var runs: [Role: [(row: Int, columns: ClosedRange<Int>)]] = [:]
        for y in 0..<utf8.size.height {
            var x = 0
            while x < utf8.size.width {
                let role = utf8.role(atX: x, y: y)
                let start = x
                while x < utf8.size.width, utf8.role(atX: x, y: y) == role { x += 1 }
                if role != .text { runs[role, default: []].append((y, start...(x - 1))) }
            }
        }
        return runs.sorted { $0.key.rawValue < $1.key.rawValue }.map { role, runs in
            "\(role.name)" + Self.merged(runs).map { " \($0)" }.joined()
        }
    }

    /// Runs of the same columns in rows that follow each other become one.
    private static func merged(_ runs: [(row: Int, columns: ClosedRange<Int>)]) -> [String] {
        var open: [ClosedRange<Int>: ClosedRange<Int>] = [:]
        var found: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)] = []
        for run in runs {
            if let rows = open[run.columns], rows.upperBound == run.row - 1 {
                open[run.columns] = rows.lowerBound...run.row
            } else {
                if let rows = open[run.columns] { found.append((rows, run.columns)) }
                open[run.columns] = run.row...run.row
            }
        }
        found += open.map { ($0.value, $0.key) }
        found.sort { ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound) }
        return found.map { name($0.rows) + ":" + name($0.columns) }
    }

    private static func name(_ range: ClosedRange<Int>) -> String {
        range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }

    /// The rows of an ASCII terminal that are not what becomes of the others sign by sign.
    private var asciiRows: [String] {
        zip(utf8.text.map(Self.inASCII), ascii.text).enumerated().compactMap { number, pair in
            pair.0 == pair.1 ? nil : "\(Self.number(number))a|\(pair.1)"
        }
    }

    private static func number(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

    private static func inASCII(_ row: String) -> String {
        String(String.UnicodeScalarView(row.unicodeScalars.map { signs[$0] ?? $0.inASCII }))
    }

    private static let signs: [Unicode.Scalar: Unicode.Scalar] = {
        let (one, other) = (Glyphs.utf8, Glyphs.ascii)
        let pairs = [
            (one.cursor, other.cursor), (one.up, other.up), (one.down, other.down), (one.ellipsis, other.ellipsis),
            (one.bullet, other.bullet), (one.separator, other.separator), (one.box.horizontal, other.box.horizontal),
            (one.box.vertical, other.box.vertical), (one.box.topLeft, other.box.topLeft),
            (one.box.topRight, other.box.topRight), (one.box.bottomLeft, other.box.bottomLeft),
            (one.box.bottomRight, other.box.bottomRight),
        ]
        return Dictionary(pairs + zip(one.bars, other.bars), uniquingKeysWith: { one, _ in one })
    }()
}
