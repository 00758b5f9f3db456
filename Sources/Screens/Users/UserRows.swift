import Domain
import Services
import TerminalUI
import Wording

/// Customers and staff as rows.
struct UserRows: ListRows {
    typealias Item = User
    typealias Filter = UserFilter
    typealias Field = UserField
    typealias Sort = UserSort

    let format: Format

    static let scopes: [Scope] = [.users, .list, .moving, .screen]

    var crumb: Phrase { "Users" }
    var listName: ListName? { .users }
    var sort: (UserSort, isDescending: Bool) { (.name, false) }
    var entity: Changes.Entity? { .user }
    var emptyText: Phrase { "No users yet. F6 adds a customer." }

    var columnSets: [Phrase] { ["usual", "contact", "history"] }

    var columns: [ListColumn<UserSort>] {
        [
            ListColumn("No.", .fixed(7), align: .right, rank: 3, sort: .id, sets: [0, 2]),
            ListColumn(
                "Name", .flexible(minimum: 12, weight: 3), sort: .name, sets: [0, 1, 2],
                search: .words(field: "name")),
            ListColumn(
                "Phone", .fixed(17), rank: 2, sort: .phone, sets: [0, 1],
                search: .words(.phone, field: "phone")),
            ListColumn(
                "E-mail", .flexible(minimum: 16, weight: 2), rank: 4, sort: .email, sets: [0, 1],
                search: .words(field: "email")),
            ListColumn("Role", .fixed(8), rank: 6, sort: .role, sets: [0, 2]),
            ListColumn("Since", .fixed(10), rank: 5, sort: .createdAt, sets: [0, 2]),
            ListColumn("Changed", .fixed(16), rank: 1, sets: [2]),
            ListColumn("Note", .flexible(minimum: 10, weight: 2), rank: 7, sets: [2]),
        ]
    }

    func cells(_ user: User) -> [TableCell] {
        let role: CellRole = user.archivedAt == nil ? .text : .dim
        return [
            TableCell(user.id.description, role: .dim), TableCell(user.name, role: role),
            TableCell(user.phone ?? "", role: role), TableCell(user.email ?? "", role: role),
            TableCell(phrase: user.archivedAt == nil ? user.role.title : "archived", role: .dim),
            TableCell(format.date(user.createdAt), role: .dim),
            TableCell(format.dateTime(user.updatedAt), role: .dim),
            TableCell(user.note ?? "", role: .dim),
        ]
    }

    func id(_ user: User) -> Int64 { user.id.value }

    func keyset(_ user: User, _ sort: UserSort) -> Keyset {
        switch sort {
        case .id: Keyset(user.id.value, user.id.value)
        case .name: Keyset(user.name, user.id.value)
        case .email: Keyset(user.email ?? "", user.id.value)
        case .phone: Keyset(user.phone ?? "", user.id.value)
        case .role: Keyset(user.role.rawValue, user.id.value)
        case .createdAt: Keyset(user.createdAt, user.id.value)
        }
    }

    func jumpKind(_ sort: UserSort) -> JumpKind? {
        switch sort {
        case .id: .number
        case .name, .email, .phone, .role: .text
        case .createdAt: .day
        }
    }

    func query(_ request: UserListRequest) -> Query { .users(request) }
    func export(_ request: UserListRequest) -> ExportRequest? { .users(request) }
    func copied(_ user: User) -> String { user.phone ?? user.email ?? user.name }

    func aside(_ user: User) -> AsideSubject? { .user(user.id) }
    func asideLines(_ user: User) -> [AsideLine] { AsideLines(format: format).lines(user) }

    func page(_ reply: Reply) -> Page<User>? {
        if case .users(let page) = reply { page } else { nil }
    }

    func item(_ record: Record) -> User? {
        if case .user(let user) = record { user } else { nil }
    }

    func belongs(_ user: User, _ filter: UserFilter) -> Bool {
        filter.text == nil && filter.terms.isEmpty
    }

    func mayBelong(_ user: User, _ filter: UserFilter) -> Bool {
        guard filter.roles.isEmpty || filter.roles.contains(user.role) else { return false }
        let isArchived = user.archivedAt != nil
        if isArchived && !filter.includesArchived && !filter.terms.mention(.archived) { return false }
        let search =
            "\(SearchText.fold(user.name, user.email, user.login)) \(SearchText.digits(user.phone))"
        return filter.terms.mayHold(search: search) { field in
            switch field {
            case .name: .text(user.name)
            case .email: .text(user.email)
            case .phone: .phone(user.phone)
            case .role: .choice(user.role.rawValue)
            case .archived: .choice(isArchived ? "yes" : "no")
            case .created: .moment(user.createdAt)
            }
        }
    }

    func terms(_ filter: UserFilter) -> FilterTerms<UserField> { filter.terms }

    func filter(_ text: String, in filter: inout UserFilter) -> [FilterMistake] {
        let parsed = ParsedFilter<UserField>(text, calendar: format.calendar)
        filter.terms = parsed.terms
        return parsed.mistakes
    }

    func narrow(_ filter: inout UserFilter) -> Bool {
        switch (filter.roles.isEmpty, filter.includesArchived) {
        case (true, false): filter.roles = [.customer]
        case (false, _): (filter.roles, filter.includesArchived) = ([], true)
        case (true, true): filter.includesArchived = false
        }
        return true
    }

    func describe(_ filter: UserFilter) -> Phrase {
        if filter.includesArchived { return "archived ones too" }
        return filter.roles == [.customer] ? "customers only" : ""
    }

    func detail(_ user: User) -> (any Screen)? { UsersScreens.detail(user, format) }

    func refusal(of action: Action, on user: User?) -> Phrase? {
        let needsRow = [Action.edit, .archive].contains(action)
        return needsRow && user == nil ? "No user is selected." : nil
    }

    func name(_ user: User) -> Phrase { Phrase(verbatim: user.name) }

    func bulk(_ action: Action, _ count: Int) -> BulkQuestion? {
        guard action == .archive else { return nil }
        return BulkQuestion(
            text: "Archive \(count: count, "user", "users"), or take back those that are archived?",
            title: "Archiving",
            isIrreversible: false)
    }

    func change(_ action: Action, _ user: User) -> BulkStep {
        .change(.setUserArchived(user.id, user.archivedAt == nil))
    }

    func perform(_ action: Action, on user: User?) -> [Step]? {
        switch action {
        case .create: return [.open(UsersScreens.form(nil))]
        case .newOrder: return [.enterOrder(user)]
        case .edit, .archive:
            return user.map { UsersScreens.change($0, action) }
        default: return nil
        }
    }
}
