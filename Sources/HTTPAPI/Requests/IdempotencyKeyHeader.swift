import Domain
import HTTPTypes
import Wording

/// The header `Idempotency-Key`: a string of RFC 8941, as the draft of the HTTPAPI group wants it, or the bare key
/// that most clients send.
enum IdempotencyKeyHeader {
    /// - Throws: ``Problem`` if there is such a header and no key in it.
    static func key(in headers: HTTPFields) throws(Problem) -> IdempotencyKey? {
        guard let text = headers[.idempotencyKey]?.trimmingBlanks() else { return nil }
        do throws(Violation) {
            return try IdempotencyKey(text.hasPrefix("\"") ? unquoted(text) : text)
        } catch {
            throw .validation([Fault(.header("Idempotency-Key"), error.rule, error.message.english)])
        }
    }

    /// What stands between the quotes; the text itself where they do not match, for the key's own rule to refuse.
    private static func unquoted(_ text: String) -> String {
        guard text.count >= 2, text.hasSuffix("\"") else { return text }
        return String(text.dropFirst().dropLast())
    }
}
