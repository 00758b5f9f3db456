import Domain
import TerminalUI
import Wording

/// A user with the orders that are theirs.
struct UserSubject: DetailSubject {
    private(set) var user: User
    let format: Format

    static let scopes: [Scope] = [.user, .record, .moving, .screen]

    init(user: User, format: Format) { (self.user, self.format) = (user, format) }

    var crumb: Phrase { Phrase(verbatim: user.name) }
    var rows: OrderRows { OrderRows(format: format, isOfOneCustomer: true) }
    var filter: OrderFilter { OrderFilter(user: user.id) }
    var query: Query { .user(user.id) }

    var facts: [DetailFact] {
        [
            DetailFact("Name", user.name, role: .title), DetailFact("No.", user.id.description),
            DetailFact("Phone", user.phone ?? "-"), DetailFact("E-mail", user.email ?? "-"),
            DetailFact(
                "Role", phrase: user.archivedAt == nil ? user.role.title : "\(user.role.title), archived"),
            DetailFact("Since", format.dateTime(user.createdAt)), DetailFact("Note", user.note ?? "-"),
        ]
    }

    mutating func take(_ record: Record) {
        if case .user(let user) = record, user.id == self.user.id { self.user = user }
    }

    func perform(_ action: Action) -> [Step]? {
        switch action {
        case .newOrder: [.enterOrder(user)]
        case .edit, .archive: UsersScreens.change(user, action)
        default: nil
        }
    }
}
