import HTTPTypes

/// The answers that many endpoints give.
extension Answer {
    /// One row as it is now.
    static func row(_ shape: Shape, _ summary: String) -> Answer {
        Answer(.ok, summary, .object(shape))
    }

    /// A page of a list.
    static func page(_ shape: Shape) -> Answer {
        Answer(.ok, "A page of the list.", .rows(shape), headers: [.link])
    }

    /// A new row, with the ways on from there.
    static func created(_ shape: Shape, links: [Link]) -> Answer {
        Answer(.created, "The new row.", .object(shape), headers: [.location], links: links)
    }
}
