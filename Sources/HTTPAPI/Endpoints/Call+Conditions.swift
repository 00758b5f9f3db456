import HTTPTypes

extension Call {
    /// The version that a change must find, as `If-Match` wants it; nil for any.
    ///
    /// `current` reads the row as it is now; it is asked only where the headers name more than one state.
    /// - Throws: ``Problem`` 412 if the headers exclude every state that could be, 400 if they are malformed.
    func expectedVersion<Row: Versioned>(_ current: () async throws -> Row) async throws -> Int? {
        if let excluded = try tags(.ifNoneMatch) {
            let row = try await current()
            if excluded.contains(row.entityTag, strongly: false) { throw Self.failed(row) }
        }
        guard let wanted = try tags(.ifMatch), case .tags(let tags) = wanted else { return nil }
        let row = try await current()
        // What a sale changes is no edit, so that only the version counts: `product7-3.120` is any state of version 3.
        let stem = "\(Row.tagName)\(row.number)-"
        let versions = tags.filter { !$0.isWeak && $0.value.hasPrefix(stem) }
            .compactMap { Int($0.value.dropFirst(stem.count).prefix { $0 != "." }) }
        guard versions.contains(row.version) else { throw Self.failed(row) }
        return row.version
    }

    private static func failed(_ row: some Versioned) -> Problem {
        Problem(
            .preconditionFailed, "The row is in another state than the headers want; its version is \(row.version).",
            headers: [.eTag: row.entityTag.description])
    }

    private func tags(_ name: HTTPField.Name) throws(Problem) -> EntityTagList? {
        guard let text = headers[name] else { return nil }
        guard let list = EntityTagList(text) else {
            let fault = Fault(.header(name.rawName), "format", "Expected * or quoted tags, parted by commas.")
            throw Problem(.malformedRequest, "\(name.rawName) holds no list of tags.", faults: [fault])
        }
        return list
    }

    /// The reply as it is sent: without what the client has already, or would rather do without.
    func finished(_ reply: Reply) throws(Problem) -> Reply {
        if endpoint.method == .get { return try unlessKnown(reply) }
        var reply = reply
        guard endpoint.headers.contains(.preferChange), (200..<300).contains(reply.status.code) else { return reply }
        var applied: [String] = []
        if preferences.rollsBack {
            applied.append("tx=rollback")
            // Nobody will find the row there.
            reply.headers[.location] = nil
        }
        if preferences.returnsMinimal, !reply.bytes.isEmpty {
            applied.append("return=minimal")
            reply.status = .noContent
            reply.headers[.contentType] = nil
            reply.body = .bytes([])
        }
        if !applied.isEmpty { reply.headers[.preferenceApplied] = applied.joined(separator: ", ") }
        return reply
    }

    /// Whether the client names a state of what it asks for.
    private var asksForState: Bool {
        headers.contains(.ifMatch) || headers.contains(.ifNoneMatch) || headers.contains(.ifModifiedSince)
    }

    private func unlessKnown(_ reply: Reply) throws(Problem) -> Reply {
        guard asksForState, reply.status == .ok, let tag = reply.headers[.eTag].flatMap(EntityTag.init(parsing:)) else {
            return reply
        }
        if let wanted = try tags(.ifMatch), !wanted.contains(tag, strongly: true) {
            throw Problem(.preconditionFailed, "The state is another one now.", headers: [.eTag: tag.description])
        }
        let isKnown: Bool
        if let known = try tags(.ifNoneMatch) {
            isKnown = known.contains(tag, strongly: false)
        } else {
            // A date that is not the one we gave is another state, whatever it says.
            isKnown = reply.headers[.lastModified] != nil && headers[.ifModifiedSince] == reply.headers[.lastModified]
        }
        if !isKnown { return reply }
        var short = Reply(.notModified, headers: reply.headers)
        short.headers[.contentType] = nil
        return short
    }
}
