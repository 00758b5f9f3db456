/// Rows whose record may stand beside their list.
protocol AsideRows: Sendable {
    associatedtype Item: Hashable, Sendable

    /// The record that stands beside the list for `item`; `nil` where the row itself tells everything.
    func aside(_ item: Item) -> AsideSubject?
    /// What a row tells of its record by itself, before that is read.
    func asideLines(_ item: Item) -> [AsideLine]
}

extension AsideRows {
    func aside(_ item: Item) -> AsideSubject? { nil }
    func asideLines(_ item: Item) -> [AsideLine] { [] }
}
