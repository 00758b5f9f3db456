import Domain
import Services
import TerminalUI
import Testing

@testable import Screens

@Suite struct OrderEntryPictureTests {
    /// An order with a shortage, and half an entry in the field.
    private var busyDesk: OrderEntryDesk {
        var desk = OrderEntryDesk()
        desk.type("олена⏎2*A100⏎5*K250⏎#до обіду⏎3*ча")
        desk.receive(.saved(key: desk.screen.draft.key, revision: 4, at: OrderEntryDesk.epoch))
        return desk
    }

    @Test("At 80 columns everything is on the screen: lines, suggestions, stock, total, note")
    func wide() {
        let rule = String(repeating: "─", count: 80)
        #expect(
            busyDesk.picture(80, 21) == [
                " Customer  Іваненко Олена  +380 67 123 45 67",
                rule,
                "      # Code         Product                   Qty      Price        Sum   Stock",
                "      1 A100         Чай зелений 100 г           2     120.00     240.00    12",
                " *    2 K250         Кава … have 4, want 5       5     245.00   1 225.00     4 !",
                "▸  3*ча                     ▸ A100 Чай зелений 100 г           120.00 stock 12",
                "                              A101 Чай чорний 100 г            118.00  stock 9",
                "", "", "", "", "", "", "", "", "", "", "",
                rule,
                " Lines 2   Pieces 7   ! 1 short                               TOTAL  1 465.00 ₴",
                " Note  до обіду                                            draft saved 14:00:00",
            ])
    }

    @Test("At 60 columns columns are shorter, the number of the line goes")
    func compact() {
        let rule = String(repeating: "─", count: 60)
        #expect(
            busyDesk.picture(60, 13) == [
                " Customer  Іваненко Олена  +380 67 123 45 67",
                rule,
                "   Code     Product           Qty     Price       Sum  Stock",
                "   A100     Чай зелений 10…     2    120.00    240.00   12",
                " * K250      have 4, want 5     5    245.00  1 225.00    4 !",
                "▸  3*ча               ▸ A100 Чай зелений 100 г   120.00 12",
                "                        A101 Чай чорний 100 г    118.00  9",
                "", "", "",
                rule,
                " Lines 2   Pieces 7   ! 1 short           TOTAL  1 465.00 ₴",
                " Note  до обіду                        draft saved 14:00:00",
            ])
    }

    @Test("At 40 columns names, quantities, sums and stock remain")
    func narrow() {
        #expect(
            busyDesk.picture(40, 7) == [
                " Customer  Іваненко Олена",
                "   Product          Qty       Sum  Stock",
                "   Чай зелений 1…     2    240.00   12",
                " * Кава м… have 4     5  1 225.00    4 !",
                "▸  3*ча",
                "   ▸ A100 Чай зелений 100 г  120.00 12",
                " 2 / 7   ! 1 short    TOTAL  1 465.00 ₴",
            ])
    }

    @Test("Candidates stand below the customer field, the first one chosen")
    func candidates() {
        var desk = OrderEntryDesk()
        desk.type("іван")
        let rows = desk.picture(80, 21)
        #expect(rows[0] == " Customer  іван")
        #expect(rows[1] == "▸ Іваненко Олена                   +380 67 123 45 67 olena@example.com")
        #expect(rows[2] == "  Іванчук Петро                    +380 50 765 43 21")
        desk.type("x")
        #expect(desk.picture(80, 21)[1] == " Nobody is called “іванx”. Enter opens the form of a new customer.")
    }

    @Test("The totals are large where there is room, in plain signs where there is only ASCII")
    func totals() {
        var desk = OrderEntryDesk()
        desk.type("олена⏎A100⏎⏎")
        #expect(
            desk.picture(60, 13)[4...9].map { $0 } == [
                "│                  ▀█  ▀▀█ █▀█   █▀█ █▀█                   │",
                "│                   █  █▀▀ █ █   █ █ █ █                   │",
                "│                  ▀▀▀ ▀▀▀ ▀▀▀ ▀ ▀▀▀ ▀▀▀                   │",
                "│             Іваненко Олена, 1 line, 1 piece              │",
                "│          Enter places the order, Esc goes back           │",
                "└──────────────────────────────────────────────────────────┘",
            ])
        let plain = desk.picture(80, 21, glyphs: .ascii)
        let strange = plain.joined().unicodeScalars.filter { !$0.isASCII }
        #expect(strange.isEmpty)
        #expect(plain.contains { $0.contains("120.00 h") && $0.hasPrefix("         |") })
    }

    @Test(
        "The hardware cursor stands on the cell that keys go to",
        arguments: [
            ("", 0, "name, phone or e-mail"), ("олена⏎", 3, "code, 2*code"), ("олена⏎A100⏎⏎", 19, "TOTAL"),
        ])
    func cursor(keys: String, row: Int, text: String) throws {
        var desk = OrderEntryDesk()
        desk.type(keys)
        let canvas = desk.draw(80, 21)
        let cursor = try #require(canvas.cursor)
        #expect(cursor.y == row)
        let rest = String(canvas.text[row].dropFirst(cursor.x))
        #expect(rest.drop { $0 == " " }.hasPrefix(text))
    }

    @Test("The cursor follows into lines and their quantities")
    func cursorOnLines() throws {
        var desk = busyDesk
        desk.press("escape up")
        #expect(desk.draw(80, 21).cursor == Point(x: 0, y: 4))
        desk.press("f2")
        let canvas = desk.draw(80, 21)
        let cursor = try #require(canvas.cursor)
        #expect(cursor.y == 4)
        #expect(canvas.role(atX: cursor.x - 1, y: 4) == .selection)
        #expect(canvas.text[4].dropFirst(cursor.x - 1).hasPrefix("5"))
    }

    @Test("Hostile names reach the cells as harmless signs")
    func hostileNames() {
        var desk = OrderEntryDesk()
        desk.goods = [
            OrderEntryDesk.product(1, "X", "\u{1B}[31mred\u{202E}\u{7}\u{200B}e\u{301}\u{1F468}\u{200D}", 1, 1)
        ]
        desk.people = [OrderEntryDesk.user(1, "\u{1B}]0;x\u{7}", nil)]
        desk.type("x⏎X⏎X")
        let rows = desk.picture(80, 21) + desk.picture(40, 7)
        let controls = rows.joined().unicodeScalars.filter {
            $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
        }
        #expect(controls.isEmpty)
    }

    @Test("Every part is drawn in every area, however small, and the cursor stays inside")
    func allSizes() {
        var desks: [OrderEntryDesk] = []
        var desk = OrderEntryDesk()
        desks.append(desk)
        desk.type("іван")
        desks.append(desk)
        desk.type("⏎9*A100⏎9*K250⏎ча")
        desks.append(desk)
        for keys in ["f4", "escape up", "f2", "escape escape", "enter"] {
            desk.press(keys)
            desks.append(desk)
        }
        desk.press("enter")
        desk.refuseSent(.unavailable)
        desks.append(desk)
        let widths = Array(0...8) + [12, 19, 20, 21, 39, 40, 49, 50, 59, 60, 75, 76, 80, 132, 300]
        for desk in desks {
            for width in widths {
                for height in 0...26 {
                    let canvas = desk.draw(width, height, glyphs: height % 2 == 0 ? .utf8 : .ascii)
                    if let cursor = canvas.cursor { #expect(canvas.bounds.contains(cursor), "\(width)×\(height)") }
                    #expect(width * height == 0 || canvas.cursor != nil, "\(width)×\(height) \(desk.screen.focus)")
                }
            }
        }
    }

    @Test("Nothing is drawn outside of the area")
    func staysInside() {
        var canvas = Canvas(size: Size(width: 90, height: 30))
        canvas.fill(canvas.bounds, with: ".")
        busyDesk.screen.view(in: Rect(x: 5, y: 4, width: 80, height: 21), on: &canvas)
        for (y, row) in canvas.text.enumerated() {
            let isInside = (4..<25).contains(y)
            #expect(row.hasPrefix("....."))
            #expect(isInside || row == String(repeating: ".", count: 90))
            #expect(row.hasSuffix("....."))
        }
    }
}
