import HTTPTypes
import HummingbirdCore
import NIOCore

/// Reads the body of a request, up to a size and within a time.
struct BodyReader {
    let limits: HTTPLimits

    /// The bytes of the body; none where the request has no body.
    ///
    /// - Throws: ``Problem`` 413 before a byte is read if the length says so, else as soon as it shows; 408 when the
    ///   time is over; 400 if the framing is broken. All of them close the connection.
    func read(_ request: Request) async throws(Problem) -> [UInt8] {
        let declared = request.headers[.contentLength]
        let length = declared.flatMap { Int($0) } ?? 0
        if length > limits.body { throw tooLarge }
        guard length > 0 || request.headers[.transferEncoding] != nil else { return [] }
        do {
            let (body, maximum, tooLarge) = (request.body, limits.body, tooLarge)
            return try await withDeadline(limits.bodyDeadline, otherwise: tooSlow) {
                var bytes: [UInt8] = []
                bytes.reserveCapacity(length)
                for try await buffer in body {
                    guard bytes.count + buffer.readableBytes <= maximum else { throw tooLarge }
                    bytes.append(contentsOf: buffer.readableBytesView)
                }
                return bytes
            }
        } catch let problem as Problem {
            throw problem
        } catch {
            throw closing(.malformedRequest, "The body's framing is broken.")
        }
    }

    private var tooLarge: Problem { closing(.contentTooLarge, "A body has at most \(limits.body) bytes.") }

    private var tooSlow: Problem { closing(.requestTimeout, "The body did not arrive within \(limits.bodyDeadline).") }

    private func closing(_ kind: ProblemKind, _ detail: String) -> Problem {
        var problem = Problem(kind, detail)
        problem.closesConnection = true
        return problem
    }
}
