import TerminalUI
import Testing
import Wording

@testable import Screens

@Suite struct SizeTests {
    @Test(
        "Every screen is drawn at every size without a trap, and takes keys there",
        arguments: [
            "f5", "i", "2", "3", "4", "2 enter", "3 enter", "4 enter", "3 n", "4 n", "4 +", "1", "2 x", "f1", "ctrl+p",
            "g", "3 /",
        ])
    func everySize(_ keys: String) {
        var stage = Stage()
        for key in keys.split(separator: " ") { stage.does(String(key)) }
        stage.send(.databaseState(.lost("The database does not answer.")))
        for height in Array(0...12) + [16, 24, 40] {
            for width in Array(0...14) + [20, 40, 60, 80, 130] {
                stage.resize(width: width, height: height)
                let canvas = stage.canvas
                #expect(canvas.size == Size(width: width, height: height))
                if let cursor = canvas.cursor { #expect(canvas.bounds.contains(cursor)) }
                stage.press("down up")
            }
        }
    }

    @Test("ASCII terminals get ASCII signs only")
    func ascii() {
        var stage = Stage(.users(30))
        stage.does("3")
        var canvas = Canvas(size: stage.model.size, glyphs: .ascii)
        stage.model.view(on: &canvas)
        let signs = canvas.text.joined().unicodeScalars.filter { !$0.isASCII }
        #expect(signs.isEmpty, "\(Set(signs))")
    }
}
