import CTerminal
import Glibc
import Reactor
import TestSupport
import Testing

/// Whole programs on pseudo-terminals: the guard, signals, stops and ends.
@Suite(.timeLimit(.minutes(5))) struct ProbeTests {
    private static let loop = PollLoop(name: "pty-tests")
    private static let leave = "\u{1B}[?1049l"

    /// The mode of a terminal that nobody has changed.
    private func plainMode() async throws -> [UInt32] {
        let terminal = try PseudoTerminal("/bin/true", loop: Self.loop)
        let mode = await terminal.mode()
        _ = try await terminal.end()
        return mode
    }

    /// Starts the probe, waits for its first picture, and gives the process of the program itself.
    private func start(
        _ arguments: [String] = [], environment: [String: String] = [:], guarded: Bool = true
    ) async throws -> (terminal: PseudoTerminal, program: pid_t) {
        let terminal = try PseudoTerminal(arguments: arguments, environment: environment)
        return (terminal, try await firstPicture(on: terminal, guarded: guarded))
    }

    private func firstPicture(on terminal: PseudoTerminal, guarded: Bool = true) async throws -> pid_t {
        try await terminal.expect("probe ")
        let number = try await terminal.expect(" guarded \(guarded)")
        try await terminal.expect("nothing")
        return try #require(pid_t(number))
    }

    @Test("A program that ends gives the terminal back once and passes its status on", arguments: [true, false])
    func ends(guarded: Bool) async throws {
        let arguments = ["--exit", "7"] + (guarded ? [] : ["--no-guard"])
        let (terminal, program) = try await start(arguments, guarded: guarded)
        #expect((program == terminal.process) == !guarded)
        await terminal.type("q")
        let status = try await terminal.end()
        #expect(status == 7 << 8)
        #expect(await terminal.count(of: Self.leave) == 1)
        #expect(await terminal.count(of: "\u{1B}[?1049h") == 1)
        #expect(await terminal.count(of: "\u{1B}[?25h") >= 1)
    }

    @Test(
        "Whatever kills the program, the guard gives the terminal back, says so, and ends in the same way",
        arguments: [SIGKILL, SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGQUIT])
    func restoresAfter(signal: Int32) async throws {
        let plain = try await plainMode()
        let (terminal, program) = try await start(["--log", "/tmp/oblik-probe-\(getpid()).log"])
        #expect(await terminal.mode() != plain)
        kill(program, signal)
        try await terminal.expect("CursesProbe ended by signal \(signal) ")
        try await terminal.expect("the log is at /tmp/oblik-probe-")
        #expect(await terminal.mode() == plain)
        let status = try await terminal.end()
        #expect(status & 0x7F == signal)
        #expect(await terminal.count(of: Self.leave) == 1)
        #expect(await terminal.count(of: "\u{1B}[?2004l") >= 1)
        unlink("/tmp/oblik-probe-\(getpid()).log")
    }

    @Test(
        "TERM, INT and HUP end the program in order, sent to it or to the guard", arguments: [SIGTERM, SIGINT, SIGHUP],
        [true, false])
    func endsInOrder(signal: Int32, toGuard: Bool) async throws {
        let plain = try await plainMode()
        let (terminal, program) = try await start()
        kill(toGuard ? terminal.process : program, signal)
        try await terminal.waitForMode { $0 == plain }
        #expect(try await terminal.end() == 0)
        #expect(await terminal.count(of: Self.leave) == 1)
    }

    @Test("A program whose terminal goes away ends", arguments: [true, false])
    func endsOnHangup(guarded: Bool) async throws {
        let (terminal, _) = try await start(guarded ? [] : ["--no-guard"], guarded: guarded)
        await terminal.hangUp()
        #expect(try await terminal.end() == 0)
    }

    @Test("The guard has a name of its own, so that killing the program by name spares it")
    func hidesGuard() async throws {
        let (terminal, program) = try await start()
        let name = try contents("/proc/\(terminal.process)/comm")
        let arguments = try contents("/proc/\(terminal.process)/cmdline")
        #expect(name == "tty-guard\n")
        #expect(arguments.hasPrefix("tty-guard\u{0}") && !arguments.contains("Probe"))
        #expect(try contents("/proc/\(program)/comm") == "CursesProbe\n")
        #expect(try contents("/proc/\(program)/cmdline").contains("CursesProbe"))
        await terminal.type("q")
        #expect(try await terminal.end() == 0)
    }

    @Test("When the guard is killed, the program gives the terminal back and ends")
    func survivesGuard() async throws {
        let plain = try await plainMode()
        let shell = try PseudoTerminal(
            "/bin/sh", ["-c", "\"$PROBE\"; read line"], environment: ["PROBE": PseudoTerminal.probe], loop: Self.loop)
        let program = try await firstPicture(on: shell)
        let parent = try #require(try parentProcess(of: program))
        #expect(parent != shell.process)
        kill(parent, SIGKILL)
        try await shell.expect(Self.leave)
        try await shell.waitForMode { $0 == plain }
        await shell.type("\n")
        #expect(try await shell.end() == 0)
    }

    @Test("^Z stops the program for the shell, and fg brings the picture back", arguments: [true, false])
    func suspends(guarded: Bool) async throws {
        let (shell, _) = try await startInShell(guarded ? "" : " --no-guard", guarded: guarded)
        await shell.type("\u{1A}")
        try await shell.expect("Stopped")
        #expect(await shell.count(of: Self.leave) == 1)
        await shell.type("fg\n")
        try await shell.expect("stops 1")
        try await shell.expect("resumed")
        await shell.type("q")
        try await shell.expect("$ ")
        await shell.type("echo status=$?; exit\n")
        try await shell.expect("status=0")
        #expect(await shell.count(of: Self.leave) == 2)
        _ = try await shell.end()
    }

    @Test("A program stopped from outside leaves a sane terminal, and comes back")
    func followsStop() async throws {
        let (shell, program) = try await startInShell("", guarded: true)
        kill(program, SIGSTOP)
        try await shell.expect(Self.leave)
        try await shell.expect("Stopped")
        await shell.type("fg\n")
        try await shell.expect("stops 1")
        await shell.type("q")
        try await shell.expect("$ ")
        await shell.type("exit\n")
        _ = try await shell.end()
    }

    @Test("Without a shell that could continue it, ^Z only rings the bell")
    func refusesSuspension() async throws {
        let (terminal, _) = try await start()
        await terminal.type("\u{1A}")
        try await terminal.expect("\u{7}")
        await terminal.type("x")
        try await terminal.expect("key x")
        await terminal.type("q")
        #expect(try await terminal.end() == 0)
    }

    @Test("Keys, pastes and sizes arrive")
    func takesEvents() async throws {
        let (terminal, _) = try await start()
        await terminal.type("\u{1B}[17~")
        try await terminal.expect("key f6")
        await terminal.type("\u{1B}[200~2*A-100\u{1B}[201~")
        try await terminal.expect("paste 2*A-100")
        await terminal.resize(rows: 30, columns: 132)
        try await terminal.expect("132x30")
        await terminal.resize(rows: 1, columns: 1)
        await terminal.resize(rows: 12, columns: 50)
        try await terminal.expect("50x12")
        await terminal.type("\u{1B}")
        try await terminal.expect("escape")
        await terminal.type("q")
        #expect(try await terminal.end() == 0)
    }

    @Test(
        "A text goes to the clipboard by OSC 52, under tmux both ways; where a terminal has none, that is said",
        arguments: [
            ("xterm-256color", "\u{1B}]52;c;0KfQsNC5IBtbMko=\u{7}", "copied"),
            ("tmux-256color", "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;0KfQsNC5IBtbMko=\u{7}\u{1B}\\", "copied"),
            ("screen", "\u{1B}P\u{1B}]52;c;0KfQsNC5IBtbMko=\u{7}\u{1B}\\", "copied"),
            ("linux", "", "noClipboard(term: \"linux\")"), ("vt100", "", "noClipboard(term: \"vt100\")"),
        ])
    func copies(term: String, sequence: String, said: String) async throws {
        let terminal = try PseudoTerminal(arguments: [], environment: ["TERM": term])
        try await terminal.expect("nothing")
        await terminal.type("C")
        if !sequence.isEmpty { try await terminal.expect(sequence) }
        try await terminal.expect(said)
        #expect(sequence.isEmpty == (await terminal.count(of: "]52;") == 0))
        await terminal.type("q")
        #expect(try await terminal.end() == 0)
    }

    @Test("While a link takes nothing, keys are heard, and afterwards the newest picture is shown")
    func survivesSlowLink() async throws {
        let (terminal, _) = try await start()
        await terminal.resize(rows: 400, columns: 500)
        try await terminal.expect("500x400")
        // One such frame is larger than what the kernel keeps for a pseudo-terminal.
        await terminal.type("f")
        try await terminal.expect("ff")
        await terminal.type("abc")
        await terminal.type("\u{1B}[17~")
        try await terminal.expect("key f6")
        await terminal.type("q")
        #expect(try await terminal.end() == 0)
        #expect(await terminal.count(of: Self.leave) == 1)
    }

    @Test("A program on a link that takes nothing any more can still be ended", arguments: [SIGTERM, SIGKILL])
    func endsOnDeadLink(signal: Int32) async throws {
        let (terminal, program) = try await start()
        await terminal.resize(rows: 400, columns: 500)
        try await terminal.expect("500x400")
        await terminal.type("f")
        try await terminal.expect("ff")
        kill(program, signal)
        #expect(try await terminal.endUnheard() & 0x7F == (signal == SIGKILL ? SIGKILL : 0))
    }

    @Test("A terminal that can't place a cursor is refused before anything is changed")
    func refusesDumb() async throws {
        let terminal = try PseudoTerminal(arguments: [], environment: ["TERM": "dumb"])
        try await terminal.expect("can't place a cursor")
        #expect(try await terminal.end() == 3 << 8)
        #expect(await terminal.count(of: "\u{1B}") == 0)
    }

    @Test("A log that can't be written is refused before anything is changed")
    func refusesLog() async throws {
        let plain = try await plainMode()
        let terminal = try PseudoTerminal(arguments: ["--log", "/nowhere/x.log"], environment: [:])
        try await terminal.expect("open(\"/nowhere/x.log\") failed")
        #expect(await terminal.mode() == plain)
        #expect(try await terminal.end() == 3 << 8)
        #expect(await terminal.count(of: "\u{1B}") == 0)
    }

    @Test(
        "Any terminal gets a picture, with the signs its locale knows",
        arguments: [
            ("no-such-terminal", "", "Іван"), ("linux", "", "Іван"), ("vt100", "C.UTF-8", "Іван"), ("", "", "Іван"),
            ("xterm-256color", "C", "Ivan"), ("tmux-256color", "uk_UA.UTF-8", "漢字"),
        ])
    func paintsAnywhere(term: String, locale: String, shown: String) async throws {
        let terminal = try PseudoTerminal(arguments: [], environment: ["TERM": term, "LC_ALL": locale])
        try await terminal.expect(shown)
        await terminal.type("q")
        #expect(try await terminal.end() == 0)
    }

    private func startInShell(_ options: String, guarded: Bool) async throws -> (PseudoTerminal, pid_t) {
        let shell = try PseudoTerminal(
            "/bin/bash", ["--norc", "--noprofile", "-i"], environment: ["PROBE": PseudoTerminal.probe], loop: Self.loop)
        try await shell.expect("$ ")
        await shell.type("\"$PROBE\"\(options)\n")
        return (shell, try await firstPicture(on: shell, guarded: guarded))
    }

    private func contents(_ path: String) throws -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        try #require(file >= 0, "\(path) can't be opened.")
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(file, &bytes, bytes.count)
        return String(decoding: bytes[..<max(0, count)], as: UTF8.self)
    }

    private func parentProcess(of process: pid_t) throws -> pid_t? {
        let line = try contents("/proc/\(process)/status").split(separator: "\n").first { $0.hasPrefix("PPid:") }
        return line.flatMap { pid_t($0.dropFirst(5).trimmingPrefix { $0 == "\t" }) }
    }
}

extension PseudoTerminal {
    /// The probe on the loop that all these tests share.
    init(arguments: [String], environment: [String: String]) throws {
        try self.init(PseudoTerminal.probe, arguments, environment: environment, loop: Self.sharedLoop)
    }

    private static let sharedLoop = PollLoop(name: "pty-probes")
}
