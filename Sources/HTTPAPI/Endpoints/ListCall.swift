import Domain
import HTTPTypes
import JSON

/// What every list has in common: limit, cursor, sort, the choice of fields, the forms of the answer, and `Link`.
struct ListCall<Row: Resource> {
    let limit: Int
    let position: PagePosition
    let call: Call
    /// The columns to sort by, the default where none is asked for.
    private let sorts: [(name: String, isDescending: Bool)]

    /// - Throws: ``Problem`` if the cursor is damaged or was made for another list.
    init(_ call: Call, defaultSort: String) throws(Problem) {
        self.call = call
        let words = call.query.text("sort").map(Parameter.words) ?? [defaultSort]
        let sorts = words.map {
            (name: $0.hasPrefix("-") ? String($0.dropFirst()) : $0, isDescending: $0.hasPrefix("-"))
        }
        self.sorts = sorts
        limit = call.query.integer("limit").map(Int.init) ?? ListParameters.defaultLimit
        guard let text = call.query.text("cursor") else {
            position = .first
            return
        }
        let second = sorts.count > 1 && sorts[0].name != sorts[1].name ? sorts[1].name : nil
        guard let cursor = Cursor(text, for: Self.identity(of: call)),
            cursor.place.isPlausible(sortedBy: sorts[0].name, second)
        else {
            let fault = Fault(.parameter("cursor"), "invalid-cursor", "Take cursors from the Link header only.")
            throw Problem(.invalidCursor, "The cursor is damaged, or belongs to another list.", faults: [fault])
        }
        position = cursor.position
    }

    /// The request for the service.
    func request<Filter: Sendable & Hashable, Sort: RawRepresentable & Sendable & Hashable>(
        _ filter: Filter, as type: Sort.Type
    ) -> ListRequest<Filter, Sort> where Sort.RawValue == String {
        let columns = sorts.map { sort in
            guard let column = Sort(rawValue: sort.name) else {
                preconditionFailure("A list declares the columns that its service can sort by.")
            }
            return (column, sort.isDescending)
        }
        let second = columns.count > 1 ? SecondSort(columns[1].0, isDescending: columns[1].1) : nil
        return ListRequest(
            filter: filter, sort: columns[0].0, isDescending: columns[0].1, second: second, limit: limit,
            position: position)
    }

    /// The answer: the rows in the form that the client likes best, and the ways to the pages around them.
    ///
    /// `embedded` writes what stands beside a row, within its object; `count` counts all rows if the client asks.
    func reply(
        _ page: Page<Row>, embedded: ((inout JSONWriter, Row) -> Void)? = nil,
        count: ((CountPrecision) async throws -> Int?)? = nil
    ) async throws -> Reply {
        let form = RowsForm(members: call.selection(of: Row.self), embedded: embedded)
        let (bytes, type) = form.bytes(page.items, as: call.accepted)
        var reply = Reply(.ok, headers: [.contentType: type], body: bytes)
        reply.headers[.link] = links(page).joined(separator: ", ")
        reply.headers[.eTag] = EntityTag(Checksum.text(of: bytes), isWeak: true).description
        // Where counting takes too long, the wish is passed over, as a server may (RFC 7240 section 2).
        if let precision = call.preferences.count, let number = try await count?(precision) {
            reply.headers[.totalCount] = String(number)
            reply.headers[.preferenceApplied] = "count=\(precision.rawValue)"
        }
        return reply
    }

    private func links(_ page: Page<Row>) -> [String] {
        let identity = Self.identity(of: call)
        var links: [String] = []
        if let next = page.next { links.append(link("next", Cursor(.after, next).encoded(for: identity))) }
        if let previous = page.previous { links.append(link("prev", Cursor(.before, previous).encoded(for: identity))) }
        return links + [link("first", nil)]
    }

    private func link(_ relation: String, _ cursor: String?) -> String {
        var pairs = call.query.pairs.filter { $0.name != "cursor" }
        if let cursor { pairs.append(("cursor", cursor)) }
        let query = pairs.map { "\(PercentCoding.encode($0.name))=\(PercentCoding.encode($0.value))" }
        let mark = query.isEmpty ? "" : "?"
        return "<\(call.address)\(mark)\(query.joined(separator: "&"))>; rel=\"\(relation)\""
    }

    /// What a cursor is bound to: the path, and all parameters that choose or sort rows.
    private static func identity(of call: Call) -> String {
        let choosing = call.query.pairs.filter { !["cursor", "limit", "embed", "fields"].contains($0.name) }
        return "\(call.address)?"
            + choosing.map { "\(PercentCoding.encode($0.name))=\(PercentCoding.encode($0.value))" }.sorted()
            .joined(separator: "&")
    }
}

/// The parameters that every list has.
enum ListParameters {
    static let limits: ClosedRange<Int64> = 1...200
    static let defaultLimit = 50

    static func all<Row: Resource>(of type: Row.Type, sorts: [String]) -> [Parameter] {
        [
            Parameter("limit", .integer(limits), "How many rows a page has; 50 unless given.", example: 20),
            Parameter("cursor", .cursor, "The place where the page begins, from the Link header."),
            Parameter(
                "sort", .sort(sorts),
                "The columns to sort by, two at most; with - before one, in falling order. Equal rows go by id."),
            .fields(of: type),
        ]
    }

    static let includeArchived = Parameter(
        "includeArchived", .boolean, "Whether archived rows are shown as well.")
}

extension Parameter {
    /// The choice of the members that a row is shown with.
    static func fields<Row: Resource>(of type: Row.Type) -> Parameter {
        Parameter("fields", .choices(Row.members.map(\.field.name)), "The members of each row; all unless given.")
    }
}

extension Call {
    /// The members that a row is shown with: those of `fields` in the order of the row, or all.
    func selection<Row: Resource>(of type: Row.Type) -> [Member<Row>] {
        guard query.text("fields") != nil else { return Row.members }
        let wanted = query.words("fields")
        return Row.members.filter { wanted.contains($0.field.name) }
    }
}
