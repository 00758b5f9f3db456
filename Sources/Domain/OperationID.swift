/// The vocabulary of the program: everything that anybody may ask it to do.
///
/// The raw value is the permission, the name in the audit log, the metric's label, the OpenAPI `operationId`,
/// the command line's and the palette's entry.
package enum OperationID: String, Sendable, CaseIterable {
    case listUsers, getUser, createUser, editUser, archiveUser, restoreUser
    case listProducts, getProduct, findProduct, createProduct, editProduct, archiveProduct, restoreProduct
    case adjustStock, listStockMoves
    case listOrders, getOrder, placeOrder, cancelOrder, moveOrder, editOrder, listOrderLines, getOrderLine
    case listAudit, readDashboard, followEvents
    case seedShop, importOrders, verifyBooks
}
