import Domain
import TerminalUI
import Wording

/// The list's look as a value that can be kept: under a name, or for the next time that the list is opened.
extension ListPane {
    /// Filter, sorts and columns as they are now.
    var look: ListLook {
        var look = ListLook()
        (look.filter, look.narrowing) = (line.text, narrowing)
        (look.sort, look.isDescending) = (order.sort.rawValue, order.isDescending)
        (look.second, look.isSecondDescending) = (order.second?.sort.rawValue, order.second?.isDescending ?? false)
        look.columns = rows.columnSets.indices.contains(columnSet) ? rows.columnSets[columnSet].english : ""
        return look
    }

    /// How often ``ListRows/narrow(_:)`` leads from the usual view to this one.
    private var narrowing: Int {
        var wanted = filter
        _ = rows.filter("", in: &wanted)
        var reached = plainFilter
        for step in ListLook.narrowings {
            if reached == wanted { return step }
            guard rows.narrow(&reached) else { break }
        }
        return 0
    }

    /// Takes a look over; the rows are to be read anew.
    mutating func take(_ look: ListLook) {
        filter = plainFilter
        for _ in 0..<look.narrowing { guard rows.narrow(&filter) else { break } }
        line = FilterLine(look.filter)
        line.mistakes = rows.filter(look.filter, in: &filter)
        isSearching = false
        order = usualOrder
        if let sort = look.sort.flatMap(Rows.Sort.init) {
            order = ListOrder(sort, isDescending: look.isDescending)
            order.second = look.second.flatMap(Rows.Sort.init).flatMap { second in
                second == sort ? nil : SecondSort(second, isDescending: look.isSecondDescending)
            }
        }
        columnSet = rows.columnSets.firstIndex { $0.english == look.columns } ?? 0
    }

    private var usualOrder: ListOrder<Rows.Sort> { ListOrder(rows.sort.0, isDescending: rows.sort.isDescending) }

    /// Whether it looks as it does where nothing is known of it.
    var isUsual: Bool { isPlain && line.isEmpty && order == usualOrder && columnSet == 0 }

    /// How the list is left.
    var place: ListPlace {
        guard let selected else { return ListPlace(look: look) }
        let keyset = rows.keyset(selected, order.sort)
        let second = order.second.map { rows.keyset(selected, $0.sort).value }
        let number = window.origin.map { $0 + cursor } ?? .max
        // Who was at the top wants to see what has come in above.
        guard number > 0 else { return ListPlace(look: look) }
        return ListPlace(
            look: look, row: Keyset(value: keyset.value, second: second, id: keyset.id),
            isNearTop: number < Self.nearTop)
    }

    /// Rows from the beginning of a list that are read from there, so that they can be counted.
    private static var nearTop: Int { 50 }

    /// Opens the list as it was left; the cursor goes to the row that it was on, or to where that row stood.
    mutating func resume(_ place: ListPlace) -> [Step] {
        take(place.look)
        guard let row = place.row else { return read(from: .first, .first, origin: 0) }
        if place.isNearTop { return read(from: .first, .row(row.id), origin: 0) }
        return read(from: order.position(including: row), .row(row.id))
    }

    mutating func chooseView() -> [Step] {
        guard rows.listName != nil else { return [.say(.info("Views of these rows are not kept."))] }
        let saved = views.map { view in
            (value: ViewChoice.saved(view), name: view.name, title: Phrase(verbatim: view.name))
        }
        viewMenu = LetterMenu(
            "Views", [(value: ViewChoice.usual, name: "=", title: "usual view")] + saved,
            selected: chosenView.map(ViewChoice.saved))
        return views.isEmpty ? [.say(.info("No view is kept yet."))] : []
    }

    /// Takes a press into the list of views: Enter or a letter chooses, Del takes the view away.
    mutating func chooseView(_ press: KeyPress) -> [Step]? {
        if press.key == .delete, case .saved(let view)? = viewMenu?.value {
            viewMenu = nil
            return [.confirm("Delete the view “\(view.name)”?", [.changeView(.delete(view))])]
        }
        guard let outcome = viewMenu?.handle(press) else { return nil }
        guard case .chooses(let choice) = outcome else { return [] }
        viewMenu = nil
        switch choice {
        case .usual:
            chosenView = nil
            take(ListLook())
        case .saved(let view):
            chosenView = view
            take(view.look)
        }
        return forgetFiltered() + read(from: .first, .first, origin: 0)
    }

    var refusalToSave: Phrase? {
        if rows.listName == nil { return "Views of these rows are not kept." }
        return line.mistakes.isEmpty ? nil : "The filter is not understood: mend it first."
    }

    mutating func nameView() -> [Step] {
        naming = TextField(chosenView?.name ?? "", placeholder: "a name", maximumLength: SavedView.maximumName)
        return []
    }

    /// Takes a press into the name; Enter keeps the view, and asks first where one has the name already.
    mutating func nameView(_ press: KeyPress) -> [Step]? {
        guard press.key == .enter else { return naming?.handle(press) == true ? [] : nil }
        guard let list = rows.listName, let view = SavedView(list, name: naming?.text ?? "", look: look) else {
            return [.say(.error("A view needs a name, of at most \(SavedView.maximumName) characters."))]
        }
        naming = nil
        let other = views.first { $0.hasName(of: view) }
        guard let other, other.look != view.look else { return [.changeView(.keep(view))] }
        return [.confirm("Keep this in the place of the view “\(other.name)”?", [.changeView(.keep(view))])]
    }

    /// Takes the views as they are now; one that was just kept is the one that is shown.
    mutating func learn(_ all: [SavedView]) {
        guard let list = rows.listName else { return }
        views = all.filter { $0.list == list }
        let look = look
        if let view = views.last(where: { $0.look == look }) { chosenView = view }
        if let chosenView, !views.contains(chosenView) { self.chosenView = nil }
    }
}
