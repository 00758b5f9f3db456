/// Work that the program's model wants done outside of it.
package enum Effect: Sendable {
    /// Ask the services, and send ``Message/reply(_:_:)``; the older query of the same place is cancelled.
    case ask(Query, Ticket)
    /// Cancel this query; effects run side by side, so a newer one of its place may be asked already.
    case drop(Ticket)
    /// Do the work of order entry, and send ``Message/entry(_:screen:)``.
    case entry(OrderEntryEffect, screen: Int)
    /// Try after a pause whether the database is back, and send ``Message/probed(isBack:)``.
    case probe(after: Duration)
    /// Send ``Message/woken(screen:)`` after a while.
    case wake(after: Duration, screen: Int)
    /// Send ``Message/armed(_:)`` after a short pause.
    case arm(Int)
    /// Send ``Message/undoExpired(_:)`` after a while.
    case expireUndo(after: Duration, Int)
    /// Send ``Message/looked`` after a pause.
    case look(after: Duration)
    /// Fill the empty database with a demo shop.
    case seedDemo
    /// Put a text on the operator's clipboard, as by `.run(.copy(text))`; the message line says how many
    /// characters it was, or why not. At most ``Clipboard/maximumBytes``.
    case copy(String)
    /// Read a theme and show it, and send ``Message/themed(_:)`` or ``Message/themeRefused(_:_:)``.
    case applyTheme(ThemeRequest)
    /// Change a saved view in its file, and send ``Message/views(_:)``.
    case changeView(ViewChange)
    /// Keep how the lists were left, and what stands beside them; a higher number is newer.
    case keepPlaces(ListMemory, number: Int)
    /// Log somebody in, and send ``Message/signedIn(name:role:)`` or ``Message/loginRefused(_:)``.
    case logIn(login: String, password: String)
    case ring, suspend, redraw
}
