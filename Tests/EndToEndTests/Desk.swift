import Glibc
import Testing

/// A terminal of 80 by 24 with a shell in it, in a tmux of the shop's own: what an operator sits at.
struct Desk: Sendable {
    let shop: Shop
    private let name: String

    /// Opens a terminal with a shell.
    static func open(_ shop: Shop, name: String = "desk", columns: Int = 80, rows: Int = 24) async throws -> Desk {
        let desk = Desk(shop: shop, name: name)
        try await desk.tmux(
            "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-s", name, "-n", "shell",
            "PS1='desk>' exec bash --norc --noprofile")
        try await desk.wait(for: "desk>")
        return desk
    }

    /// Starts the program in the shell, and waits until it has all it needs.
    func startOblik(_ arguments: String = "") async throws {
        try await type("clear; oblik \(arguments)")
        try await press("Enter")
        try await wait(for: "1 New order", "● db", "http")
    }

    /// Presses keys, by the names that tmux has for them: F6, Enter, C-c.
    func press(_ keys: String...) async throws {
        try await tmux(["send-keys", "-t", name] + keys)
    }

    /// Types text.
    func type(_ text: String) async throws {
        try await tmux("send-keys", "-t", name, "-l", "--", text)
    }

    /// Types lines, each with Enter behind it, as fast as the terminal takes them.
    func enter(_ lines: String...) async throws {
        for line in lines {
            if !line.isEmpty { try await type(line) }
            try await press("Enter")
        }
    }

    /// Has the shell run a command, and waits until it has.
    func shell(_ command: String) async throws {
        let mark = "\(shop.folder)/\(UInt64.random(in: 0...UInt64.max)).done"
        try await type("\(command); touch \(mark)")
        try await press("Enter")
        try await eventually("the shell runs \(command)", seen: { await picture }) {
            Files.exists(mark) ? () : nil
        }
    }

    /// What stands on the screen; with `colors`, the escape sequences of colours and weights too.
    func screen(colors: Bool = false) async throws -> String {
        try await tmux(["capture-pane", "-t", name, "-p"] + (colors ? ["-e"] : []))
    }

    /// What stands on the screen, and where the cursor is.
    func sight() async throws -> DeskSight {
        let format = "#{cursor_x} #{cursor_y} #{alternate_on}"
        return DeskSight(
            try await tmux("display-message", "-t", name, "-p", format, ";", "capture-pane", "-t", name, "-p"))
    }

    /// The same in words, for one who waited in vain.
    var lastSight: String {
        get async { (try? await sight())?.description ?? "The terminal is gone." }
    }

    /// Writes a text at the cursor, past the program.
    func scribble(_ text: String) async throws {
        let terminal = try await tmux("display-message", "-t", name, "-p", "#{pane_tty}")
        guard Files.append(text, to: String(terminal.prefix { $0 != "\n" })) else {
            throw SystemFailure(call: terminal, number: errno)
        }
    }

    /// Waits until the screen holds all the texts, and gives it.
    @discardableResult
    func wait(for texts: String...) async throws -> String {
        try await wait(until: "the screen holds \(texts)") { screen in texts.allSatisfy { screen.contains($0) } }
    }

    /// Waits until the screen is as it should be, and gives it.
    @discardableResult
    func wait(until what: String, _ condition: (String) -> Bool) async throws -> String {
        try await eventually(what, seen: { await picture }) {
            let screen = try await screen()
            return condition(screen) ? screen : nil
        }
    }

    /// Writes what the terminal is sent from now on to a file, byte for byte.
    func record(to file: String) async throws {
        try await tmux("pipe-pane", "-t", name)
        try await tmux("pipe-pane", "-t", name, "cat >> \(file)")
    }

    /// What tmux has to say about the terminal's state.
    func flags() async throws -> String {
        let format = "alternate #{alternate_on}, cursor #{cursor_flag}, mouse #{mouse_any_flag}"
        return String(try await tmux(["display-message", "-t", name, "-p", format]).prefix { $0 != "\n" })
    }

    func resize(columns: Int, rows: Int) async throws {
        try await tmux("resize-window", "-t", name, "-x", "\(columns)", "-y", "\(rows)")
    }

    /// Takes the terminal away, as a closed window does.
    func hangUp() async throws {
        try await tmux("kill-session", "-t", name)
    }

    /// The port of the listener, which the first line of Home tells.
    func port() async throws -> Int {
        let screen = try await wait(for: "http 127.0.0.1:")
        let digits = screen.firstRange(of: "127.0.0.1:").map { screen[$0.upperBound...].prefix { $0.isNumber } }
        return try #require(digits.flatMap { Int($0) })
    }

    private var picture: String {
        get async { (try? await screen()) ?? "The terminal is gone." }
    }

    @discardableResult
    private func tmux(_ arguments: String...) async throws -> String { try await tmux(arguments) }

    @discardableResult
    private func tmux(_ arguments: [String]) async throws -> String {
        let outcome = try await shop.run("/usr/bin/env", ["tmux", "-u", "-f", "/dev/null"] + arguments)
        guard outcome.code == 0 else { throw NotInTime(what: "tmux \(arguments)", seen: outcome.errors) }
        return outcome.output
    }
}
