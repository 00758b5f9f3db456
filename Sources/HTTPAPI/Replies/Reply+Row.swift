import Domain
import HTTPTypes
import JSON

extension Reply {
    /// One row with the names of its state; `embedded` writes what stands beside it.
    static func row<Row: Versioned>(
        _ row: Row, _ call: Call, status: HTTPResponse.Status = .ok,
        embedded: ((inout JSONWriter, Row) -> Void)? = nil
    ) -> Reply {
        var reply = Reply.json(status) { writer in
            writer.object { writer in
                writer.fields(of: row, call.selection(of: Row.self))
                embedded?(&writer, row)
            }
        }
        // Rows beside this one change without it: then only the bytes tell.
        let isWhole = call.query.text("embed") == nil
        let tag = isWhole ? row.entityTag : EntityTag(Checksum.text(of: reply.bytes), isWeak: true)
        reply.headers[.eTag] = tag.description
        // A date of the last edit says nothing of what changes without one.
        if isWhole && row.tagDetail.isEmpty { reply.headers[.lastModified] = row.updatedAt.httpDate }
        return reply
    }

    /// A row that is new, at its own address.
    static func created<Row: Versioned>(_ row: Row, at address: String, _ call: Call) -> Reply {
        var reply = Reply.row(row, call, status: .created)
        reply.headers[.location] = address
        return reply
    }

    /// Rows that are new together.
    static func created<Row: Resource>(_ rows: [Row]) -> Reply {
        .json(.created) { writer in
            writer.array { writer in
                for row in rows { writer.value(row) }
            }
        }
    }
}
