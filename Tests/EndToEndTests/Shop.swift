import Glibc
import JSON
import TestSupport
import Testing

/// A folder of a test's own, in which the built program keeps all that it keeps, and what runs on it.
struct Shop: Sendable {
    let folder: String
    let environment: [String: String]

    var dataDirectory: String { folder + "/data" }
    var stateDirectory: String { folder + "/state/oblik" }

    /// The built program, which stands beside the test bundle.
    static let program: String = {
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? ""
        let directory = bundle.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
        guard let resolved = realpath(directory + "/oblik", nil) else { return directory + "/oblik" }
        defer { free(resolved) }
        return String(cString: resolved)
    }()

    /// Runs `body` in an empty folder; then everything is ended that still runs there, and the folder is removed.
    static func open(
        _ variables: [String: String] = [:], _ body: (Shop) async throws -> Void
    ) async throws {
        let folder = try Files.makeFolder()
        let shop = Shop(folder: folder, environment: Self.environment(folder).merging(variables) { $1 })
        do {
            try await body(shop)
        } catch {
            await shop.clear()
            throw error
        }
        await shop.clear()
    }

    private static func environment(_ folder: String) -> [String: String] {
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        return [
            "PATH": "\(program.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }):\(path)",
            "HOME": folder + "/home", "XDG_STATE_HOME": folder + "/state", "TMUX_TMPDIR": folder,
            "LC_ALL": "C.UTF-8", "OBLIK_DATA_DIR": folder + "/data", "OBLIK_ASSETS_DIR": Repository.path("."),
            // Any free one: the program says which.
            "OBLIK_HTTP_PORT": "0",
        ]
    }

    /// Starts a program on this shop.
    func start(
        _ path: String = program, _ arguments: [String] = [], _ variables: [String: String] = [:]
    ) throws -> ChildProgram {
        try ChildProgram.start(
            path, arguments, environment: environment.merging(variables) { $1 }, folder: folder)
    }

    /// Runs a program to its end.
    func run(
        _ path: String, _ arguments: [String], _ variables: [String: String] = [:]
    ) async throws -> Outcome {
        let child = try start(path, arguments, variables)
        defer { child.forget() }
        let code = try await child.end()
        return Outcome(code: code, output: child.output, errors: child.errors)
    }

    /// Runs the program with a command, to its end.
    func oblik(_ arguments: String..., with variables: [String: String] = [:]) async throws -> Outcome {
        try await run(Self.program, arguments, variables)
    }

    /// Asks the database as a person would: `psql "$(oblik db url)"`.
    func psql(_ statement: String) async throws -> String {
        let outcome = try await run("/bin/sh", ["-c", #"psql "$(oblik db url)" -XAqt -c "$0""#, statement])
        #expect(outcome.code == 0, "\(outcome.errors)")
        return outcome.output.split(separator: "\n").joined(separator: "\n")
    }

    /// What runs here now.
    func processes() -> [RunningProcess] {
        RunningProcess.all().filter { $0.mentions(folder) }
    }

    /// The running programs of Oblik: guards, and what they guard.
    func programs() -> [RunningProcess] {
        processes().filter { $0.executable == Self.program }
    }

    /// The process that paints: the one whose parent, the guard, runs the same program.
    func program() throws -> pid_t {
        let programs = programs()
        let guards = Set(programs.map(\.id))
        return try #require(programs.first { guards.contains($0.parent) }).id
    }

    /// The process of the database server, from the file that the server keeps.
    func postmaster() -> pid_t? {
        for name in Files.names(in: dataDirectory) where name.hasPrefix("pg") {
            let lines = Files.text(of: "\(dataDirectory)/\(name)/postmaster.pid").split(separator: "\n")
            if let process = lines.first.flatMap({ pid_t($0) }) { return process }
        }
        return nil
    }

    /// Waits until no Oblik and no PostgreSQL runs here.
    func waitUntilNothingRuns() async throws {
        try await eventually("nothing is left running", seen: { "\(leftovers())" }) {
            leftovers().isEmpty ? () : nil
        }
    }

    /// What runs here and is neither a desk nor its shell.
    private func leftovers() -> [RunningProcess] {
        processes().filter { $0.executable == Self.program || $0.workingDirectory.hasPrefix(dataDirectory) }
    }

    private func clear() async {
        _ = try? await run("/usr/bin/env", ["tmux", "kill-server"])
        for program in programs() { kill(program.id, SIGTERM) }
        do {
            try await waitUntilNothingRuns()
        } catch {
            Issue.record(error)
            for process in processes() { kill(process.id, SIGKILL) }
        }
        Files.remove(folder)
    }
}
