import CTerminal
import Glibc
import Reactor
public import TerminalUI

extension CursesTerminal {
    /// Sends the last picture again, whatever the terminal shows, as after another program wrote over it.
    public func redraw() {
        guard let picture = painted, !isClosed, !isSuspended else { return }
        painted = nil
        ct_screen_redraw()
        paint(picture)
    }

    /// Shows a picture; only what differs from the last one is sent.
    ///
    /// It never waits for the terminal: while a slow link takes nothing, the newest picture is kept and shown
    /// afterwards, those in between are left out, and keys and signals are still heard.
    public func paint(_ canvas: Canvas) {
        guard !isClosed, !isSuspended, !isMute else { return }
        guard backlog.isEmpty else {
            late = canvas
            return
        }
        ScreenPainter.put(canvas, after: painted)
        painted = canvas
        var bytes: UnsafePointer<UInt8>?
        let count = ct_screen_frame(&bytes)
        send(UnsafeBufferPointer(start: bytes, count: count))
    }

    /// Sends bytes behind those that wait already.
    func send(_ bytes: some Collection<UInt8>) {
        backlog.append(contentsOf: bytes)
        put()
        guard !backlog.isEmpty, !isDraining else { return }
        isDraining = true
        // One task at most, which ends with the backlog or with the terminal.
        Task { await drain() }
    }

    private func drain() async {
        defer { isDraining = false }
        while !backlog.isEmpty, !isClosed {
            // Only the end of the loop ends the wait with an error, and then nothing can be sent any more.
            guard (try? await loop.wait(for: devices.output, events: Int32(POLLOUT))) != nil, !isClosed else { return }
            put()
            if backlog.isEmpty, let canvas = late {
                late = nil
                paint(canvas)
            }
        }
    }

    /// Writes what the terminal takes at once.
    private func put() {
        while !backlog.isEmpty, !isSuspended, !isMute {
            let written = backlog.withUnsafeBytes { ct_tty_put(devices.output, $0.baseAddress, $0.count) }
            if written > 0 {
                backlog.removeFirst(written)
            } else if written < 0 && errno == EAGAIN {
                return
            } else if written < 0 && errno != EINTR {
                // The other side is gone; reading will say so as well, and that becomes the event.
                isMute = true
                backlog = []
            }
        }
    }
}
