import Domain
import Services
import TerminalUI
import Testing
import Wording

@testable import Screens

/// Looks of lists under names, and lists that open as they were left.
@Suite struct SavedViewTests {
    private func order(_ stage: Stage) throws -> OrderListRequest {
        guard case .orders(let request) = try #require(stage.asked.last?.query) else {
            Issue.record("No orders were asked for.")
            return OrderListRequest(filter: OrderFilter(), sort: .id, isDescending: false)
        }
        return request
    }

    /// Orders filtered, sorted by total and kept as `late`.
    private func saved(_ language: Language = .english) -> Stage {
        var stage = Stage(language: language)
        stage.does("2 v /")
        stage.type(">500")
        stage.does("enter")
        stage.does("s t |")
        stage.does("W")
        stage.type("Late ones")
        stage.does("enter")
        return stage
    }

    @Test("A look is kept under a name, and chosen again by its letter: filter, view, sort and columns")
    func keeps() throws {
        var stage = saved()
        #expect(stage.message.contains("The view “Late ones” is kept."))
        #expect(stage.isShown("view Late ones, placed only"))
        let view = try #require(stage.model.memory.views.first)
        #expect(view.look.filter == ">500")
        #expect((view.look.narrowing, view.look.sort, view.look.columns) == (1, "total", "notes"))
        stage.does("V")
        #expect(stage.isShown("usual view"))
        stage.does("=")
        #expect(!stage.isShown("Late ones"))
        stage.does("V")
        stage.press("l")
        let request = try order(stage)
        #expect(request.sort == .total)
        #expect(request.filter.statuses == [.placed])
        #expect(request.filter.terms.description.contains("total"))
        stage.settle()
        #expect(stage.isShown("view Late ones"))
        #expect(stage.isShown("Note"))
        stage.does("R")
        #expect(!stage.isShown("view Late ones"))
    }

    @Test("A name that is taken, in whatever letters, is asked about; a no leaves the old view")
    func overwrites() {
        var stage = saved()
        stage.does("R W")
        for _ in 0..<20 { stage.press("backspace") }
        stage.type("LATE ONES")
        stage.does("enter")
        #expect(stage.message.contains("Keep this in the place of the view “Late ones”? y/N"))
        stage.does("n")
        #expect(stage.model.memory.views.map(\.look.isDescending) == [false])
        stage.does("W")
        for _ in 0..<20 { stage.press("backspace") }
        stage.type("late ones")
        stage.does("enter")
        stage.does("y")
        #expect(stage.model.memory.views.map(\.look.isDescending) == [true])
        #expect(stage.model.memory.views.map(\.name) == ["late ones"])
    }

    @Test("Del in the list of views deletes one after a y; without a name, and with a mistake, nothing is kept")
    func deletes() {
        var stage = saved()
        stage.does("V down delete")
        #expect(stage.message.contains("Delete the view “Late ones”? y/N"))
        stage.does("enter")
        #expect(stage.model.memory.views.count == 1)
        stage.does("V down delete")
        stage.does("y")
        #expect(stage.model.memory.views.isEmpty)
        #expect(!stage.isShown("view Late ones"))
        stage.does("W")
        stage.does("enter")
        #expect(stage.message.contains("A view needs a name"))
        stage.does("f12 /")
        stage.type(" colour:red")
        stage.does("enter W")
        #expect(stage.message.contains("The filter is not understood"))
    }

    @Test("A name may begin with a Cyrillic letter, which then chooses it")
    func cyrillic() throws {
        var stage = Stage()
        stage.does("3 W")
        stage.type("Постійні")
        stage.does("enter v V")
        stage.press("п")
        #expect(stage.asked.count == 1)
        stage.settle()
        #expect(stage.isShown("view Постійні"))
    }

    @Test("The palette opens a list in a view, and knows the views of all lists")
    func palette() throws {
        var stage = saved()
        stage.does("f3 3 :")
        stage.type("view late")
        #expect(stage.isShown("Late ones"))
        stage.press("enter")
        #expect(try order(stage).sort == .total)
        stage.settle()
        #expect(stage.path == ["Home", "Orders"])
        #expect(stage.isShown("view Late ones"))
    }

    @Test("Every change of a view goes to the file, and what the file says holds")
    func toFile() throws {
        var stage = Stage()
        stage.does("2 W")
        stage.type("mine")
        stage.press("enter")
        let changes = stage.effects.compactMap { if case .changeView(let change) = $0 { change } else { nil } }
        let mine = try #require(SavedView(.orders, name: "mine", look: stage.model.memory.views[0].look))
        #expect(changes == [.keep(mine)])
        let theirs = try #require(SavedView(.orders, name: "theirs", look: ListLook()))
        stage.send(.views([theirs, mine]))
        stage.does("V")
        #expect(stage.isShown("theirs"))
    }

    @Test("A list opens as it was left, on the row that it was left on; F12 takes the filter away")
    func resumes() throws {
        var stage = Stage(.users(500))
        stage.does("3 /")
        stage.type("user")
        stage.does("enter | s i")
        for _ in 0..<3 { stage.does("down") }
        #expect(stage.cursorRow.contains("User 4"))
        stage.does("f3 3")
        #expect(stage.isShown("user"))
        #expect(stage.cursorRow.contains("User 4"))
        #expect(stage.isShown("4 of 100+"))
        for _ in 0..<20 { stage.does("pagedown") }
        let far = stage.cursorRow
        for key in ["f3", "2", "f3", "3"] { stage.does(key) }
        #expect(stage.cursorRow == far)
        stage.does("f12")
        #expect(stage.model.top.place?.place.look.filter == "")
        stage.does("home")
        stage.does("f3")
        stage.press("3")
        guard case .users(let request) = try #require(stage.asked.last?.query) else { return }
        #expect(request.filter.terms.isEmpty)
        #expect(request.position == .first)
    }

    @Test("What a list was opened for, a figure of Home or a palette line, does not stay with it")
    func passes() {
        var stage = Stage()
        stage.does(":")
        stage.type("orders status:paid")
        stage.does("enter")
        #expect(stage.isShown("status:paid"))
        stage.does("f3 2")
        #expect(!stage.isShown("status:paid"))
    }

    @Test("Places are kept when a list is left, and at the end of the program; with the switch off, none are")
    func keepsPlaces() {
        func kept(_ stage: Stage) -> [ListName: ListPlace]? {
            stage.effects.compactMap { if case .keepPlaces(let memory, _) = $0 { memory.places } else { nil } }.last
        }
        var stage = Stage()
        stage.does("2 s t")
        stage.press("f3")
        #expect(kept(stage)?[.orders]?.look.sort == "total")
        stage.settle()
        stage.does("3 v")
        stage.effects += stage.model.handle(.terminate)
        #expect(kept(stage)?[.users]?.look.narrowing == 1)
        let options = AppOptions(size: Size(width: 80, height: 24), resumesLists: false)
        var other = Stage()
        other.model = AppModel(options)
        other.does("2 s t")
        other.press("f3 q")
        #expect(kept(other) == nil)
    }
}
