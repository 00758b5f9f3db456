import Domain

/// A list as the palette sees it: what a filter may say, and the screen that shows it.
struct PaletteList: Sendable {
    /// What of a filter is not understood.
    let mistakes: @Sendable (String) -> [FilterMistake]
    let completion: @Sendable (Int, String) -> FilterCompletion
    /// The screen with a filter typed.
    let screen: @Sendable (String) -> any Screen
    /// The screen that looks so.
    let view: @Sendable (SavedView) -> any Screen

    init<Rows: ListRows>(_ list: ListScreen<Rows>) {
        mistakes = { text in
            var filter = list.pane.filter
            return list.pane.rows.filter(text, in: &filter)
        }
        completion = { list.pane.rows.completion(at: $0, in: $1) }
        screen = { text in
            var list = list
            list.pane.begin(with: text)
            return list
        }
        view = { view in
            var list = list
            list.open(view)
            return list
        }
    }

    /// The list of a name.
    init(named name: ListName, _ format: Format) {
        switch name {
        case .orders: self.init(OrdersScreens.list(format))
        case .users: self.init(UsersScreens.list(format))
        case .products: self.init(ProductsScreens.list(format))
        case .moves: self.init(ProductsScreens.ledger(format))
        case .audit: self.init(AuditScreens.list(format))
        }
    }

    /// The list that an action opens.
    init?(_ action: Action, _ format: Format) {
        switch action {
        case .orders: self.init(named: .orders, format)
        case .users: self.init(named: .users, format)
        case .products: self.init(named: .products, format)
        case .ledger: self.init(named: .moves, format)
        case .audit: self.init(named: .audit, format)
        default: return nil
        }
    }
}
