import Domain
import GraphQL
import Services

extension QueryRoot {
    @FieldBuilder<QueryRoot, Caller> static var ledgers: [Field<QueryRoot, Caller>] {
        Field(
            "stockMoves", Paging.first, Paging.after, Paging.last, Paging.before,
            Argument("direction", SortDirection.self, default: "DESCENDING"),
            Argument("filter", StockMoveFilter?.self), description: "The stock ledger, the latest rows first."
        ) { _, caller, first, after, last, before, direction, filter in
            let list = SortedList(name: "stockMoves", sort: ByID<StockMove>(), direction: direction)
            let filter = filter ?? StockMoveFilter()
            let request = try list.request(filter, by: IDSort.id, Paging(first, after, last, before))
            let page = try await caller.services.stock.moves(request, as: caller.principal)
            return Connection(page, of: list) { try await $0.services.stock.count(filter, .exact, as: $0.principal) }
        }
        Field(
            "auditRecords", Paging.first, Paging.after, Paging.last, Paging.before,
            Argument("direction", SortDirection.self, default: "DESCENDING"), Argument("filter", AuditFilter?.self),
            description: "The audit log, the latest rows first."
        ) { _, caller, first, after, last, before, direction, filter in
            let list = SortedList(name: "auditRecords", sort: ByID<AuditRecord>(), direction: direction)
            let filter = filter ?? AuditFilter()
            let request = try list.request(filter, by: IDSort.id, Paging(first, after, last, before))
            let page = try await caller.services.audit.list(request, as: caller.principal)
            return Connection(page, of: list) { try await $0.services.audit.count(filter, .exact, as: $0.principal) }
        }
        Field(
            "orderHistory", Argument("orderId", Identifier<Order>.self), Paging.first, Paging.after, Paging.last,
            Paging.before, Argument("direction", SortDirection.self, default: "DESCENDING"),
            description: "What has happened to an order, the latest first."
        ) { _, caller, order, first, after, last, before, direction in
            let list = SortedList(name: "orderHistory/\(order)", sort: ByID<AuditRecord>(), direction: direction)
            let request = try list.request(AuditFilter(), by: IDSort.id, Paging(first, after, last, before))
            let page = try await caller.services.orders.history(of: order, request, as: caller.principal)
            let filter = AuditFilter(entity: "order", entityID: order.value)
            return Connection(page, of: list) { try await $0.services.audit.count(filter, .exact, as: $0.principal) }
        }
    }

    @FieldBuilder<QueryRoot, Caller> static var dashboard: [Field<QueryRoot, Caller>] {
        Field(
            "dashboard",
            Argument(
                "offsetMinutes", Int.self, default: 0,
                description: "How far the shop's clocks are ahead of UTC; it decides where a day begins."),
            description: "How the shop does, at a glance."
        ) { _, caller, offset in
            guard (-1080...1080).contains(offset) else {
                throw GraphQLError.invalidArgument("Clocks are up to 18 hours apart from UTC.")
            }
            let calendar = FilterCalendar(now: caller.now, offsetSeconds: offset * 60)
            return try await caller.services.dashboard.read(calendar, as: caller.principal)
        }
    }
}
