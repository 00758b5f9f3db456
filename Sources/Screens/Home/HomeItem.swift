import Domain

/// A line of Home that can be opened.
enum HomeItem: Hashable, Sendable {
    /// An entry of the menu, by its index.
    case menu(Int)
    /// What was sold today, in all the days, or on one of them.
    case today, allDays
    case day(CivilDay)
    /// The orders that wait in a state.
    case open(OrderStatus)
    case lowStock
    case topProduct(Identifier<Product>)
    case topCustomer(Identifier<User>)
    case order(Identifier<Order>)
}
