/// What a person is to the shop; staff and customers stand in one table.
package enum Role: String, Sendable, CaseIterable {
    case customer, viewer, operator_ = "operator", manager, admin
}
