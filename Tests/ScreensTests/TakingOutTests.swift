import Domain
import Services
import TerminalUI
import Testing

@testable import Screens

/// Rows taken out of the program: exported, copied, as a receipt.
@Suite struct TakingOutTests {
    private func copied(_ stage: Stage) -> [String] {
        stage.effects.compactMap { if case .copy(let text) = $0 { text } else { nil } }
    }

    @Test("E and a letter export all rows of the filter, and the message says how many and where")
    func exports() throws {
        var stage = Stage()
        stage.does("2 /")
        stage.type("status:paid")
        stage.does("enter E")
        #expect(stage.isShown("c CSV"))
        stage.press("c")
        guard case .export(.orders(let request), .csv) = try #require(stage.asked.last?.query) else {
            Issue.record("No export was asked for.")
            return
        }
        #expect(request.filter.terms.description == "status:paid")
        stage.settle()
        #expect(stage.message.contains("3 rows written to /tmp/oblik-orders.csv."))
        stage.does("E f12")
        #expect(!stage.isShown("c CSV"))
        #expect(stage.path == ["Home", "Orders"])
    }

    @Test("A file that can't be written is told with its path")
    func exportFails() throws {
        var stage = Stage()
        stage.does("4 E")
        stage.press("j")
        let ticket = try #require(stage.asked.last?.ticket)
        stage.send(.reply(ticket, .success(.exported(.failed(path: "/x/y.json", problem: "Permission denied")))))
        #expect(stage.message.contains("/x/y.json: Permission denied"))
    }

    @Test("y copies what names a row, Y the row as it is shown; marked rows are copied together")
    func copies() {
        var stage = Stage()
        stage.does("4")
        stage.press("y")
        #expect(copied(stage) == ["A-100"])
        stage.settle()
        stage.press("Y")
        #expect(copied(stage).first?.hasPrefix("1\tA-100\tЧай зелений 100 г\t") == true)
        stage.settle()
        stage.does("space space")
        stage.press("y")
        #expect(copied(stage) == ["A-100\nA-101"])
    }

    @Test("A receipt is 42 columns wide, whatever stands in the order, and can be copied")
    func receipt() throws {
        var stage = Stage()
        stage.does("2 t")
        Golden.expect(stage.text, is: "receipt")
        stage.press("y")
        let text = try #require(copied(stage).first)
        #expect(text.contains("1 250.00 ₴"))
        let hostile = Order(
            id: Identifier(1), user: Identifier(1), customer: "\u{1B}[31m漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字",
            status: .placed, total: Money(minor: 1), note: String(repeating: "e\u{301}\n", count: 400),
            createdAt: Fixture.noon, updatedAt: Fixture.noon, version: 1,
            lines: [
                Fixture.line(
                    1, order: 1, sku: String(repeating: "X", count: 60), name: "\u{202E}evil\u{0}", quantity: 1,
                    price: 12_000)
            ])
        for line in Receipt(order: hostile, format: Format()).lines {
            #expect(Canvas.width(of: line) <= Receipt.width)
            #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control })
            #expect(!line.contains("\u{202E}"))
        }
    }
}
