import CTerminal
import Glibc
public import Reactor
public import TerminalUI

/// A terminal that lines are written to, one below the other: for screen readers, and where no cursor can be placed.
///
/// Programs draw as always, on a picture of a fixed size; a ``TerminalUI/Narrator`` tells what each picture says anew.
/// Keys come one by one where input is a terminal, line by line where it is none.
public actor LinearTerminal: DeviceTerminal {
    /// The size that programs draw in; nobody sees where a line breaks.
    public nonisolated let size = Size(width: 100, height: 30)
    /// Signs that only draw would be read out, so there are none but ASCII.
    public nonisolated let glyphs: Glyphs = {
        // Signs are spoken badly; names are spoken as they are written.
        var glyphs = Glyphs.ascii
        glyphs.isASCII = false
        return glyphs
    }()
    /// It lives on what pictures tell.
    public nonisolated let wantsNotes = true

    nonisolated let loop: PollLoop
    let devices: Devices
    var decoder: KeyDecoder
    private var narrator = Narrator()
    private let isUTF8: Bool
    private let type: TerminalType
    private var painted: Canvas?
    /// Whether input is a terminal: then it is raw, and lines end in CR and LF.
    let isInteractive: Bool
    var isSuspended = false
    var isHungUp = false
    private(set) var isClosed = false

    /// How long an output that takes nothing holds up the program, in milliseconds.
    private static let patience: Int32 = 2000

    /// The loop's thread.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    /// Takes standard input and output over; what is written to standard error goes to the end of `log`.
    /// - Throws: ``CursesError`` while everything is still as it was.
    public static func open(log: String? = nil, on loop: PollLoop) async throws(CursesError) -> LinearTerminal {
        let devices = try Devices.open(anything: true)
        if let log, ct_stderr_redirect(log) != 0 {
            let code = errno
            devices.close()
            throw .system(call: "open(\"\(log)\")", code: code)
        }
        let terminal = LinearTerminal(devices, loop: loop)
        await terminal.begin()
        return terminal
    }

    private init(_ devices: Devices, loop: PollLoop) {
        (self.devices, self.loop) = (devices, loop)
        type = TerminalType { name in getenv(name).map { String(cString: $0) } }
        isUTF8 = ct_locale_open()
        isInteractive = isatty(devices.input) == 1
        decoder = KeyDecoder(escapeDelay: type.escapeDelay)
    }

    private func begin() {
        if isInteractive { _ = ct_tty_raw(devices.input) }
    }

    /// Runs a program on the terminal's own thread.
    @discardableResult
    public func run<Model: ProgramModel>(_ program: Program<Model>) async -> Model {
        await withTaskExecutorPreference(loop) { await program.run(isolation: self) }
    }

    /// Writes what the picture says anew.
    public func paint(_ canvas: Canvas) {
        guard !isClosed, !isSuspended else { return }
        painted = canvas
        write(narrator.tell(canvas))
    }

    /// Reads the whole picture out.
    public func redraw() {
        guard let painted, !isClosed, !isSuspended else { return }
        write(narrator.readOut(painted))
    }

    /// Lines have no colours.
    public func apply(_ theme: Theme) {}

    /// Sounds the bell.
    public func ring() {
        if !isClosed, !isSuspended { write(bytes: [0x07]) }
    }

    /// Hands a text to the clipboard, where the terminal behind the lines has one.
    public func copy(_ text: String) throws(CopyRefusal) {
        guard isInteractive, ct_term_has_modes(type.term) else { throw .noClipboard(term: type.term) }
        guard text.utf8.count <= Clipboard.maximumBytes else { throw .tooLong(limit: Clipboard.maximumBytes) }
        guard !isClosed, !isSuspended else { throw .away }
        write(bytes: Clipboard.sequence(for: text, through: type.passage))
    }

    /// Gives the terminal back for a while and stops; a SIGCONT brings ``goOn()``.
    public func suspend() {
        guard !isClosed, !isSuspended else { return }
        guard isInteractive, ct_job_control() else { return ring() }
        leave()
        isSuspended = true
        ct_stop_group()
    }

    func goOn() {
        guard !isClosed else { return }
        isSuspended = false
        begin()
        redraw()
    }

    /// Gives the terminal back for good; see ``CursesTerminal/close()`` for what becomes of signals.
    public func close() {
        guard !isClosed else { return }
        if !isSuspended { leave() }
        isClosed = true
        ct_stderr_restore()
        loop.resumeWaiters(of: devices.watch)
        devices.close(isDeaf: true)
    }

    private func leave() {
        write("\n")
        if isInteractive { _ = ct_tty_restore(devices.input) }
    }

    /// Writes text; what the locale doesn't know is a question mark.
    private func write(_ text: String) {
        guard !text.isEmpty else { return }
        let known = isUTF8 ? text : String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isASCII ? $0 : "?" }))
        let bytes = Array(known.utf8)
        write(bytes: isInteractive ? bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } : bytes)
    }

    /// Lines are few and short: they wait for whoever reads them, and not for ever.
    private func write(bytes: [UInt8]) {
        ct_tty_write(devices.output, bytes, bytes.count, Self.patience)
    }
}
