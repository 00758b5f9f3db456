import CLibPQ
import Glibc

extension PostgresConnection {
    /// Sends the data of `COPY … FROM STDIN`.
    ///
    /// At most one chunk is held at a time: the server's pace is the caller's. An error of `next`, or the cancellation
    /// of the task, makes the server undo the copy.
    /// - Parameters:
    ///   - sql: the COPY command; it takes no parameters.
    ///   - stallLimit: how long one chunk may take to be accepted; ``PostgresOptions/deadline`` if `nil`.
    ///   - next: the next bytes, cut anywhere; `nil` at the end. It runs where the caller runs.
    /// - Returns: how many rows were copied.
    /// - Throws: what `next` throws, or ``PostgresError``; nothing was copied then, unless the outcome is unknown.
    public nonisolated func copyIn(
        _ sql: SQL, stallLimit: Duration? = nil, next: () async throws -> [UInt8]?
    ) async throws -> Int {
        let limit = stallLimit ?? options.deadline
        try await beginCopy(sql, PGRES_COPY_IN, limit)
        do {
            while let chunk = try await next() { try await putCopy(chunk, limit) }
        } catch {
            await abandonCopyIn()
            throw error
        }
        return try await endCopyIn(limit)
    }

    /// Sends the chunks of a sequence as the data of `COPY … FROM STDIN`; see ``copyIn(_:stallLimit:next:)``.
    public nonisolated func copyIn<Chunks: AsyncSequence>(
        _ sql: SQL, stallLimit: Duration? = nil, chunks: Chunks
    ) async throws -> Int where Chunks.Element == [UInt8] {
        var iterator = chunks.makeAsyncIterator()
        return try await copyIn(sql, stallLimit: stallLimit) { try await iterator.next(isolation: #isolation) }
    }

    /// Takes the data of `COPY … TO STDOUT`.
    ///
    /// Chunks hold whole rows, about 64 KiB of them; while `body` works on one, the server waits. An error of `body`
    /// ends the copy.
    /// - Returns: how many rows were copied.
    public nonisolated func copyOut(
        _ sql: SQL, stallLimit: Duration? = nil, each body: ([UInt8]) async throws -> Void
    ) async throws -> Int {
        let limit = stallLimit ?? options.deadline
        try await beginCopy(sql, PGRES_COPY_OUT, limit)
        do {
            while let chunk = try await nextCopy(limit) { try await body(chunk) }
        } catch {
            await abandonCopyOut()
            throw error
        }
        return try await endCopy(limit)
    }
}
