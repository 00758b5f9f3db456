import Domain
import TerminalUI
import Wording

/// Going to a row by typing how the column begins that the list is sorted by.
extension ListPane {
    mutating func startJump() -> [Step] {
        guard rows.jumpKind(order.sort) != nil else {
            return [.say(.info("This list has nothing to jump to; sort it by another column."))]
        }
        let isLog = rows.jumpKind(order.sort) == .log
        let wanted: Phrase = isLog ? "a day or a number" : "how the sorted column begins"
        jump = TextField(placeholder: wanted, maximumLength: 60)
        return []
    }

    /// Takes a press into the field; the rows follow what is typed.
    mutating func jump(_ press: KeyPress) -> [Step]? {
        if press.key == .enter {
            jump = nil
            return []
        }
        guard jump?.handle(press) == true, let text = jump?.text else { return nil }
        return jump(to: text)
    }

    mutating func jump(to text: String) -> [Step] {
        if text.isEmpty { return read(from: .first, .first, origin: 0) }
        let (kind, calendar) = (rows.jumpKind(order.sort), rows.format.calendar)
        if let keyset = kind?.place(text, isDescending: order.isDescending, calendar) {
            return read(from: .after(keyset), .first)
        }
        // What is no number or day yet may become one with the next letter.
        guard kind == .log, let days = calendar.days(text) else { return [] }
        return seek(order.isDescending ? FilterRange(nil, days.upper) : FilterRange(days.lower, nil))
    }

    /// Asks for the first row of some days; a log stands in the order of its numbers, which don't tell the time.
    private mutating func seek(_ days: FilterRange<CivilDay>) -> [Step] {
        guard let narrowed = rows.filter(filter, within: days) else { return [] }
        var request = request(.first, limit: 1)
        request.filter = narrowed
        (load, isStale, readsAgain) = (.sought, false, false)
        return [.ask(rows.query(request), .rows)]
    }

    /// Reads the list at the row that was sought, or its end where all rows are on the other side of the day.
    mutating func reach(_ item: Rows.Item?) -> [Step] {
        item.map { read(from: place(of: $0), .first) } ?? read(from: .last, .last)
    }
}
