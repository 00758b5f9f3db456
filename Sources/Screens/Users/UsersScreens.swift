import Domain

/// The screens about users, ready made.
enum UsersScreens {
    /// The list, with `typed` in its filter line.
    static func list(
        _ format: Format, typed: String = "", order: ListOrder<UserSort>? = nil
    ) -> ListScreen<UserRows> {
        ListScreen(UserRows(format: format), filter: UserFilter(), format: format, typed: typed, order: order)
    }

    static func detail(_ user: User, _ format: Format) -> DetailScreen<UserSubject> {
        DetailScreen(UserSubject(user: user, format: format), format: format)
    }

    /// The screen of a user of whom no more than number and name are known yet.
    static func detail(_ id: Identifier<User>, name: String, _ format: Format) -> DetailScreen<UserSubject> {
        DetailScreen(UserSubject(id: id, name: name, format: format), format: format)
    }

    /// The form of a new customer, or of a user to be changed.
    static func form(_ user: User?, name: String = "") -> FormScreen<UserForm> {
        FormScreen(UserForm(original: user, suggestedName: name))
    }

    static func change(_ user: User, _ action: Action) -> [Step] {
        switch action {
        case .edit: [.open(form(user))]
        case .archive: [.ask(.change(.setUserArchived(user.id, user.archivedAt == nil)), .write)]
        default: []
        }
    }
}
