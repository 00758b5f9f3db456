import CTerminal
import Curses
import Glibc
import Reactor
import TerminalUI

/// A small program on a real terminal, which the tests of Curses start in a pseudo-terminal and drive.
///
/// Arguments: `--no-guard`, `--exit N`, `--log FILE`. Keys: q ends it, ^Z stops it, f fills the screen, C copies, the
/// others are shown.
@main
enum CursesProbe {
    static func main() async {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let isGuarded = arguments.contains("--no-guard") ? false : ct_guard()
        let status = value(of: "--exit", in: &arguments).flatMap { Int32($0) } ?? 0
        let loop = PollLoop(name: "terminal", isPreferred: true)
        let options = CursesOptions(log: value(of: "--log", in: &arguments))
        do {
            let terminal = try await CursesTerminal.open(options, on: loop)
            let program = Program(model: ProbeModel(isGuarded: isGuarded), terminal: terminal) { effect, sink in
                switch effect {
                case .suspend: await terminal.suspend()
                case .copy(let text): sink.send(await copy(text, to: terminal))
                }
            }
            await terminal.run(program)
            await terminal.close()
        } catch {
            let text = "\(error)\n"
            _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) }
            exit(3)
        }
        loop.stop()
        exit(status)
    }

    private static func copy(_ text: String, to terminal: CursesTerminal) async -> String {
        do throws(CopyRefusal) {
            try await terminal.copy(text)
            return "copied"
        } catch {
            return "\(error)"
        }
    }

    private static func value(of option: String, in arguments: inout [String]) -> String? {
        guard let index = arguments.firstIndex(of: option), index + 1 < arguments.count else { return nil }
        return arguments[index + 1]
    }
}
