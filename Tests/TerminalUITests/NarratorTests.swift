import Testing
import Wording

@testable import TerminalUI

@Suite struct NarratorTests {
    /// A picture that tells what it shows.
    private func picture(_ draw: (inout Canvas) -> Void) -> Canvas {
        var canvas = Canvas(size: Size(width: 60, height: 8), glyphs: .ascii)
        canvas.notes = PictureNotes()
        draw(&canvas)
        return canvas
    }

    @Test("What is new is told once: the place, the row with its columns, the message")
    func tells() {
        var narrator = Narrator()
        func list(_ name: String, _ message: String = "") -> Canvas {
            picture { canvas in
                canvas.notes?.place = "Oblik > Users"
                canvas.notes?.message = message
                TableLayout([Column("Name", .fixed(20)), Column("Phone", .fixed(10))], width: 60).drawRow(
                    [TableCell(name), ""], on: &canvas, x: 0, y: 2, isSelected: true)
            }
        }
        #expect(narrator.tell(list("Ada")) == "== Oblik > Users\n> Name: Ada\n")
        #expect(narrator.tell(list("Ada")) == "")
        #expect(narrator.tell(list("Bob")) == "> Name: Bob\n")
        #expect(narrator.tell(list("Bob", "Saved.")) == "* Saved.\n")
        #expect(narrator.tell(list("Bob")) == "")
        #expect(narrator.tell(list("Bob", "Saved.")) == "* Saved.\n")
    }

    @Test("What is typed is written behind the field; other changes begin a new line")
    func echoes() {
        var narrator = Narrator()
        func form(_ text: String, row: String = "") -> Canvas {
            picture { canvas in
                canvas.write(" Customer", x: 0, y: 1)
                TextField(text, placeholder: "type a name").draw(on: &canvas, x: 12, y: 1, width: 20, isFocused: true)
                canvas.write(row, x: 0, y: 2, role: .selection)
            }
        }
        #expect(narrator.tell(form("")) == "Customer: ")
        #expect(narrator.tell(form("ol")) == "ol")
        #expect(narrator.tell(form("ole")) == "e")
        #expect(narrator.tell(form("ol")) == "\nCustomer: ol")
        #expect(narrator.tell(form("ol", row: "> Olena   +380")) == "\n> Olena, +380\nCustomer: ol")
        #expect(narrator.tell(form("ole", row: "> Olena   +380")) == "e")
        #expect(narrator.tell(picture { $0.notes?.message = "Done." }) == "\n* Done.\n")
    }

    @Test("Rows without columns are read from the picture, the selected one first, else that of the cursor")
    func fallsBack() {
        var narrator = Narrator()
        let menu = picture { canvas in
            canvas.write("other", x: 0, y: 0)
            canvas.write("> 1 New order   find the customer", x: 0, y: 3, width: 60, role: .selection)
        }
        #expect(narrator.tell(menu) == "> 1 New order, find the customer\n")
        let plain = picture { canvas in
            canvas.write("nothing here", x: 2, y: 4)
            canvas.cursor = Point(x: 0, y: 4)
        }
        #expect(narrator.tell(plain) == "> nothing here\n")
    }

    @Test("The whole picture can be read out, and then what is new is told as before")
    func readsOut() {
        var narrator = Narrator()
        let canvas = picture { canvas in
            canvas.write("one", x: 0, y: 0)
            canvas.write("two", x: 4, y: 5, role: .selection)
        }
        #expect(narrator.readOut(canvas) == "one\n    two\n")
        #expect(narrator.tell(canvas) == "")
    }

    @Test(
        "No control character gets out, wherever it came in",
        arguments: ["\u{1B}[2J", "a\r\nb", "\u{9B}31m", "\u{7}", "\u{202E}x", "\u{8}\u{8}"])
    func staysSafe(text: String) {
        var narrator = Narrator()
        let canvas = picture { canvas in
            canvas.notes?.place = text
            canvas.notes?.message = text
            canvas.notes?.summary = text
            TableLayout([Column("Name", .fixed(20))], width: 60).drawRow(
                [TableCell(text + "x")], on: &canvas, x: 0, y: 2, isSelected: true)
        }
        for told in [narrator.tell(canvas), narrator.readOut(canvas)] {
            let isSafe = told.unicodeScalars.allSatisfy { scalar in
                scalar == "\n" || CellWidth.of(scalar.value) >= 0
            }
            #expect(isSafe && !told.contains("\r"))
        }
    }
}
