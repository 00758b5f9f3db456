import HTTPTypes
import HummingbirdCore
import NIOCore

/// Reads the body of a request, up to a size and within a time.
struct BodyReader: Sendable {
    /// Bytes that the body may have.
    let maximum: Int
    let deadline: Duration
    let clock: DeadlineClock
    let executor: any TaskExecutor

    /// The bytes of the body; none where the request has no body.
    ///
    /// - Throws: ``Problem`` 413 before a byte is read if the length says so, else as soon as it shows; 408 when the
    ///   time is over; 400 if the framing is broken. All of them close the connection.
    func read(_ request: Request) async throws(Problem) -> [UInt8] {
        let declared = request.headers.text(.contentLength)
        let length = declared.flatMap { Int($0) } ?? 0
        if length > maximum { throw tooLarge }
        guard length > 0 || request.headers.contains(.transferEncoding) else { return [] }
        do {
            return try await clock.run(deadline, on: executor, otherwise: tooSlow) { [self, body = request.body] in
                var bytes = ByteBlocks(length: length)
                for try await buffer in body {
                    guard bytes.count + buffer.readableBytes <= maximum else { throw tooLarge }
                    bytes.append(buffer)
                }
                return bytes.joined()
            }
        } catch let problem as Problem {
            throw problem
        } catch {
            throw closing(.malformedRequest, "The body's framing is broken.")
        }
    }

    private var tooLarge: Problem { closing(.contentTooLarge, "A body has at most \(maximum) bytes.") }

    private var tooSlow: Problem { closing(.requestTimeout, "The body did not arrive within \(deadline).") }

    private func closing(_ kind: ProblemKind, _ detail: String) -> Problem {
        var problem = Problem(kind, detail)
        problem.closesConnection = true
        return problem
    }
}
