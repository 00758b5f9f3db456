import CTerminal
import Glibc
package import Reactor

/// A program on a pseudo-terminal, driven by a test.
package actor PseudoTerminal {
    package struct Failure: Error {
        package let reason: String
        package let output: String
    }

    /// Everything the program has written, and how far the test has looked.
    package private(set) var output = ""
    package nonisolated let process: Int32
    private nonisolated let loop: PollLoop
    private var controller: Int32
    private var hasEnded = false

    package nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    /// The probe beside the test bundle, whose path is among the test runner's arguments.
    package static let probe: String = {
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? ""
        return bundle.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/CursesProbe"
    }()

    package init(
        _ path: String = PseudoTerminal.probe, _ arguments: [String] = [], environment: [String: String] = [:],
        rows: Int32 = 10, columns: Int32 = 60, loop: PollLoop
    ) throws {
        let variables = ["TERM": "xterm-256color", "PATH": "/usr/bin:/bin", "PS1": "$ "].merging(environment) { $1 }
        let argv = ([path] + arguments).map { strdup($0) } + [nil]
        let envp = variables.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in argv + envp { free(text) } }
        var controller: Int32 = -1
        process = ct_spawn_in_pty(path, argv, envp, rows, columns, &controller)
        guard process > 0 else { throw Failure(reason: "forkpty failed", output: "") }
        _ = fcntl(controller, F_SETFL, O_NONBLOCK)
        self.controller = controller
        self.loop = loop
    }

    /// The line discipline and the flags as numbers, to be compared.
    package func mode() -> [UInt32] {
        var mode = termios()
        tcgetattr(controller, &mode)
        let characters = withUnsafeBytes(of: mode.c_cc) { $0.map { UInt32($0) } }
        return [mode.c_iflag, mode.c_oflag, mode.c_cflag, mode.c_lflag] + characters
    }

    package func type(_ text: String) {
        _ = text.withCString { write(controller, $0, strlen($0)) }
    }

    package func resize(rows: Int32, columns: Int32) {
        ct_pty_resize(controller, rows, columns)
    }

    package func hangUp() {
        close(controller)
        controller = -1
    }

    /// Reads until the output holds `text` behind what was found before, and moves behind it.
    @discardableResult
    package func expect(_ text: String, within limit: Duration = .seconds(60)) async throws -> String {
        let deadline = ContinuousClock.now + limit
        while true {
            if let found = output[position...].firstRange(of: text) {
                let before = String(output[position..<found.lowerBound])
                position = found.upperBound
                return before
            }
            guard !hasEnded else { throw Failure(reason: "The program ended before it wrote \(text).", output: output) }
            try await read(until: deadline, for: text)
        }
    }

    /// Reads until the output holds all texts behind what was found before, in any order, and moves behind the last.
    package func expect(allOf texts: [String], within limit: Duration = .seconds(60)) async throws {
        let start = position
        var end = position
        for text in texts {
            position = start
            try await expect(text, within: limit)
            end = max(end, position)
        }
        position = end
    }

    /// Reads until a condition on the terminal's mode holds.
    package func waitForMode(within limit: Duration = .seconds(60), _ condition: ([UInt32]) -> Bool) async throws {
        let deadline = ContinuousClock.now + limit
        while !condition(mode()) {
            guard ContinuousClock.now < deadline else { throw Failure(reason: "The mode stayed.", output: output) }
            // Output may come or not; the mode is looked at every few milliseconds.
            try? await loop.wait(for: controller, events: Int32(POLLIN), until: .now + .milliseconds(5))
            take()
        }
    }

    /// Reads until nobody has the terminal open, and gives the wait status of the process.
    package func end(within limit: Duration = .seconds(60)) async throws -> Int32 {
        let deadline = ContinuousClock.now + limit
        while controller >= 0 && !hasEnded { try await read(until: deadline, for: "its end") }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        finalMode = mode()
        if controller >= 0 { hangUp() }
        return status
    }

    /// Waits for the end without reading anything, as a dead link would, and gives the wait status.
    package func endUnheard(within limit: Duration = .seconds(60)) async throws -> Int32 {
        let deadline = ContinuousClock.now + limit
        var status: Int32 = 0
        while waitpid(process, &status, WNOHANG) != process {
            guard ContinuousClock.now < deadline else {
                throw Failure(reason: "The program didn't end.", output: output)
            }
            // No descriptor tells of a process's end here; it is looked for every few milliseconds.
            try? await loop.wait(for: controller, events: 0, until: .now + .milliseconds(5))
        }
        hangUp()
        return status
    }

    /// How often a text was written.
    package func count(of text: String) -> Int {
        output.ranges(of: text).count
    }

    private var position: String.Index {
        get { output.utf8.index(output.startIndex, offsetBy: offset) }
        set { offset = output.utf8.distance(from: output.startIndex, to: newValue) }
    }
    private var offset = 0
    /// Everything the program has written, byte for byte.
    package private(set) var bytes: [UInt8] = []
    /// The mode that the terminal was left in.
    package private(set) var finalMode: [UInt32] = []

    private func read(until deadline: ContinuousClock.Instant, for text: String) async throws {
        do {
            try await loop.wait(for: controller, events: Int32(POLLIN), until: deadline)
        } catch {
            throw Failure(reason: "The program didn't write \(text) in time.", output: output)
        }
        take()
    }

    private func take() {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(controller, &chunk, chunk.count)
        if count > 0 {
            bytes += chunk[..<count]
            output = String(decoding: bytes, as: UTF8.self)
        } else if count == 0 || errno == EIO {
            hasEnded = true
        }
    }
}
