import HTTPTypes

/// The answers that many endpoints give.
extension Answer {
    /// One row as it is now.
    static func row(_ shape: Shape, _ summary: String) -> Answer { Answer(.ok, summary, .object(shape)) }

    /// One row as it is now, with the names of its state.
    static func tagged(_ shape: Shape, _ summary: String) -> Answer {
        Answer(.ok, summary, .object(shape), headers: [.etag, .lastModified])
    }

    /// A page of a list.
    static func page(_ shape: Shape) -> Answer {
        Answer(.ok, "A page of the list.", .rows(shape), headers: [.link, .etag, .totalCount, .preferenceApplied])
    }

    /// A new row, with the ways on from there.
    static func created(_ shape: Shape, links: [Link]) -> Answer {
        Answer(
            .created, "The new row.", .object(shape), headers: [.location, .etag, .lastModified, .preferenceApplied],
            links: links)
    }

    /// New rows, as many as the request brought.
    static func createdMany(_ shape: Shape, links: [Link]) -> Answer {
        Answer(
            .created, "The new row, or all of them where the request brought many.", .objectOrMany(shape),
            headers: [.location, .etag, .lastModified, .preferenceApplied], links: links)
    }

    /// A row as a change has left it.
    static func changed(_ shape: Shape, _ summary: String) -> Answer {
        Answer(.ok, summary, .object(shape), headers: [.etag, .lastModified, .preferenceApplied])
    }

    /// The change was made, and the client had rather not see the row.
    static let minimal = Answer(
        .noContent, "The same, where Prefer: return=minimal asked for no row.",
        headers: [.location, .etag, .preferenceApplied])
}
