import Domain
import TerminalUI
import Wording

/// Going to a row by typing how the column begins that the list is sorted by.
extension ListPane {
    mutating func startJump() -> [Step] {
        guard rows.jumpKind(order.sort) != nil else {
            return [.say(.info("This list has nothing to jump to; sort it by another column."))]
        }
        jump = TextField(placeholder: "how the sorted column begins", maximumLength: 60)
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
        // What is no number or day yet may become one with the next letter.
        let kind = rows.jumpKind(order.sort)
        guard let keyset = kind?.place(text, isDescending: order.isDescending, rows.format.calendar) else { return [] }
        return read(from: .after(keyset), .first)
    }
}
