import CTerminal
import Glibc
import Reactor
public import TerminalUI

extension CursesTerminal {
    /// Shows a picture; only what differs from the last one is sent.
    public func paint(_ canvas: Canvas) async {
        await waitUntilDrained()
        guard !isClosed, !isSuspended, !isHungUp else { return }
        ScreenPainter.put(canvas, after: painted)
        painted = canvas
        var bytes: UnsafePointer<UInt8>?
        let count = ct_screen_frame(&bytes)
        await send(UnsafeBufferPointer(start: bytes, count: count))
    }

    func send(_ text: String) async {
        backlog.append(contentsOf: text.utf8)
        await drain()
    }

    /// Sends bytes in order; returns when the terminal has them, or when somebody else is sending them.
    func send(_ bytes: UnsafeBufferPointer<UInt8>) async {
        backlog.append(contentsOf: bytes)
        await drain()
    }

    /// Writes what waits, and lets the loop's thread do other things while the terminal takes nothing.
    private func drain() async {
        guard !isDraining else { return }
        isDraining = true
        defer {
            isDraining = false
            wakeDrainers()
        }
        while !backlog.isEmpty, !isClosed, !isSuspended, !isHungUp {
            let written = backlog.withUnsafeBytes { write(devices.output, $0.baseAddress, $0.count) }
            if written > 0 {
                backlog.removeFirst(written)
            } else if written < 0 && errno == EAGAIN {
                // What a cancelled task leaves behind is sent with the next bytes, or on closing.
                guard (try? await loop.wait(for: devices.output, events: Int32(POLLOUT))) != nil else { return }
            } else if written < 0 && errno != EINTR {
                isHungUp = true
                backlog = []
            }
        }
    }

    private func waitUntilDrained() async {
        while isDraining && !isClosed {
            await withCheckedContinuation { drainers.append($0) }
        }
    }

    func wakeDrainers() {
        for drainer in drainers { drainer.resume() }
        drainers = []
    }
}
