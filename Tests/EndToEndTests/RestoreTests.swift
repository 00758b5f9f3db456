import Glibc
import Testing

extension EndToEnd {
    @Suite struct RestoreTests {
        /// Private modes of the terminal as raw bytes tell them: the last word on each holds.
        private struct Modes: Equatable {
            var isAlternate = false
            var hasCursor = true
            var hasPaste = false
            var hasMouse = false
            var hasFocusReports = false
            var isSynchronized = false

            static let plain = Modes()

            init() {}

            init(after bytes: String) {
                for match in bytes.matches(of: /\u{1B}\[\?([0-9;]+)([hl])/) {
                    let isOn = match.2 == "h"
                    for number in match.1.split(separator: ";") {
                        switch number {
                        case "1049": isAlternate = isOn
                        case "25": hasCursor = isOn
                        case "2004": hasPaste = isOn
                        case "1000", "1002", "1003", "1006": hasMouse = isOn
                        case "1004": hasFocusReports = isOn
                        case "2026": isSynchronized = isOn
                        default: break
                        }
                    }
                }
            }
        }

        @Test("TERM, HUP, SEGV, ABRT and KILL: each leaves the terminal as it was, and the draft as it stood")
        func restores() async throws {
            try await Shop.open { shop in
                let desk = try await Desk.open(shop)
                // The shell's own bracketed paste would hide ours.
                try await desk.shell("bind 'set enable-bracketed-paste off'; stty -a > \(shop.folder)/before")
                try await desk.startOblik()
                try await desk.furnish()
                try await desk.beginOrder()
                try await desk.enter("3*A-100")
                try await desk.wait(for: "Lines 1   Pieces 3", "draft saved")
                try await desk.quit()
                for (round, signal) in [SIGTERM, SIGHUP, SIGSEGV, SIGABRT, SIGKILL].enumerated() {
                    try await die(of: signal, round: round + 1, desk, shop)
                }
                try await desk.startOblik()
                try await resume(desk, lines: 1, pieces: 8)
                try await desk.press("F10")
                try await desk.wait(for: "Order 1 placed, 1 line")
                try await desk.quit()
                try await shop.waitUntilNothingRuns()
            }
        }

        /// Opens the draft, adds a piece, has the program killed in the middle of the next line, and looks around.
        private func die(of signal: Int32, round: Int, _ desk: Desk, _ shop: Shop) async throws {
            let stream = "\(shop.folder)/stream-\(signal)"
            try await desk.record(to: stream)
            try await desk.startOblik()
            try await resume(desk, lines: 1, pieces: 2 + round)
            try await desk.enter("A-100")
            try await desk.wait(for: "Lines 1   Pieces \(3 + round)", "draft saved")
            try await desk.type("A-1")
            try await desk.wait(for: "A-101")
            let taken = Modes(after: Files.text(of: stream))
            #expect(taken.isAlternate && taken.hasPaste && taken.hasMouse && taken.hasFocusReports)

            kill(try shop.program(), signal)
            try await desk.wait(until: "the shell is back") { $0.contains("desk>") && !$0.contains("TOTAL") }
            try await desk.shell("stty -a > \(shop.folder)/after")
            #expect(Files.text(of: shop.folder + "/before") == Files.text(of: shop.folder + "/after"))
            #expect(!Files.text(of: shop.folder + "/after").isEmpty)
            let bytes = Files.text(of: stream)
            #expect(Modes(after: bytes) == .plain, "signal \(signal)")
            #expect(bytes.ranges(of: "\u{1B}[?1049l").count == 1)
            #expect(try await desk.flags() == "alternate 0, cursor 1, mouse 0")
        }

        private func resume(_ desk: Desk, lines: Int, pieces: Int) async throws {
            try await desk.press("1")
            try await desk.wait(for: "for Олена Іваненко, \(lines) line")
            try await desk.press("Enter")
            try await desk.wait(for: "Олена Іваненко", "A-100", "Lines \(lines)   Pieces \(pieces)")
        }
    }
}
