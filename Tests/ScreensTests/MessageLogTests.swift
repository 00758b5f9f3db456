import TerminalUI
import Testing
import Wording

@testable import Screens

@Suite struct MessageLogTests {
    private func messages(_ stage: Stage) throws -> [String] {
        guard case .messages(let messages)? = stage.model.overlay else {
            Issue.record("The messages are not open.")
            return []
        }
        return messages.shown.map(\.notice.text.english)
    }

    @Test("What was said is found again, the latest first, by key and by word, from any screen")
    func log() throws {
        var stage = Stage()
        stage.does("2 p")
        stage.send(.notice(Notice(.error, "The printer is on fire.")))
        stage.does("down ctrl+t")
        #expect(try messages(stage).prefix(2) == ["The printer is on fire.", "Order 104233 is paid."])
        #expect(stage.isShown("The printer is on fire."))
        stage.type("paid")
        #expect(try messages(stage) == ["Order 104233 is paid."])
        stage.does("escape 3 f6 ctrl+t")
        #expect(stage.isShown("The printer is on fire."))
        stage.does("escape f3 :")
        stage.type("messages")
        stage.does("enter")
        #expect(try messages(stage).contains("The printer is on fire."))
    }

    @Test("What order entry says is kept as well")
    func orderEntry() throws {
        var stage = Stage()
        stage.does("1")
        let before = stage.model.notices.entries.count
        stage.press("f7")
        #expect(stage.model.notices.entries.count == before + 1)
        #expect(stage.model.notices.entries.last?.notice.text.english == "There is nothing to take back.")
    }

    @Test("The last two hundred are kept, and progress is not among them")
    func bounded() {
        var stage = Stage()
        for number in 1...250 { stage.send(.notice(Notice(.info, "Said \(number)"))) }
        stage.send(.seed(.progress("40 of 500 orders")))
        #expect(stage.message.contains("40 of 500 orders"))
        let entries = stage.model.notices.entries
        #expect(entries.count == NoticeLog.maximumCount)
        #expect(entries.first?.notice.text.english == "Said 51")
        #expect(entries.last?.notice.text.english == "Said 250")
    }

    @Test("The selected message stands below in full, broken between words")
    func full() {
        var stage = Stage()
        let text = (1...24).map { "word\($0)" }.joined(separator: " ")
        stage.send(.notice(Notice(.error, Phrase(verbatim: text))))
        stage.does("ctrl+t")
        #expect(stage.isShown("word24"))
        #expect(MessageOverlay.broken("a bc def", width: 4, limit: 3) == ["a bc", "def"])
        #expect(MessageOverlay.broken("a bc def", width: 4, limit: 1) == ["a bc def"])
        #expect(MessageOverlay.broken("", width: 4, limit: 3).isEmpty)
    }
}
