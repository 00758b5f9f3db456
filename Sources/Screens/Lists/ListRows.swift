import Domain
import Services
import TerminalUI
import Wording

/// What a list shows: the part that differs between users, products, orders, lines and stock moves.
///
/// Everything else, the paging, the search, the cursor, is ``ListPane``.
protocol ListRows: AsideRows {
    associatedtype Filter: Hashable, Sendable
    /// What the filter line can ask for.
    associatedtype Field: FilterField = NoField
    associatedtype Sort: Hashable, Sendable, CaseIterable & RawRepresentable<String>

    var format: Format { get }
    /// The scopes whose keys hold in a list of these.
    static var scopes: [Scope] { get }
    /// Its name in the path: `Orders`.
    var crumb: Phrase { get }
    /// The sort that the list opens with, and whether it falls.
    var sort: (Sort, isDescending: Bool) { get }
    /// What stands in the place of the rows where there are none at all.
    var emptyText: Phrase { get }

    /// Every column that any of the sets shows.
    var columns: [ListColumn<Sort>] { get }
    /// The names of the column sets; the first is the usual one.
    var columnSets: [Phrase] { get }
    /// What stands in each of ``columns``.
    func cells(_ item: Item) -> [TableCell]
    func id(_ item: Item) -> Int64
    /// The place of `item` in a list sorted by `sort`.
    func keyset(_ item: Item, _ sort: Sort) -> Keyset
    /// What is typed to jump in a list that is sorted so; `nil` where one can't.
    func jumpKind(_ sort: Sort) -> JumpKind?
    /// The filter with no rows but those of some days; `nil` where rows are of no day.
    func filter(_ filter: Filter, within days: FilterRange<CivilDay>) -> Filter?

    func query(_ request: ListRequest<Filter, Sort>) -> Query
    func page(_ reply: Reply) -> Page<Item>?
    /// `record` as a row of this list, `nil` if it is of another kind.
    func item(_ record: Record) -> Item?
    /// Whether a new or changed record belongs to what the filter shows.
    func belongs(_ item: Item, _ filter: Filter) -> Bool

    /// Under which name views of the list are kept; `nil` where they are not.
    var listName: ListName? { get }
    /// Whether a changed record may still belong to what the filter shows; what only the database knows may be so.
    func mayBelong(_ item: Item, _ filter: Filter) -> Bool
    /// What announcements of changes call these rows; `nil` where none tell of them.
    var entity: Changes.Entity? { get }
    /// Reads the text of the filter line into the filter, and says what of it is not understood.
    func filter(_ text: String, in filter: inout Filter) -> [FilterMistake]
    /// What was understood of the filter line.
    func terms(_ filter: Filter) -> FilterTerms<Field>
    /// What could stand at the cursor of the filter line.
    func completion(at cursor: Int, in text: String) -> FilterCompletion
    /// Goes to the next of the list's narrower or wider views; false if it has only one.
    func narrow(_ filter: inout Filter) -> Bool
    /// The view in words, for the line above the list; empty for the usual one.
    func describe(_ filter: Filter) -> Phrase

    /// The rows of a request, to be exported; `nil` where they can't be.
    func export(_ request: ListRequest<Filter, Sort>) -> ExportRequest?
    /// What of a row is copied where no more is asked for.
    func copied(_ item: Item) -> String
    /// The screen for `item`; `nil` if it has none.
    func detail(_ item: Item) -> (any Screen)?
    /// What a row is called where it is one of many.
    func name(_ item: Item) -> Phrase
    /// What is asked before `count` marked rows are changed by an action; `nil` if it is none for many.
    func bulk(_ action: Action, _ count: Int) -> BulkQuestion?
    /// What the action does with one of them.
    func change(_ action: Action, _ item: Item) -> BulkStep

    /// Why an action can't be done on the selected row, or for want of one; `nil` if it can.
    func refusal(of action: Action, on item: Item?) -> Phrase?
    /// Does an action that only these rows know, on the selected one; `nil` if it is not theirs.
    func perform(_ action: Action, on item: Item?) -> [Step]?
}

extension ListRows {
    func completion(at cursor: Int, in text: String) -> FilterCompletion {
        FilterCompletion.at(cursor, in: text, of: Field.self)
    }
    var listName: ListName? { nil }
    var entity: Changes.Entity? { nil }
    var columnSets: [Phrase] { ["usual"] }

    func jumpKind(_ sort: Sort) -> JumpKind? { nil }
    func filter(_ filter: Filter, within days: FilterRange<CivilDay>) -> Filter? { nil }
    func item(_ record: Record) -> Item? { nil }
    func belongs(_ item: Item, _ filter: Filter) -> Bool { true }
    func mayBelong(_ item: Item, _ filter: Filter) -> Bool { true }
    func filter(_ text: String, in filter: inout Filter) -> [FilterMistake] { [] }
    func terms(_ filter: Filter) -> FilterTerms<Field> { FilterTerms() }
    func narrow(_ filter: inout Filter) -> Bool { false }
    func export(_ request: ListRequest<Filter, Sort>) -> ExportRequest? { nil }
    func copied(_ item: Item) -> String { String(id(item)) }
    func name(_ item: Item) -> Phrase { "No. \(id(item))" }
    func bulk(_ action: Action, _ count: Int) -> BulkQuestion? { nil }
    func change(_ action: Action, _ item: Item) -> BulkStep { .refused("This can't be done with many rows.") }
    func describe(_ filter: Filter) -> Phrase { "" }
    func detail(_ item: Item) -> (any Screen)? { nil }
    func refusal(of action: Action, on item: Item?) -> Phrase? { nil }
    func perform(_ action: Action, on item: Item?) -> [Step]? { nil }
}

extension ListRows {
    /// The indices of the columns that a set shows.
    func columns(of set: Int) -> [Int] {
        let columns = columns
        return columns.indices.filter { columns[$0].sets.contains(set) }
    }

    /// The columns with the indices `shown`.
    func columns(at shown: [Int]) -> [ListColumn<Sort>] {
        let columns = columns
        return shown.map { columns[$0] }
    }

    /// The cells of a row in the columns with the indices `shown`.
    func cells(_ item: Item, in shown: [Int]) -> [TableCell] {
        let cells = cells(item)
        return shown.map { cells[$0] }
    }
}

/// The fields of a list that can't be filtered.
enum NoField: String, FilterField {
    /// Never offered: such a list has no filter line.
    case none

    var kind: FilterKind { .text }
}
