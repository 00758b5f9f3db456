import Domain
import Services
import TerminalUI
import Wording

/// What a list is sorted by, and which of its columns it shows.
extension ListPane {
    /// The columns that can be sorted by, each sort once.
    private var sortable: [(sort: Rows.Sort, title: Phrase)] {
        var seen: Set<Rows.Sort> = []
        return rows.columns.compactMap { column in
            guard let sort = column.sort, seen.insert(sort).inserted else { return nil }
            return (sort, column.column.title)
        }
    }

    mutating func nextColumnSet() -> [Step] {
        guard rows.columnSets.count > 1 else { return [.say(.info("This list has one set of columns."))] }
        columnSet = (columnSet + 1) % rows.columnSets.count
        return [.say(.info("Columns: \(rows.columnSets[columnSet])."))]
    }

    /// Asks for the column to sort by; a list with one sort is turned round.
    mutating func chooseSort(second: Bool) -> [Step] {
        let sortable = sortable
        guard sortable.count > 1 else { return reverse() }
        chooser = SortChooser(sortable, isSecond: second, current: second ? order.second?.sort : order.sort)
        return []
    }

    mutating func reverse() -> [Step] {
        var order = order
        order.isDescending.toggle()
        return sort(order)
    }

    /// Takes a press into the list of columns.
    mutating func choose(_ press: KeyPress) -> [Step]? {
        guard let chooser, let outcome = self.chooser?.handle(press) else { return nil }
        var order = order
        switch outcome {
        case .stays: return []
        case .closes: break
        case .reverses:
            if chooser.isSecond {
                guard let second = order.second else { return [] }
                order.second = SecondSort(second.sort, isDescending: !second.isDescending)
            } else {
                order.isDescending.toggle()
            }
        case .takesSecondAway: order.second = nil
        case .chooses(let sort) where chooser.isSecond:
            guard order.put(second: sort) else { return [.say(.info("The list is sorted by this column first."))] }
        case .chooses(let sort): order.put(first: sort)
        }
        self.chooser = nil
        return order == self.order ? [] : sort(order)
    }

    private mutating func sort(_ order: ListOrder<Rows.Sort>) -> [Step] {
        self.order = order
        return stopMarking() + read(from: .first, .first, origin: 0)
    }
}
