/// What an operator can do, on all screens; palette, help, footer and keys know it by these names.
package enum Action: Hashable, Sendable {
    // Everywhere.
    case help, palette, goTo, interrupt, suspend, redraw, quit, undo
    case home, orders, users, products, ledger, audit, requests, newOrder
    case findOrder, findProduct, findCustomer, chooseTheme, openView, messages
    case theme(String)
    // On every screen but Home: leave it, or take back the last step (close a field, clear a filter, leave).
    case back, cancel
    // In lists.
    case up, down, pageUp, pageDown, first, last, jump, open, search, refresh, create, edit, narrow
    case sort, secondSort, reverse, nextColumns, chooseView, saveView
    case export, copy, copyRow
    case mark, markUp, markDown, invertMarks, markAll, unmarkAll, count
    case archive, previousRecord, nextRecord
    // Beside lists.
    case aside, asideDown, asideUp
    // On goods and orders.
    case receiveStock, markPaid, markShipped, cancelOrder, receipt
    // In forms.
    case accept, nextField, previousField, lookup, save, takeTheirs, keepMine
    // On Home.
    case seedDemo, explainImport
    /// A command of the order entry.
    case entry(OrderEntryCommand)

    /// Whether a key that is no text does this even while text is typed.
    var isAlways: Bool {
        switch self {
        case .help, .palette, .goTo, .home, .messages, .interrupt, .suspend, .redraw: true
        default: false
        }
    }
}
