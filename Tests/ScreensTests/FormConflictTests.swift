import Domain
import Services
import TerminalUI
import Testing
import Wording

@testable import Screens

/// What becomes of a form whose record others change meanwhile.
@Suite struct FormConflictTests {
    private static let theirs = Fixture.user(
        1, name: "Augusta Ada King", email: "ada@example.com", phone: "+44 1", version: 2)

    /// A form in which the name was typed anew and saved, after somebody else had changed name and telephone.
    static func conflicted(
        _ theirs: User = theirs, width: Int = 80, height: Int = 24, language: Language = .english
    ) throws -> Stage {
        var stage = Stage(width: width, height: height, language: language)
        stage.does("3 e ctrl+u")
        stage.type("Countess Lovelace")
        stage.press("f10")
        try stage.answer(.failure(.conflict(.versionMismatch(entity: "user", current: theirs.version))))
        try stage.answer(.success(.record(.user(theirs))))
        return stage
    }

    private static func saved(_ stage: Stage) throws -> (edit: UserEdit, version: Int) {
        guard case .change(.editUser(_, let edit, let version)) = try #require(stage.asked.last?.query) else {
            throw NotSaved()
        }
        return (edit, version)
    }

    private struct NotSaved: Error {}

    @Test("A conflict has its picture in both languages, wide and small")
    func pictures() throws {
        let ukrainian = Languages.chosen("uk", environment: [:])
        for (name, language) in [("", Language.english), ("uk-", ukrainian)] {
            var stage = try Self.conflicted(language: language)
            Golden.expect(stage.text, is: "\(name)form-conflict")
            stage.press("f8")
            Golden.expect(stage.text, is: "\(name)form-conflict-decided")
            stage = try Self.conflicted(width: 40, height: 10, language: language)
            Golden.expect(stage.text, is: "\(name)form-conflict-40x10")
        }
    }

    @Test("Nothing is saved until somebody has decided about the field that both have changed")
    func decides() throws {
        var stage = try Self.conflicted()
        stage.does("down down f10")
        #expect(stage.asked.isEmpty)
        #expect(stage.cursorRow.contains("Countess Lovelace"))
        #expect(stage.message.contains("Name: theirs is \"Augusta Ada King\""))
        stage.press("f8 f10")
        let (edit, version) = try Self.saved(stage)
        #expect(version == 2)
        #expect((edit.name, edit.phone, edit.email) == (.set("Countess Lovelace"), .keep, .keep))
    }

    @Test("Theirs can be taken, and mine taken back from it")
    func takes() throws {
        var stage = try Self.conflicted()
        stage.press("f7")
        #expect(stage.cursorRow.contains("Augusta Ada King"))
        #expect(stage.isShown("[Augusta Ada King]"))
        stage.press("f8")
        #expect(stage.cursorRow.contains("Countess Lovelace"))
        #expect(stage.isShown("[Countess Lovelace]"))
        stage.press("f7 f10")
        #expect(stage.asked.isEmpty)
        #expect(stage.path == ["Home", "Users"])
    }

    @Test("What nobody has typed here is taken over, and may be put back")
    func keepsOldValue() throws {
        var stage = try Self.conflicted()
        stage.press("f8 down")
        #expect(stage.cursorRow.contains("+44 1"))
        stage.press("f8 f10")
        let (edit, _) = try Self.saved(stage)
        #expect(edit.phone == .set("+44 20 7946 0001"))
    }

    @Test("Typing decides too, and what was typed before comes back with ^Y")
    func typing() throws {
        var stage = try Self.conflicted()
        stage.press("f7")
        stage.type(" (Lovelace)")
        stage.press("f10")
        let (edit, version) = try Self.saved(stage)
        #expect((edit.name, version) == (.set("Augusta Ada King (Lovelace)"), 2))

        stage = try Self.conflicted()
        stage.press("f7 ctrl+u ctrl+y f7 ctrl+y")
        #expect(stage.cursorRow.contains("Augusta Ada King"))
        stage = try Self.conflicted()
        stage.press("f7 end ctrl+y")
        #expect(stage.cursorRow.contains("Augusta Ada KingCountess Lovelace"))
    }

    @Test("A second conflict begins from what somebody else has made of it, and still shows what was at first")
    func again() throws {
        var stage = try Self.conflicted()
        stage.press("f8 f10")
        try stage.answer(.failure(.conflict(.versionMismatch(entity: "user", current: 3))))
        let third = Fixture.user(1, name: "A. King", email: "ada@example.com", phone: "+44 1", version: 3)
        try stage.answer(.success(.record(.user(third))))
        #expect(stage.isShown("A. King"))
        #expect(stage.text.contains { $0.contains("Ada Lovelace") && $0.contains("Countess Lovelace") })
        stage.press("f10")
        #expect(stage.asked.isEmpty)
        stage.press("f8 f10")
        let (edit, version) = try Self.saved(stage)
        #expect((edit.name, version) == (.set("Countess Lovelace"), 3))
    }

    @Test("Both having typed the same is no conflict")
    func agree() throws {
        let same = Fixture.user(
            1, name: "Countess Lovelace", email: "ada@example.com", phone: "+44 20 7946 0001", version: 2)
        var stage = try Self.conflicted(same)
        #expect(!stage.isShown("Conflict"))
        stage.press("f10")
        #expect(stage.asked.isEmpty)
        #expect(stage.path == ["Home", "Users"])
    }

    @Test("What others change while the form is open is said at once, and never under the cursor")
    func hears() throws {
        var stage = Stage()
        stage.does("3 e down")
        let theirs = Fixture.user(1, name: "Augusta Ada King", email: "ada@example.com", phone: "+44 1", version: 2)
        stage.shop.users[0] = theirs
        var changes = Changes()
        changes.add(.user, 1)
        stage.send(.changes(changes))
        stage.settle()
        #expect(stage.message.contains("Changed by somebody else: Name, Phone"))
        #expect(stage.isShown("Augusta Ada King"))
        #expect(stage.cursorRow.contains("+44 20 7946 0001"))
        stage.press("f7 f10")
        #expect(stage.asked.isEmpty)
        #expect(stage.path == ["Home", "Users"])
    }

    @Test("News that change nothing on the form leave it alone, and other records' news are not asked about")
    func ignoresOthers() {
        var stage = Stage()
        stage.does("3 e")
        var changes = Changes()
        changes.add(.user, 2)
        changes.add(.product, 1)
        stage.send(.changes(changes))
        #expect(stage.asked.allSatisfy { if case .user = $0.query { false } else { true } })
        stage.settle()
        let before = stage.text
        stage.send(.changes(.everything))
        stage.settle()
        #expect(stage.text == before)
    }

    @Test("An archived record is said to have changed, although nothing on the form has")
    func archived() {
        var stage = Stage()
        stage.does("3 e")
        stage.shop.users[0] = Fixture.user(
            1, name: "Ada Lovelace", email: "ada@example.com", phone: "+44 20 7946 0001", archived: true, version: 2)
        stage.send(.changes(.everything))
        stage.settle()
        #expect(stage.message.contains("but nothing on this form"))
    }

    @Test("Goods that are sold while others are counted show above the fields")
    func countsOn() {
        var stage = Stage()
        stage.does("4")
        stage.type("+")
        stage.type("5")
        stage.shop.products[0] = Fixture.product(1, stock: 11)
        stage.send(.changes(.everything))
        stage.settle()
        #expect(stage.isShown("On hand     11"))
        #expect(stage.message.contains("On hand: 11"))
        #expect(stage.cursorRow.contains("Change      5"))
    }

    @Test("The keys of a conflict say that there is none")
    func refusals() {
        var stage = Stage()
        stage.does("3 e f7")
        #expect(stage.message.contains("Nobody else has changed this field"))
        stage.does("f8")
        #expect(stage.message.contains("Nobody else has changed this field"))
    }

    @Test("A lost database keeps what was typed, and the record is read anew when it is back")
    func database() {
        var stage = Stage()
        stage.does("3 e ctrl+u")
        stage.type("Countess")
        stage.send(.databaseState(.lost("The database does not answer.")))
        stage.shop.users[0] = Self.theirs
        stage.send(.probed(isBack: true))
        stage.settle()
        #expect(stage.cursorRow.contains("Countess"))
        #expect(stage.isShown("Augusta Ada King"))
    }
}
