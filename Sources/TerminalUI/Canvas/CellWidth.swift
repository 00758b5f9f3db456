/// How many columns a scalar takes, and whether it may be drawn at all.
///
/// Unicode 14.0 by ``CellWidthTables``; not the locale's `wcwidth`, so that a picture is the same on every
/// machine. Scalars up to U+10FF, which are nearly all the text of a shop, are answered without a search.
enum CellWidth {
    /// Never drawn: format characters, zero width, bidirectional controls, variation selectors.
    static let removed = -1
    /// Drawn as a replacement: controls, line separators, private use, noncharacters.
    static let refused = -2

    /// 1 or 2 columns, 0 for a mark that joins the cell before it, ``removed`` or ``refused``.
    @inline(__always)
    static func of(_ scalar: UInt32) -> Int {
        if scalar < 0x300 {
            if scalar < 0x20 || (scalar >= 0x7F && scalar < 0xA0) { return refused }
            return scalar == 0xAD ? removed : 1
        }
        if scalar >= 0x370 && scalar < 0x483 { return 1 }
        if scalar < 0x1100 { return narrow(scalar) }
        return search(scalar)
    }

    private static func narrow(_ scalar: UInt32) -> Int {
        if contains(CellWidthTables.marks, scalar) { return 0 }
        return contains(CellWidthTables.removed, scalar) ? removed : 1
    }

    private static func search(_ scalar: UInt32) -> Int {
        if isRefused(scalar) { return refused }
        if contains(CellWidthTables.marks, scalar) { return 0 }
        if contains(CellWidthTables.wide, scalar) { return 2 }
        return contains(CellWidthTables.removed, scalar) ? removed : 1
    }

    /// Line and paragraph separators would break the row; private use and noncharacters have no meaning here.
    private static func isRefused(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2028, 0x2029, 0xE000...0xF8FF, 0xFDD0...0xFDEF: true
        case 0xF0000...: true
        default: scalar & 0xFFFE == 0xFFFE
        }
    }

    private static func contains(_ ranges: [UInt32], _ scalar: UInt32) -> Bool {
        ranges.withUnsafeBufferPointer { ranges in
            var low = 0
            var high = ranges.count / 2 - 1
            while low <= high {
                let middle = (low + high) / 2
                if scalar < ranges[2 * middle] {
                    high = middle - 1
                } else if scalar > ranges[2 * middle + 1] {
                    low = middle + 1
                } else {
                    return true
                }
            }
            return false
        }
    }
}
