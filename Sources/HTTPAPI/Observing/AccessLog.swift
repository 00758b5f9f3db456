import Domain
import JSON
import Services

/// The line of the access log for one request, as JSON.
enum AccessLog {
    static func line(_ record: RequestRecord) -> [UInt8] {
        var writer = JSONWriter(reservingCapacity: 384)
        writer.object { writer in
            writer.field("at", record.at.description)
            writer.field("level", "info")
            writer.field("label", "access")
            writer.field("message", "request")
            writer.field("request-id", record.id)
            if let trace = record.trace { writer.field("trace", trace) }
            writer.field("method", record.method)
            writer.field("path", record.path)
            writer.field("route", record.route)
            writer.field("status", record.status)
            writer.field("tookMicroseconds", record.took.microseconds)
            if record.whole > record.took + .milliseconds(1) {
                writer.field("wholeMicroseconds", record.whole.microseconds)
            }
            writer.field("bytes", record.bytes)
            writer.field("source", record.source)
            if let principal = record.principal { writer.field("principal", principal) }
            if let problem = record.problem { writer.field("problem", problem) }
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }
}

extension Duration {
    /// Whole microseconds.
    var microseconds: Int64 { components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000 }
}
