import Domain
import HTTPTypes
import JSON

/// What every list has in common: limit, cursor, sort, and the `Link` header.
struct ListCall {
    static let limits: ClosedRange<Int64> = 1...200
    static let defaultLimit = 50

    let limit: Int
    let position: PagePosition
    /// The sorted column, with `-` before it for falling order.
    private let sort: String
    private let call: Call

    /// The parameters of every list.
    static func parameters(sorts: [String]) -> [Parameter] {
        [
            Parameter("limit", .integer(limits), "How many rows a page has; 50 unless given."),
            Parameter("cursor", .cursor, "The place where the page begins, from the Link header."),
            Parameter("sort", .sort(sorts), "The column to sort by; with - before it, in falling order."),
        ]
    }

    /// - Throws: ``Problem`` if the cursor is damaged or was made for another list.
    init(_ call: Call, defaultSort: String) throws(Problem) {
        self.call = call
        sort = call.query.text("sort") ?? defaultSort
        limit = call.query.integer("limit").map(Int.init) ?? Self.defaultLimit
        guard let text = call.query.text("cursor") else {
            position = .first
            return
        }
        let column = String(sort.drop { $0 == "-" })
        guard let cursor = Cursor(text, for: Self.identity(of: call)), cursor.place.isPlausible(sortedBy: column) else {
            let fault = Fault(.parameter("cursor"), "invalid-cursor", "Take cursors from the Link header only.")
            throw Problem(.invalidCursor, "The cursor is damaged, or belongs to another list.", faults: [fault])
        }
        position = cursor.position
    }

    /// The request for the service.
    func request<Filter: Sendable & Hashable, Sort: RawRepresentable & Sendable & Hashable>(
        _ filter: Filter, as type: Sort.Type
    ) -> ListRequest<Filter, Sort> where Sort.RawValue == String {
        let isDescending = sort.hasPrefix("-")
        guard let column = Sort(rawValue: isDescending ? String(sort.dropFirst()) : sort) else {
            preconditionFailure("A list declares the columns that its service can sort by.")
        }
        return ListRequest(filter: filter, sort: column, isDescending: isDescending, limit: limit, position: position)
    }

    /// A bare array of rows, with the ways to the pages around it (RFC 8288).
    func reply<Item>(_ page: Page<Item>, _ write: (inout JSONWriter, Item) -> Void) -> Reply {
        var reply = Reply.json { writer in
            writer.array { writer in
                for item in page.items { write(&writer, item) }
            }
        }
        let identity = Self.identity(of: call)
        var links: [String] = []
        if let next = page.next { links.append(link("next", Cursor(.after, next).encoded(for: identity))) }
        if let previous = page.previous { links.append(link("prev", Cursor(.before, previous).encoded(for: identity))) }
        links.append(link("first", nil))
        reply.headers[.link] = links.joined(separator: ", ")
        return reply
    }

    private func link(_ relation: String, _ cursor: String?) -> String {
        var pairs = call.query.pairs.filter { $0.name != "cursor" }
        if let cursor { pairs.append(("cursor", cursor)) }
        let query = pairs.map { "\(PercentCoding.encode($0.name))=\(PercentCoding.encode($0.value))" }
        let mark = query.isEmpty ? "" : "?"
        return "<\(call.endpoint.path)\(mark)\(query.joined(separator: "&"))>; rel=\"\(relation)\""
    }

    /// What a cursor is bound to: the path, and all parameters that choose or sort rows.
    private static func identity(of call: Call) -> String {
        let choosing = call.query.pairs.filter { !["cursor", "limit", "embed"].contains($0.name) }
        return "\(call.endpoint.path)?"
            + choosing.map { "\(PercentCoding.encode($0.name))=\(PercentCoding.encode($0.value))" }.sorted()
            .joined(separator: "&")
    }
}
