import CTerminal
import Glibc
import Reactor
import TerminalUI

extension CursesTerminal {
    /// How long a terminal that takes no bytes can hold up the end of the program, in milliseconds.
    private static let patience: Int32 = 2000

    func begin(_ theme: Theme) {
        setStyles(theme)
        enter()
    }

    /// Makes the terminal raw and shows the program's screen, empty as yet.
    func enter() {
        _ = ct_tty_raw(devices.input)
        var bytes: UnsafePointer<UInt8>?
        let count = ct_screen_switch(true, &bytes)
        painted = nil
        isSuspended = false
        send(UnsafeBufferPointer(start: bytes, count: count))
        // Presses, releases and the wheel, in the form that has no limits (SGR); motion is nobody's business.
        if usesMouse && ct_screen_has_modes() { send(Array("\u{1B}[?1000h\u{1B}[?1006h".utf8)) }
    }

    /// Gives the terminal back for a while and stops; a SIGCONT brings ``goOn()``.
    public func suspend() {
        guard !isClosed, !isSuspended else { return }
        guard ct_job_control() else {
            // Nobody could continue the program: it is the terminal's own, or its shell is gone.
            ring()
            return
        }
        leave()
        isSuspended = true
        ct_stop_group()
    }

    /// Goes on after a stop, whoever caused it; everything is drawn anew.
    func goOn() {
        guard !isClosed else { return }
        if ct_tty_is_taken() {
            // Stopped from outside without a guard: the screen was never left.
            _ = ct_tty_raw(devices.input)
            painted = nil
            ct_screen_redraw()
        } else {
            enter()
        }
    }

    /// Gives the terminal back for good, and ignores SIGHUP, SIGINT and SIGTERM from then on.
    ///
    /// The program is ending, and whoever asked for that may ask twice: a signal that killed it now would keep it
    /// from putting away what it has. A second call does nothing.
    public func close() {
        guard !isClosed else { return }
        isClosed = true
        if !isSuspended { leave() }
        ct_screen_close()
        ct_stderr_restore()
        loop.resumeWaiters(of: devices.watch)
        loop.resumeWaiters(of: devices.output)
        devices.close(isDeaf: true)
    }

    /// Shows the shell's screen again.
    ///
    /// This writes and waits at once, because what follows is a stop or the end.
    private func leave() {
        var bytes: UnsafePointer<UInt8>?
        let count = ct_screen_switch(false, &bytes)
        let all = backlog + UnsafeBufferPointer(start: bytes, count: count)
        backlog = []
        late = nil
        if !isMute { ct_tty_write(devices.output, all, all.count, Self.patience) }
        _ = ct_tty_restore(devices.input)
    }
}
