import Domain
import TerminalUI
import Wording

/// A user with the orders that are theirs.
struct UserSubject: DetailSubject {
    let id: Identifier<User>
    /// What they are called as long as they have not been read.
    private let name: String
    /// `nil` until it has been read, where the screen was opened by the number alone.
    private(set) var user: User?
    let format: Format

    static let scopes: [Scope] = [.user, .record, .moving, .screen]

    init(user: User, format: Format) { (id, name, self.user, self.format) = (user.id, user.name, user, format) }

    init(id: Identifier<User>, name: String, format: Format) {
        (self.id, self.name, self.format) = (id, name, format)
    }

    var crumb: Phrase { Phrase(verbatim: user?.name ?? name) }
    var rows: OrderRows { OrderRows(format: format, isOfOneCustomer: true) }
    var filter: OrderFilter { OrderFilter(user: id) }
    var query: Query { .user(id) }

    var facts: [DetailFact] {
        guard let user else { return [DetailFact("Name", name, role: .title)] }
        return [
            DetailFact("Name", user.name, role: .title), DetailFact("No.", user.id.description),
            DetailFact("Phone", user.phone ?? "-"), DetailFact("E-mail", user.email ?? "-"),
            DetailFact(
                "Role", phrase: user.archivedAt == nil ? user.role.title : "\(user.role.title), archived"),
            DetailFact("Since", format.dateTime(user.createdAt)), DetailFact("Note", user.note ?? "-"),
        ]
    }

    mutating func take(_ record: Record) {
        if case .user(let user) = record, user.id == id { self.user = user }
    }

    func refusal(of action: Action) -> Phrase? {
        let needsRecord = [Action.newOrder, .edit, .archive].contains(action)
        return needsRecord && user == nil ? "The user is not loaded yet." : nil
    }

    func perform(_ action: Action) -> [Step]? {
        switch action {
        case .newOrder: user.map { [.enterOrder($0)] }
        case .edit, .archive: user.map { UsersScreens.change($0, action) }
        default: nil
        }
    }
}
