import CTerminal
import Glibc
import Reactor
import TerminalUI

/// Opens a terminal on the loop's thread, undoing what was done when a later step fails.
actor Opener {
    struct Result {
        let devices: Devices
        let depth: ColorDepth
        let size: Size
        let glyphs: Glyphs
        let escapeDelay: Duration
        /// TERM, for people.
        let term: String
        /// How a text gets to the clipboard; nil where it can't.
        let passage: Clipboard.Passage?
    }

    nonisolated let loop: PollLoop
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    init(loop: PollLoop) {
        self.loop = loop
    }

    func open(_ options: CursesOptions) async throws(CursesError) -> CursesTerminal {
        let devices = try Devices.open()
        let type = TerminalType { name in getenv(name).map { String(cString: $0) } }
        let isUTF8 = ct_locale_open()
        do throws(CursesError) {
            try Self.redirectErrors(to: options.log)
            try Self.openScreen(type, size: devices.size)
        } catch {
            ct_stderr_restore()
            devices.close()
            throw error
        }
        let colors = type.refusesColors ? 0 : Int(ct_screen_colors())
        let result = Result(
            devices: devices, depth: ColorDepth(colors: colors), size: devices.size,
            glyphs: type.glyphs(isUTF8: isUTF8), escapeDelay: type.escapeDelay,
            term: type.term, passage: ct_screen_has_modes() ? type.passage : nil)
        let terminal = CursesTerminal(result, options: options, loop: loop)
        await terminal.begin(options.theme)
        return terminal
    }

    private static func redirectErrors(to log: String?) throws(CursesError) {
        guard let log else { return }
        guard ct_stderr_redirect(log) == 0 else { throw .system(call: "open(\"\(log)\")", code: errno) }
        ct_guard_log(log)
    }

    /// Tries the types one after the other, the one with exact colours first where they are promised.
    static func openScreen(_ type: TerminalType, size: Size) throws(CursesError) {
        for term in type.candidates {
            for direct in type.wantsExactColors && term == type.term ? [true, false] : [false] {
                let status = ct_screen_open(term, direct, Int32(size.height), Int32(size.width))
                switch Int(status) {
                case CT_SCREEN_OK: return
                case CT_SCREEN_NO_CURSOR_ADDRESS: throw .cannotAddressCursor(term: term)
                case CT_SCREEN_SYSTEM: throw .system(call: "memfd_create", code: errno)
                default: continue
                }
            }
        }
        throw .unknownTerminal(term: type.term)
    }
}
