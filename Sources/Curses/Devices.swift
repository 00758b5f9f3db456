import CTerminal
import Glibc
import TerminalUI

/// The descriptors of an open terminal.
///
/// They are opened anew, so that making them non-blocking concerns nobody else.
struct Devices: Sendable {
    let input: Int32
    let output: Int32
    let signals: Int32
    /// Readable when input or a signal waits.
    let watch: Int32

    /// Bytes read at a time.
    private static let chunk = 4096

    /// Opens standard input and output; unless `anything` will do, they must be terminals.
    static func open(anything: Bool = false) throws(CursesError) -> Devices {
        guard anything || (isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1) else { throw .notATerminal }
        let signals = ct_signals_open()
        guard signals >= 0 else {
            throw errno == EBUSY ? .alreadyOpen : .system(call: "pipe2", code: errno)
        }
        let input = ct_tty_open(STDIN_FILENO)
        let output = ct_tty_open(STDOUT_FILENO)
        let watch = input >= 0 ? ct_watch_open(input, signals) : -1
        let devices = Devices(input: input, output: output, signals: signals, watch: watch)
        guard output >= 0, watch >= 0, isatty(input) == 0 || ct_tty_keep(input) == 0 else {
            let code = errno
            devices.close()
            throw .system(call: "open", code: code)
        }
        return devices
    }

    /// Rows and columns as the terminal says, or those of a VT100.
    var size: Size {
        var rows: Int32 = 0
        var columns: Int32 = 0
        guard ct_tty_size(output, &rows, &columns) else { return Size(width: 80, height: 24) }
        return Size(width: Int(columns), height: Int(rows))
    }

    /// Which of the two that are watched have something to be read.
    var ready: (input: Bool, signals: Bool) {
        let ready = ct_watch_ready(watch)
        return (ready & 1 != 0, ready & 2 != 0)
    }

    /// Reads what is there without waiting; the end is that of a terminal whose other side is gone.
    ///
    /// The first read goes without a look when the descriptor is known to be ready.
    func read(
        from descriptor: Int32, atMost limit: Int, isReady: Bool = false
    ) -> (bytes: [UInt8], isEnd: Bool) {
        var all: [UInt8] = []
        while all.count < limit {
            var count = 0
            let mustLook = !isReady || !all.isEmpty
            let chunk = [UInt8](unsafeUninitializedCapacity: Self.chunk) { buffer, initialized in
                count =
                    mustLook
                    ? ct_tty_read(descriptor, buffer.baseAddress, buffer.count)
                    : Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                initialized = max(0, count)
            }
            all += chunk
            if count == 0 { return (all, true) }
            // A terminal hands over all it has, up to its own buffer of about this size.
            if count > 0 && count < Self.chunk / 2 { return (all, false) }
            if count < 0 && errno == EINTR { continue }
            if count < 0 { return (all, errno != EAGAIN) }
        }
        return (all, false)
    }

    /// Closes them; from then on signals that ask for an end are as before, or ignored.
    func close(isDeaf: Bool = false) {
        ct_signals_close(isDeaf)
        for descriptor in [input, output, watch] where descriptor >= 0 { Glibc.close(descriptor) }
    }
}
