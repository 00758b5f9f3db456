import Domain
import Services
import TerminalUI

extension ListPane {
    /// Rows asked for at a time: enough for a page down before the next ones are there.
    private var pageSize: Int { min(200, max(100, height * 2)) }
    /// Rows asked for when reading goes on: whoever has come so far is likely to go farther.
    private static var aheadSize: Int { 200 }

    /// Reads the list from `position`; whatever else was being loaded is given up.
    mutating func read(from position: PagePosition, _ target: Target, origin: Int? = nil) -> [Step] {
        load = .replace(target, origin: origin)
        (isStale, readsAgain) = (false, false)
        if case .after = position { isAnchored = true } else { isAnchored = false }
        return [ask(position)]
    }

    /// Reads the rows around the cursor anew; the cursor stays on its row.
    mutating func refresh() -> [Step] {
        (unseen, outdated, counted) = ([], [], nil)
        refreshedFrom = cursor
        let start = cursor - pageSize / 3
        guard start > 0 || window.origin != 0, window.rows.indices.contains(max(start, 0)) else {
            return read(from: .first, .keep, origin: 0)
        }
        let index = max(start, 0)
        return read(from: place(of: window.rows[index]), .keep, origin: window.origin.map { $0 + index })
    }

    /// Reads the list from `item` on.
    mutating func show(_ item: Rows.Item) -> [Step] {
        read(from: place(of: item), .row(rows.id(item)))
    }

    func place(of item: Rows.Item) -> PagePosition {
        let keyset = rows.keyset(item, order.sort)
        let second = order.second.map { rows.keyset(item, $0.sort).value }
        return order.position(including: Keyset(value: keyset.value, second: second, id: keyset.id))
    }

    /// Reads on where the cursor comes near an end of what is held.
    mutating func readAhead() -> [Step] {
        guard load == nil, problem == nil else { return [] }
        if let next = window.next, cursor + 2 * height >= window.rows.count {
            load = .after
            return [ask(.after(next), limit: Self.aheadSize)]
        }
        if let previous = window.previous, cursor < 2 * height {
            load = .before
            return [ask(.before(previous), limit: Self.aheadSize)]
        }
        return []
    }

    private func ask(_ position: PagePosition, limit: Int? = nil) -> Step {
        .ask(rows.query(request(position, limit: limit)), .rows)
    }

    func request(_ position: PagePosition, limit: Int? = nil) -> ListRequest<Rows.Filter, Rows.Sort> {
        ListRequest(
            filter: filter, sort: order.sort, isDescending: order.isDescending, second: order.second,
            limit: limit ?? pageSize, position: position)
    }

    mutating func receive(_ reply: Result<Reply, ServiceError>) -> [Step] {
        let load = load
        self.load = nil
        switch reply {
        case .failure(let error):
            problem = error.headline
            // A lost database has a banner of its own.
            return error == .unavailable ? [] : [.say(.error(error.headline))]
        case .success(let reply):
            (problem, readAt) = (nil, WallClock.now)
            guard let page = rows.page(reply), let load else { return [] }
            if load == .sought { return reach(page.items.first) }
            // Nothing at or behind the row that the reading began at: show the end of the list instead.
            if page.items.isEmpty, isAnchored, case .replace = load { return read(from: .last, .last) }
            take(page, load)
            refreshMarks()
            seeWindow()
            return readsAgain ? refresh() : readAhead()
        }
    }

    private mutating func take(_ page: Page<Rows.Item>, _ load: Load) {
        let line = cursor - viewport.top
        switch load {
        case .after:
            cursor -= window.append(page)
        case .before:
            cursor += window.prepend(page)
        case .replace(let target, let origin):
            let old = selected.map(rows.id)
            let offset = (window.origin ?? 0) - (origin ?? 0)
            strangers = []
            window.replace(page, origin: origin ?? (page.previous == nil ? 0 : nil))
            cursor = place(target, old: old, fallback: cursor + offset)
        case .sought: return
        }
        cursor = min(max(cursor, 0), max(window.rows.count - 1, 0))
        scroll(to: cursor - line)
    }

    /// The index that the cursor goes to.
    private func place(_ target: Target, old: Int64?, fallback: Int) -> Int {
        switch target {
        case .first: 0
        case .last: window.rows.count - 1
        case .keep: window.rows.firstIndex { rows.id($0) == old } ?? fallback
        case .row(let id): window.rows.firstIndex { rows.id($0) == id } ?? 0
        }
    }

    /// What was asked for was given up.
    mutating func forget(_ slot: Slot) {
        switch slot {
        case .rows:
            isStale = isStale || readsAgain
            load = nil
        case .patch: givePatchUp()
        case .count: isCounting = false
        case .marks: marking = nil
        case .subject, .check, .write, .export, .aside: break
        }
    }

    mutating func reappear() -> [Step] { isStale || problem != nil ? refresh() : [] }

    /// Patches the row where it stands; a new one is shown if it belongs here.
    mutating func learn(_ news: News) -> [Step] {
        guard let item = rows.item(news.record) else {
            isStale = true
            return []
        }
        if let index = window.rows.firstIndex(where: { rows.id($0) == rows.id(item) }) {
            update(item, at: index)
            if case .changedTogether = news { marks[rows.id(item)] = nil } else { refreshMarks() }
        } else if case .changedTogether = news {
            marks[rows.id(item)] = nil
            isStale = true
        } else if case .created = news, rows.belongs(item, filter) {
            counted = nil
            return show(item)
        } else {
            isStale = true
        }
        return []
    }
}
