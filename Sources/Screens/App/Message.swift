package import Domain
package import Services
package import Wording

/// What the program's model gets to know from outside of the terminal.
package enum Message: Sendable {
    /// From the composition root: the configuration's name, and who sits at the keyboard.
    case environment(name: String, operatorName: String)
    /// From the composition root, as the database comes up; ``EffectRunner`` reports losses itself as well.
    case databaseState(DatabaseState)
    /// From the composition root, after ``DeskBox/provide(_:)``.
    case servicesReady
    /// From the composition root, where the database is not this machine's own; from ``EffectRunner``, once a login has
    /// ended.
    case loginNeeded
    /// A login was refused.
    case loginRefused(ServiceError)
    /// Who sits at the keyboard, and what they are to the shop.
    case signedIn(name: String, role: Domain.Role)
    /// From the composition root, as the HTTP listener comes up.
    case httpState(HTTPState)
    /// A query was answered.
    case reply(Ticket, Result<Reply, ServiceError>)
    /// The work of order entry has come to something.
    case entry(OrderEntryMessage, screen: Int)
    /// Others have changed rows, or this program has.
    case changes(Changes)
    /// A query has been running for a while.
    case slow(Ticket)
    /// The database was tried again after it had been lost.
    case probed(isBack: Bool)
    /// The time has come that a screen waited for.
    case woken(screen: Int)
    /// The question with this number may be answered now.
    case armed(Int)
    /// What was done under this number can't be taken back any more.
    case undoExpired(Int)
    /// The pause is over before which the program must not end.
    case looked
    /// How the demo shop is coming along.
    case seed(SeedState)
    /// An effect has something to say.
    case notice(Notice)
    /// The saved views of all lists, as they are in the file now.
    case views([SavedView])
    /// A theme was applied.
    case themed(ThemeRequest)
    /// A theme can't be used; the text says where and why.
    case themeRefused(ThemeRequest, Phrase)
    /// Files of themes have changed: the names of these, and of all that there are now.
    case themeFilesChanged(Set<String>, names: [String])
}

/// What is known of the database.
package enum DatabaseState: Hashable, Sendable {
    /// It is being started; the text says which step.
    case starting(Phrase)
    /// It answers; the text names it.
    case ready(String)
    /// It does not answer; the text says why.
    case lost(Phrase)
}

/// What is known of the HTTP listener.
package enum HTTPState: Hashable, Sendable {
    case off
    /// The address it listens on, such as `127.0.0.1:4000`.
    case listening(String)
    /// It couldn't be started; the text says why.
    case failed(Phrase)
}

/// How the demo shop is coming along.
package enum SeedState: Hashable, Sendable {
    case progress(Phrase)
    case done(Phrase)
    case failed(Phrase)
}
