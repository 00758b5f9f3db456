/// What was said, and where it can be read again.
extension AppModel {
    /// Takes what the screen that is shown says by itself, as order entry does, into the log.
    mutating func noteSaying() {
        let saying = top.saying
        guard saying != lastSaying else { return }
        lastSaying = saying
        if let saying { notices.add(saying) }
    }

    /// Shows how far something is: on the message line alone, since the log is for what is worth reading again.
    mutating func showProgress(_ notice: Notice) {
        isPassing = true
        self.notice = notice
        isPassing = false
    }
}
