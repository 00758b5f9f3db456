package import HTTPTypes
package import JSON

/// A refusal as it is sent: a problem document (RFC 9457).
package struct Problem: Error, Sendable {
    package let kind: ProblemKind
    /// What is wrong with this request, in a sentence.
    package let detail: String
    /// Every broken rule that has a place.
    package var faults: [Fault]
    /// Members beyond those of RFC 9457, such as the short lines of an order.
    package var members: JSONObject
    /// Headers beyond the usual ones, such as `Allow`.
    package var headers: HTTPFields
    /// Whether the rest of the request is not worth reading, so that the connection ends with this answer.
    package var closesConnection = false

    package init(
        _ kind: ProblemKind, _ detail: String, faults: [Fault] = [], members: JSONObject = JSONObject(),
        headers: HTTPFields = [:]
    ) {
        (self.kind, self.detail, self.faults, self.members, self.headers) = (kind, detail, faults, members, headers)
    }

    /// Rules that are broken, all of them.
    package static func validation(_ faults: [Fault]) -> Problem {
        let places = faults.count == 1 ? "One rule is broken." : "\(faults.count) rules are broken."
        return Problem(
            .validationFailed, faults.first.map { faults.count == 1 ? $0.detail : places } ?? places, faults: faults)
    }

    /// Nothing is at the address, or nothing has the number.
    package static func notFound(_ detail: String = "There is nothing at this address.") -> Problem {
        Problem(.notFound, detail)
    }
}

extension Problem {
    /// The document, for the request with this id.
    func reply(requestID: String) -> Reply {
        var reply = Reply.json(kind.status, contentType: "application/problem+json") { writer in
            writer.object { write(to: &$0, requestID: requestID) }
        }
        reply.headers.append(contentsOf: headers)
        reply.closesConnection = closesConnection
        return reply
    }

    private func write(to writer: inout JSONWriter, requestID: String) {
        writer.field("type", kind.type)
        writer.field("title", kind.title)
        writer.field("status", kind.status.code)
        writer.field("detail", detail)
        writer.field("instance", "urn:request:\(requestID)")
        writer.field("code", kind.rawValue)
        for member in members.members { writer.field(member.name, member.value) }
        if faults.isEmpty { return }
        writer.key("errors")
        writer.array { writer in
            for fault in faults { writer.object { fault.write(to: &$0) } }
        }
    }
}

extension Fault {
    fileprivate func write(to writer: inout JSONWriter) {
        switch place {
        case .pointer(let pointer): writer.field("pointer", pointer)
        case .parameter(let name): writer.field("parameter", name)
        case .header(let name): writer.field("header", name)
        }
        writer.field("code", code)
        writer.field("detail", detail)
    }
}
