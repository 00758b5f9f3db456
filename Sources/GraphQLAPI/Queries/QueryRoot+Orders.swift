import Domain
import GraphQL
import Services

extension QueryRoot {
    @FieldBuilder<QueryRoot, Caller> static var orders: [Field<QueryRoot, Caller>] {
        Field(
            "orders", Paging.first, Paging.after, Paging.last, Paging.before,
            Argument("sort", OrderSort.self, default: "CREATED_AT"),
            Argument("direction", SortDirection.self, default: "DESCENDING"), Argument("filter", OrderFilter?.self),
            description: "Orders, the newest first unless sorted otherwise."
        ) { _, caller, first, after, last, before, sort, direction, filter in
            let list = SortedList(name: "orders", sort: sort, direction: direction)
            let filter = filter ?? OrderFilter()
            let request = try list.request(filter, Paging(first, after, last, before))
            let page = try await caller.services.orders.list(request, as: caller.principal)
            return Connection(page, of: list) { try await $0.services.orders.count(filter, .exact, as: $0.principal) }
        }
        Field(
            "order", Argument("id", Identifier<Order>.self), description: "The order with this id."
        ) { _, caller, id in
            try await found { OrderSummary(try await caller.services.orders.get(id, as: caller.principal)) }
        }
        Field(
            "orderLines", Paging.first, Paging.after, Paging.last, Paging.before,
            Argument("direction", SortDirection.self, default: "ASCENDING"),
            Argument("filter", OrderLineFilter?.self), description: "The lines of all orders, as they were written."
        ) { _, caller, first, after, last, before, direction, filter in
            let list = SortedList(name: "orderLines", sort: ByID<OrderLine>(), direction: direction)
            let filter = filter ?? OrderLineFilter()
            let request = try list.request(filter, by: IDSort.id, Paging(first, after, last, before))
            let page = try await caller.services.orders.listLines(request, as: caller.principal)
            return Connection(page, of: list) { try await $0.services.orders.count(filter, .exact, as: $0.principal) }
        }
        Field(
            "orderLine", Argument("id", Identifier<OrderLine>.self), description: "The order line with this id."
        ) { _, caller, id in
            try await found { try await caller.services.orders.getLine(id, as: caller.principal) }
        }
    }
}
