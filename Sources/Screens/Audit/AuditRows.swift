import Domain
import Services
import TerminalUI
import Wording

/// The audit log as rows: who did what.
struct AuditRows: ListRows {
    typealias Item = AuditRecord
    typealias Filter = AuditFilter
    typealias Field = AuditField
    typealias Sort = IDSort

    let format: Format

    static let scopes: [Scope] = [.audit, .list, .moving, .screen]

    var crumb: Phrase { "Audit log" }
    var listName: ListName? { .audit }
    var sort: (IDSort, isDescending: Bool) { (.id, true) }
    var emptyText: Phrase { "Nothing has been changed yet." }

    var columns: [ListColumn<IDSort>] {
        [
            ListColumn("When", .fixed(16), sort: .id),
            ListColumn("By", .flexible(minimum: 10, weight: 1), rank: 1, search: .words(field: "actor")),
            ListColumn("Via", .fixed(8), rank: 4),
            ListColumn("What", .flexible(minimum: 16, weight: 1), rank: 2),
            ListColumn("Record", .fixed(16)),
            ListColumn("Changes", .flexible(minimum: 12, weight: 3), rank: 3, search: .words()),
        ]
    }

    func cells(_ record: AuditRecord) -> [TableCell] {
        [
            TableCell(format.dateTime(record.at)), TableCell(record.actorName),
            TableCell(record.source, role: .dim), TableCell(phrase: AuditScreens.title(record)),
            TableCell(phrase: AuditScreens.subject(record)),
            TableCell(AuditScreens.summary(record.changes), role: .dim),
        ]
    }

    func id(_ record: AuditRecord) -> Int64 { record.id }
    func keyset(_ record: AuditRecord, _ sort: IDSort) -> Keyset { Keyset(record.id, record.id) }
    func jumpKind(_ sort: IDSort) -> JumpKind? { .log }

    func filter(_ filter: AuditFilter, within days: FilterRange<CivilDay>) -> AuditFilter? {
        var narrowed = filter
        let test = FilterTest.date([days], offsetSeconds: format.utcOffsetSeconds)
        narrowed.terms.terms.append(FilterTerm(.field(.at, test)))
        return narrowed
    }

    func query(_ request: AuditListRequest) -> Query { .audit(request) }
    func export(_ request: AuditListRequest) -> ExportRequest? { .audit(request) }

    func asideLines(_ record: AuditRecord) -> [AsideLine] { AsideLines(format: format).lines(record) }

    func page(_ reply: Reply) -> Page<AuditRecord>? {
        if case .audit(let page) = reply { page } else { nil }
    }

    func terms(_ filter: AuditFilter) -> FilterTerms<AuditField> { filter.terms }

    func filter(_ text: String, in filter: inout AuditFilter) -> [FilterMistake] {
        let parsed = ParsedFilter<AuditField>(text, calendar: format.calendar)
        filter.terms = parsed.terms
        return parsed.mistakes
    }

    func detail(_ record: AuditRecord) -> (any Screen)? { AuditEntryScreen(record, format: format) }
}
