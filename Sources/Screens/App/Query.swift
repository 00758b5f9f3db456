package import Domain
package import Services

/// What a screen asks of the services: an operation and its input, as a value.
package enum Query: Hashable, Sendable {
    case users(UserListRequest)
    case products(ProductListRequest)
    case orders(OrderListRequest)
    case lines(OrderLineListRequest)
    case moves(StockMoveListRequest)
    case audit(AuditListRequest)
    /// The requests that the program has answered over HTTP.
    case requests
    /// How the shop does, on the days that end with the calendar's today.
    case dashboard(FilterCalendar)
    /// The latest orders, and whether there is anything at all.
    case overview
    case user(Identifier<User>)
    case product(Identifier<Product>)
    case order(Identifier<Order>)
    /// Users who have this in common, whoever of them is on the lists.
    case usersBearing(UserTrait)
    /// Products that have this code or barcode, archived ones too.
    case productsBearing(code: String)
    /// The users that a part of a name or the end of a telephone number means, the likeliest first.
    case suggestUsers(String)
    /// The products that a code or a part of a name means, the likeliest first.
    case suggestProducts(String)
    /// An order with all its lines.
    case receipt(Identifier<Order>)
    /// A record with what belongs to it, to stand beside a list.
    case aside(AsideSubject)
    /// Rows by their ids, whichever of them are there.
    case records(Changes.Entity, [Int64])
    /// All rows of a list, into a file.
    case export(ExportRequest, ExportFormat)
    /// How many rows a list has.
    case count(ExportRequest)
    case change(Change)
}

/// What a screen wants changed: an operation and its input, as a value.
package enum Change: Hashable, Sendable {
    case createUser(NewUser)
    case editUser(Identifier<User>, UserEdit, version: Int)
    case setUserArchived(Identifier<User>, Bool)
    case createProduct(NewProduct)
    case editProduct(Identifier<Product>, ProductEdit, version: Int)
    case setProductArchived(Identifier<Product>, Bool)
    case adjustStock(StockAdjustment)
    case editOrder(Identifier<Order>, OrderEdit, version: Int)
    case moveOrder(Identifier<Order>, to: OrderStatus, version: Int)
}

/// What the services answered.
package enum Reply: Equatable, Sendable {
    case users(Page<User>)
    case products(Page<Product>)
    case orders(Page<OrderSummary>)
    case lines(Page<OrderLine>)
    case moves(Page<StockMove>)
    case audit(Page<AuditRecord>)
    case overview(Overview)
    case dashboard(Dashboard)
    case requests(RequestLog)
    case record(Record)
    case records([Record])
    case aside(AsideRecord)
    case exported(ExportOutcome)
    /// How many rows there are; `nil` where counting takes too long.
    case counted(Int?)
    case receipt(Order)
}

/// What Home shows of the shop.
package struct Overview: Hashable, Sendable {
    /// The latest orders, the newest first.
    package let orders: [OrderSummary]
    /// Whether there is neither a product nor a customer nor an order.
    package let isEmpty: Bool

    package init(orders: [OrderSummary], isEmpty: Bool) { (self.orders, self.isEmpty) = (orders, isEmpty) }
}
