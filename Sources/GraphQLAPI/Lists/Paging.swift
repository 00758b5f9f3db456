import Domain
import GraphQL

/// Which page of a list is wanted, as Relay's clients say it.
struct Paging {
    static let first = Argument(
        "first", Int.self, default: 50,
        description:
            "How many rows from the front, or behind `after`: 1 to 200. It does not count where `last` is given."
    )
    static let after = Argument("after", String?.self, description: "A cursor; the page begins behind its row.")
    static let last = Argument(
        "last", Int?.self, description: "How many rows from the end, or before `before`: 1 to 200.")
    static let before = Argument("before", String?.self, description: "A cursor; the page ends before its row.")

    let first: Int
    let after: String?
    let last: Int?
    let before: String?

    init(_ first: Int, _ after: String?, _ last: Int?, _ before: String?) {
        (self.first, self.after, self.last, self.before) = (first, after, last, before)
    }
}
