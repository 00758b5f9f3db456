import Domain
import TerminalUI
import Wording

/// A user with the orders that are theirs.
struct UserSubject: DetailSubject {
    private(set) var user: User
    let format: Format

    static let commands = CommandTable<Action>(
        [
            Command(.open, "Open the order", keys: "enter 5", hint: "Open", group: "User"),
            Command(.newOrder, "Take an order of this customer", keys: "f6 n ctrl+n o", hint: "Order", group: "User"),
            Command(.edit, "Edit the user", keys: "f2 e 2", hint: "Edit", group: "User"),
            Command(.archive, "Archive the user, or take the user back", keys: "x delete 4", group: "User"),
        ] + GlobalCommands.turning + GlobalCommands.sorting + GlobalCommands.moving + GlobalCommands.leaving)

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
