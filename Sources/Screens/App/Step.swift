import Domain
import Wording

/// What a screen wants to happen next.
enum Step: Sendable {
    /// Ask the services; the reply comes back to this screen. A newer query of the same slot replaces the older.
    case ask(Query, Slot)
    /// Give up the slot's query.
    case drop(Slot)
    /// Put a screen on top.
    case open(any Screen)
    /// Open the order entry, for this customer if one is given.
    case enterOrder(User?)
    /// Put a screen in this one's place.
    case replace(any Screen)
    /// Show the record after (1) or before (-1) this one.
    case turn(Int)
    /// Leave this screen.
    case close
    /// Leave every screen above Home.
    case goHome
    /// Show a message.
    case say(Notice)
    /// Call ``Screen/wake()`` after a while.
    case wake(after: Duration)
    /// Ask a question whose answer is y or n.
    case confirm(Phrase, [Step])
    /// Ask a question whose answer is this number, typed out.
    case confirmNumber(Phrase, Int, [Step])
    /// Tell all screens.
    case tell(News)
    /// Have the work of order entry done.
    case work(OrderEntryEffect)
    /// Hand this screen a message of order entry.
    case hear(OrderEntryMessage)
    /// Hand the screen below a message of order entry.
    case passDown(OrderEntryMessage)
    /// Show records beside lists from now on, or no longer.
    case showAside(Bool)
    /// Have a saved view of a list changed.
    case changeView(ViewChange)
    /// Have something done outside.
    case run(Effect)
    /// Do what a command of every screen does.
    case does(Action)
    /// End the program.
    case quit
}
