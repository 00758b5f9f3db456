import Domain
import Services
import TerminalUI
import Testing
import Wording

@testable import Screens

/// What reaches beyond the rows that are loaded: counts, marks of a whole filter; and what shows why a row is there.
@Suite struct ListReachTests {
    private func roles(_ stage: Stage, of text: String, inRow part: String) throws -> [CellRole] {
        let canvas = stage.canvas
        let y = try #require(canvas.text.firstIndex { $0.contains(part) })
        let x = try #require(canvas.text[y].firstRange(of: text)).lowerBound
        let column = Canvas.width(of: String(canvas.text[y][..<x]))
        return (0..<Canvas.width(of: text)).compactMap { canvas.role(atX: column + $0, y: y) }
    }

    @Test("What the filter's words have found is shown in the rows, folded as the search is, and nothing else is")
    func highlights() throws {
        var stage = Stage()
        stage.does("2 /")
        stage.type("ІВАН -cancelled")
        stage.does("enter")
        #expect(try roles(stage, of: "Іван", inRow: "104233") == Array(repeating: .match, count: 4))
        #expect(try roles(stage, of: "енко", inRow: "104233").contains(.match) == false)
        #expect(try roles(stage, of: "1 250", inRow: "104233").contains(.match) == false)
        stage.does("f12")
        #expect(try roles(stage, of: "Іван", inRow: "104233").contains(.match) == false)
    }

    @Test("A field of the filter is shown in its own column; digits are found whatever parts them")
    func fields() throws {
        var stage = Stage()
        stage.does("4 /")
        stage.type("code:a-*")
        stage.does("enter down")
        #expect(try roles(stage, of: "A-", inRow: "A-100") == [.match, .match])
        #expect(try roles(stage, of: "100", inRow: "A-100").contains(.match) == false)
        stage.does("f3 3 /")
        stage.type("67")
        stage.does("enter down")
        #expect(try roles(stage, of: "67 123", inRow: "Іваненко").prefix(3) == [.match, .match, .selection])
    }

    @Test("Wide and combining characters are shown whole, also where a right or cut column moves them")
    func wide() {
        let columns = [ListColumn<IDSort>("Name", .flexible(minimum: 4), search: .words())]
        let terms = FilterTerms<UserField>([FilterTerm(.word("茶e"))])
        let highlight = MatchHighlight(terms, in: columns)
        func roles(_ text: String, width: Int) -> String {
            var canvas = Canvas(size: Size(width: width + 3, height: 1))
            let layout = TableLayout(columns.map(\.column), width: width + 3)
            layout.drawRow([TableCell(text)], on: &canvas, x: 0, y: 0)
            highlight?.draw([TableCell(text)], of: layout, on: &canvas, x: 0, y: 0)
            return (3..<width + 3).map { canvas.role(atX: $0, y: 0) == .match ? "#" : "." }.joined()
        }
        #expect(roles("緑茶é x", width: 8) == "..###...")
        #expect(roles("緑茶e\u{301}\u{302}x", width: 8) == "..###...")
        #expect(roles("aaa茶e", width: 5) == "...#.")
        #expect(roles("茶 e", width: 5) == ".....")
        #expect(MatchHighlight(FilterTerms<UserField>([FilterTerm(.word("x"), isNegated: true)]), in: columns) == nil)
    }

    @Test("A count is asked for by a key, stands in the place of the plus, and goes with the filter")
    func counts() throws {
        var stage = Stage(.users(500))
        stage.does("3")
        #expect(stage.isShown("1 of 100+"))
        stage.press("c")
        guard case .count(.users(let request)) = try #require(stage.asked.last?.query) else {
            Issue.record("Nothing was counted.")
            return
        }
        #expect(request.filter == UserFilter())
        stage.settle()
        #expect(stage.message.contains("500 rows under this filter."))
        #expect(stage.isShown("1 of 500"))
        stage.does("end")
        #expect(stage.isShown("500 rows"))
        stage.does("home")
        #expect(stage.isShown("1 of 500"))
        stage.does("/")
        stage.type("user")
        stage.settle()
        #expect(stage.isShown("1 of 100+"))
    }

    @Test("Esc gives a count up, and one that takes too long says so")
    func countsNot() throws {
        var stage = Stage(.users(500))
        stage.does("3")
        stage.press("c escape")
        #expect(stage.message.contains("Not counted."))
        let drops = stage.effects.contains { effect in
            if case .drop(let ticket) = effect { ticket.place.slot == .count } else { false }
        }
        #expect(drops)
        #expect(stage.path == ["Home", "Users"])
        stage.press("c")
        try stage.answer(.success(.counted(nil)))
        #expect(stage.message.contains("there are too many rows"))
        #expect(stage.isShown("1 of 100+"))
    }

    @Test("All rows of the filter are marked page by page, told by their number, and changed after it is typed")
    func marksAll() {
        var stage = Stage(.users(450))
        stage.does("3 M")
        #expect(stage.message.contains("450 rows marked."))
        #expect(stage.isShown("450 marked"))
        stage.does("x")
        #expect(stage.message.contains("Archive 450 users"))
        #expect(stage.message.contains("Type 450 and Enter"))
        stage.does("f12 U")
        #expect(!stage.isShown("450 marked"))
        stage.does("U")
        #expect(stage.message.contains("No row is marked."))
    }

    @Test("The marks of all rows of the filter are turned round, also where the rows are not loaded")
    func turnsMarks() {
        var stage = Stage(.users(450))
        stage.does("3 space space *")
        #expect(stage.message.contains("448 rows marked."))
        #expect(stage.isShown("448 marked"))
        stage.does("*")
        #expect(stage.message.contains("2 rows marked."))
        stage.does("end space")
        #expect(stage.isShown("3 marked"))
    }

    @Test("Marking stops at what a list keeps, and by Esc; what was marked stays marked")
    func marksBounded() throws {
        var stage = Stage(.users(10_300))
        stage.does("3")
        stage.press("M")
        for _ in 0..<60 { stage.settle() }
        #expect(stage.message.contains("10000 rows are marked, as many as a list keeps"))
        #expect(stage.isShown("10 000 marked"))
        stage.does("U")
        stage.press("M")
        let page = stage.shop.users.prefix(200)
        let next = Keyset("User 200", 200)
        try stage.answer(.success(.users(Page(items: Array(page), next: next, previous: nil))))
        stage.press("escape")
        #expect(stage.message.contains("Stopped: 200 marked."))
        stage.settle()
        #expect(stage.isShown("200 marked"))
    }

    @Test("Where a search has found its words: ranges of the text as it is written")
    func ranges() {
        #expect(SearchText.ranges(of: ["ivan"], in: "Ivanov & IVAN") == [0..<4, 9..<13])
        #expect(SearchText.ranges(of: ["strasse"], in: "Die Straße") == [4..<10])
        #expect(SearchText.ranges(of: ["o'n"], in: "O’Neill") == [0..<3])
        #expect(SearchText.ranges(of: ["a", "ab"], in: "xab") == [1..<3])
        #expect(SearchText.ranges(of: ["", "q"], in: "abc") == [])
        #expect(SearchText.ranges(ofDigits: "671", in: "+380 67 123") == [5..<9])
        #expect(SearchText.ranges(ofDigits: "999", in: "+380 67 123") == [])
        #expect(SearchText.ranges(ofDigits: "", in: "1") == [])
    }
}
