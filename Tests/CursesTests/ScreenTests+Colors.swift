import CTerminal
import TerminalUI
import Testing

@testable import Curses

/// Colours and attributes are said in as few bytes as they need.
extension ScreenTests {
    private func merged(_ frames: [String]) -> [String] {
        ct_sgr_reset()
        return frames.map { frame in
            let bytes = Array(frame.utf8)
            let merged = [UInt8](unsafeUninitializedCapacity: ct_sgr_room(bytes, bytes.count)) { buffer, count in
                count = ct_sgr_merge(buffer.baseAddress, bytes, bytes.count)
            }
            return String(decoding: merged, as: UTF8.self)
        }
    }

    @Test(
        "A sequence is written where the next sign would look different without it",
        arguments: [
            // What ncurses repeats is left out; the first sequence of all says everything.
            (["\u{1B}[31m\u{1B}[44ma\u{1B}[32m\u{1B}[44mb"], ["\u{1B}[0;31;44ma\u{1B}[32mb"]),
            // Off and on again is not said, and what is off at the end is said with the next sign.
            (["\u{1B}[1ma\u{1B}(B\u{1B}[m\u{1B}[1mb\u{1B}[m", "c"], ["\u{1B}[0;1ma\u{1B}(Bb", "\u{1B}[mc"]),
            // What is erased has a background only, unless it is underlined or reversed.
            (["\u{1B}[31;44ma\u{1B}[32m\u{1B}[K\u{1B}[33mb"], ["\u{1B}[0;31;44ma\u{1B}[K\u{1B}[33mb"]),
            (["\u{1B}[31;4ma\u{1B}[32m\u{1B}[K"], ["\u{1B}[0;4;31ma\u{1B}[32m\u{1B}[K"]),
            (["\u{1B}[31ma\u{1B}[41m\u{1B}[K"], ["\u{1B}[0;31ma\u{1B}[41m\u{1B}[K"]),
            // Motions are made in any colour.
            (["\u{1B}[31ma\u{1B}[m\u{1B}[2;3H\u{1B}[31mb"], ["\u{1B}[0;31ma\u{1B}[2;3Hb"]),
            // What takes attributes away begins with a reset, which the oldest terminals know too.
            (["\u{1B}[1;31ma\u{1B}[22mb"], ["\u{1B}[0;1;31ma\u{1B}[0;31mb"]),
            (["\u{1B}[38;2;1;2;3ma\u{1B}[39;49mb"], ["\u{1B}[0;38;2;1;2;3ma\u{1B}[mb"]),
            // What is not understood is passed on, and everything is said again after it.
            (["\u{1B}[31ma\u{1B}[9mb\u{1B}[cc"], ["\u{1B}[0;31ma\u{1B}[9m\u{1B}[0;31mb\u{1B}[cc"]),
            (["\u{1B}[31ma\u{1B}7b"], ["\u{1B}[0;31ma\u{1B}7\u{1B}[0;31mb"]),
            (["a\u{1B}[3"], ["\u{1B}[ma\u{1B}[3"]),
            (["a\u{1B}"], ["\u{1B}[ma\u{1B}"]),
        ] as [([String], [String])])
    func saysColorsOnce(frames: [String], expected: [String]) {
        #expect(merged(frames) == expected)
    }

    @Test("Any stream of ncurses' looks the same afterwards, and is no longer", arguments: 0..<200)
    func looksTheSame(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let pieces = [
            "\u{1B}(B\u{1B}[m", "\u{1B}[0;1m", "\u{1B}[4m", "\u{1B}(B\u{1B}[0;7m", "\u{1B}[39;49m",
            "\u{1B}[31m", "\u{1B}[97m", "\u{1B}[38;5;248m", "\u{1B}[48;5;233m", "\u{1B}[38;2;1;22;133m",
            "\u{1B}[104m", "a", "і", "  ", " ", "漢", "\r", "\n", "\u{8}", "\u{1B}[K", "\u{1B}[1K", "\u{1B}[12X",
            "\u{1B}[2;31H", "\u{1B}[4d", "\u{1B}[4;37r", "\u{1B}[?25l",
        ]
        let frames = (0..<6).map { _ in
            (0..<random.below(60)).map { _ in pieces[random.below(pieces.count)] }.joined()
        }
        let shorter = merged(frames)
        var (before, after) = (SeenBytes(), SeenBytes())
        for (frame, short) in zip(frames, shorter) {
            before.feed(Array(frame.utf8))
            after.feed(Array(short.utf8))
            #expect(before.events == after.events)
        }
        // The first sequence of all says everything, whatever ncurses leaves out.
        #expect(shorter.joined().utf8.count <= frames.joined().utf8.count + 4)
    }

    /// A generator whose numbers follow from its seed (xorshift64*).
    private struct SeededRandom {
        private var state: UInt64

        init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

        mutating func below(_ limit: Int) -> Int {
            state ^= state >> 12
            state ^= state << 25
            state ^= state >> 27
            return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % limit
        }
    }
}
