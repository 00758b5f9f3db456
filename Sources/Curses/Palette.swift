import TerminalUI

/// The colours that xterm gives to its 256 numbers when nobody has changed them.
enum Palette {
    /// Red, green and blue.
    struct Components: Hashable, Sendable {
        let red: UInt8
        let green: UInt8
        let blue: UInt8
    }

    /// 16 named colours, a cube of 6 × 6 × 6, and 24 greys ("XTerm Control Sequences", 256colres.h).
    static let colors: [Components] = {
        let base: [UInt32] = [
            0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
            0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
        ]
        let steps: [UInt32] = [0, 95, 135, 175, 215, 255]
        let cube = steps.flatMap { red in
            steps.flatMap { green in steps.map { blue in red << 16 | green << 8 | blue } }
        }
        let greys: [UInt32] = (0..<24).map { (8 + 10 * $0) * 0x010101 }
        return (base + cube + greys).map { value in
            Components(
                red: UInt8(truncatingIfNeeded: value >> 16), green: UInt8(truncatingIfNeeded: value >> 8),
                blue: UInt8(truncatingIfNeeded: value))
        }
    }()

    /// The parts of a colour; of a palette's, as xterm shows it.
    static func components(of color: Color) -> Components {
        switch color {
        case .palette(let index): colors[Int(index)]
        case .rgb(let red, let green, let blue): Components(red: red, green: green, blue: blue)
        }
    }

    /// The number of the most similar colour in a range, the first of equals.
    static func nearest(to wanted: Components, in range: Range<Int>) -> Int {
        range.min { distance(wanted, colors[$0]) < distance(wanted, colors[$1]) } ?? range.lowerBound
    }

    /// Whether black is easier to read on it than white.
    static func isLight(_ color: Components) -> Bool {
        299 * Int(color.red) + 587 * Int(color.green) + 114 * Int(color.blue) > 140_000
    }

    /// The "redmean" distance, which follows the eye well enough for a choice among 240.
    private static func distance(_ one: Components, _ other: Components) -> Int {
        let mean = (Int(one.red) + Int(other.red)) / 2
        let red = Int(one.red) - Int(other.red)
        let green = Int(one.green) - Int(other.green)
        let blue = Int(one.blue) - Int(other.blue)
        return (512 + mean) * red * red + 1024 * green * green + (767 - mean) * blue * blue
    }
}
