import TerminalUI
import TestSupport
import Testing

@testable import Screens

/// Goes through legs on a desk: does each deed, waits for what it shows, and looks at every new screen.
struct Walk {
    let shop: Shop
    let desk: Desk
    /// What the terminal is sent, byte for byte.
    let stream: String

    /// A desk with the program on it, and everything written down that the terminal is sent.
    static func begin(in shop: Shop) async throws -> Walk {
        let walk = Walk(shop: shop, desk: try await Desk.open(shop), stream: shop.folder + "/stream")
        // The shell's own bracketed paste is none of the program's.
        try await walk.desk.shell("bind 'set enable-bracketed-paste off'; cd \(shop.folder)")
        try await walk.desk.record(to: walk.stream)
        try await walk.desk.startOblik()
        return walk
    }

    /// Goes through a leg; tells each action that was done and seen.
    func go(_ leg: WalkLeg, done: (String) -> Void) async throws {
        try await desk.goHome()
        for (index, step) in leg.steps.enumerated() {
            try await take(step, "\(leg.name), step \(index + 1), \(step.deed)")
            if let action = step.action { done(action) }
        }
    }

    private func take(_ step: WalkStep, _ name: String) async throws {
        let before = try await desk.sight()
        // What is there already would be no sign that the key did it.
        #expect(!step.provesSomething || !step.isSeen(on: before), "\(name): is seen before\n\(before)")
        try await perform(step.deed, name)
        guard step.provesSomething else { return }
        let after = try await eventually(name, seen: { await desk.lastSight }) {
            let sight = try await desk.sight()
            return step.isSeen(on: sight) ? sight : nil
        }
        guard after.isOurs else { return }
        if case .scribble = step.deed { return }
        #expect(after.fault == nil, "\(name)\n\(after)")
        if after.rows.first != before.rows.first { try await compareWithRedrawn(name) }
    }

    private func perform(_ deed: WalkStep.Deed, _ name: String) async throws {
        switch deed {
        case .press(let action): try await press(action)
        case .call(let action, let argument):
            let word = try #require(Self.words[action], "\(action) has no word")
            try await desk.type(":" + word + (argument.isEmpty ? "" : " " + argument))
            // A word is looked up as it is typed; Enter before that waits for it, as any key does.
            try await desk.press("Enter")
        case .type(let text):
            for part in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                if part.offset > 0 { try await desk.press("Enter") }
                if !part.element.isEmpty { try await desk.type(String(part.element)) }
            }
        case .keys(let keys): for key in keys { try await desk.press(key) }
        case .change(let statement):
            _ = try await shop.psql("SET session_replication_role = replica; \(statement)")
        case .ask(let target, let action):
            let port = try await desk.port()
            _ = try await onThread { try TestClient(port: port).request("GET", target) }
            try await press(action)
        case .widen(let columns): try await desk.resize(columns: columns, rows: 24)
        case .run(let command):
            let outcome = try await shop.run("/bin/sh", ["-c", "cd \(shop.folder) && \(command)"])
            #expect(outcome.code == 0, "\(name): \(outcome.errors)")
        case .scribble(let text): try await desk.scribble(text)
        }
    }

    private func press(_ action: String) async throws {
        try await press(try #require(Self.keys[action]?.first, "\(action) has no key"))
    }

    private func press(_ press: KeyPress) async throws {
        if let character = press.character {
            try await desk.type(String(Character(character)))
        } else {
            try await desk.press(press.tmuxName)
        }
    }

    /// Has the screen drawn anew: it must be as it was, for what is on it was put there piece by piece.
    private func compareWithRedrawn(_ name: String) async throws {
        let settled = try await settled()
        // A key ends what the message line says, and Home reads its figures anew a while after a change.
        let fixed = settled.rows[0].hasPrefix(" Oblik  ") ? 9 : 22
        let length = Files.bytes(of: stream).count
        try await press("everywhere.redraw")
        try await eventually("\(name): the screen is drawn anew", seen: { await desk.lastSight }) {
            let bytes = String(decoding: Files.bytes(of: stream).dropFirst(length), as: UTF8.self)
            return bytes.contains("\u{1B}[J") && bytes.hasSuffix("\u{1B}[?2026l") ? () : nil
        }
        let redrawn = try await desk.sight()
        #expect(redrawn.rows.prefix(fixed) == settled.rows.prefix(fixed), "\(name): drawn anew it is another screen")
        #expect(redrawn.cursor == settled.cursor, "\(name): drawn anew it has another cursor")
    }

    /// The screen when nothing more comes: five times the same.
    private func settled() async throws -> DeskSight {
        var last = try await desk.sight()
        var repeats = 0
        return try await eventually("the screen settles", seen: { await desk.lastSight }) {
            let next = try await desk.sight()
            repeats = next == last ? repeats + 1 : 0
            last = next
            return repeats == 5 ? next : nil
        }
    }

    /// The keys of the actions in the classic preset, by their full names.
    static let keys: [String: [KeyPress]] = Dictionary(
        ActionRegistry.entries.map { ($0.fullName, $0.command(.classic).keys) }, uniquingKeysWith: { one, _ in one })

    private static let words: [String: String] = ActionRegistry.entries.reduce(into: [:]) { words, entry in
        words[entry.fullName] = entry.word?.word
    }
}

extension KeyPress {
    /// What tmux calls the press.
    fileprivate var tmuxName: String {
        if self == KeyPress(.tab, .shift) { return "BTab" }
        var name = modifiers.contains(.control) ? "C-" : ""
        if modifiers.contains(.alt) { name += "M-" }
        if modifiers.contains(.shift) { name += "S-" }
        switch key {
        case .character(" "): return name + "Space"
        case .character(let scalar): return name + String(Character(scalar))
        case .function(let number): return name + "F\(number)"
        case .enter: return name + "Enter"
        case .tab: return name + "Tab"
        case .escape: return name + "Escape"
        case .backspace: return name + "BSpace"
        case .delete: return name + "DC"
        case .insert: return name + "IC"
        case .up: return name + "Up"
        case .down: return name + "Down"
        case .left: return name + "Left"
        case .right: return name + "Right"
        case .home: return name + "Home"
        case .end: return name + "End"
        case .pageUp: return name + "PageUp"
        case .pageDown: return name + "PageDown"
        }
    }
}
