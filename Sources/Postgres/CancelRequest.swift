import CLibPQ
import Glibc
import Reactor
import Synchronization

/// A request to the server to stop what a connection is doing, on its way.
///
/// `PQcancel` opens a connection of its own and, in libpq 15, blocks; so it runs on a short-lived thread. It returns
/// when the server has passed the request on: only then may the connection run its next statement, or the request
/// might hit that one.
struct CancelRequest: ~Copyable {
    /// The reading end of a pipe whose other end the thread closes when it is done.
    private let reader: Int32

    /// The threads under way in this process.
    ///
    /// Where the way to the server is so broken that requests pile up, one more would not help.
    private static let underWay = Atomic<Int>(0)
    private static let limit = 16

    /// Starts the request for the connection `handle`; `nil` if that can't be done.
    init?(_ handle: OpaquePointer) {
        guard Self.underWay.add(1, ordering: .relaxed).newValue <= Self.limit, let cancel = PQgetCancel(handle) else {
            Self.underWay.subtract(1, ordering: .relaxed)
            return nil
        }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            PQfreeCancel(cancel)
            Self.underWay.subtract(1, ordering: .relaxed)
            return nil
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let errand = Errand(cancel: UInt(bitPattern: cancel), writer: ends[1])
        guard errand.start() else {
            errand.finish()
            close(ends[0])
            return nil
        }
        reader = ends[0]
    }

    deinit { close(reader) }

    /// Waits until the server has the request.
    /// - Throws: ``PollTimeout`` at `deadline`.
    func delivered(on loop: PollLoop, until deadline: ContinuousClock.Instant) async throws {
        try await loop.waitThroughCancellation(for: reader, events: POLLIN, until: deadline)
    }

    /// What the thread has to do, and to clean up.
    private final class Errand: Sendable {
        /// The address of the `PGcancel`; as a number, since pointers don't cross threads and this one has one owner.
        private let cancel: UInt
        private let writer: Int32

        init(cancel: UInt, writer: Int32) { (self.cancel, self.writer) = (cancel, writer) }

        func start() -> Bool {
            var thread = pthread_t()
            let context = Unmanaged.passRetained(self)
            let status = pthread_create(
                &thread, nil,
                { context in
                    guard let context else { return nil }
                    let errand = Unmanaged<Errand>.fromOpaque(context).takeRetainedValue()
                    errand.send()
                    errand.finish()
                    return nil
                }, context.toOpaque())
            guard status == 0 else {
                context.release()
                return false
            }
            pthread_detach(thread)
            return true
        }

        private func send() {
            // Whether it worked is seen by whether the statement ends.
            var message = [CChar](repeating: 0, count: 256)
            _ = PQcancel(OpaquePointer(bitPattern: cancel), &message, Int32(message.count))
        }

        func finish() {
            PQfreeCancel(OpaquePointer(bitPattern: cancel))
            close(writer)
            CancelRequest.underWay.subtract(1, ordering: .relaxed)
        }
    }
}
