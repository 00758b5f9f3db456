import Domain

/// The stretch of a long list that is held in memory: some pages in a row, and the places where it goes on.
///
/// At most ``maximumPages`` are held; those farthest from the reader are let go, and read again when needed.
struct RowWindow<Item: Sendable>: Sendable {
    private var pages: [Page<Item>] = []
    /// The rows of all pages.
    private(set) var rows: [Item] = []
    /// How many rows of the list stand before the first one here; `nil` where nobody has counted.
    private(set) var origin: Int?

    static var maximumPages: Int { 8 }

    /// Where the list goes on below; `nil` at its end.
    var next: Keyset? { pages.last?.next }
    /// Where the list goes on above; `nil` at its beginning.
    var previous: Keyset? { pages.first?.previous }

    /// Starts anew with one page, before which `origin` rows stand, where that is known.
    mutating func replace(_ page: Page<Item>, origin: Int?) {
        pages = [page]
        rows = page.items
        self.origin = origin
    }

    /// Adds the page below.
    ///
    /// An empty one shows that the list ended after all.
    /// - Returns: how far the rows held before have moved up.
    mutating func append(_ page: Page<Item>) -> Int {
        guard !page.items.isEmpty else {
            if let last = pages.popLast() { pages.append(Page(items: last.items, next: nil, previous: last.previous)) }
            return 0
        }
        pages.append(page)
        var dropped = 0
        while pages.count > Self.maximumPages { dropped += pages.removeFirst().items.count }
        origin = origin.map { $0 + dropped }
        rows = pages.flatMap(\.items)
        return dropped
    }

    /// Adds the page above.
    ///
    /// An empty one shows that the list began here.
    /// - Returns: how far the rows held before have moved down.
    mutating func prepend(_ page: Page<Item>) -> Int {
        guard !page.items.isEmpty else {
            if let first = pages.first { pages[0] = Page(items: first.items, next: first.next, previous: nil) }
            origin = 0
            return 0
        }
        pages.insert(page, at: 0)
        while pages.count > Self.maximumPages { pages.removeLast() }
        origin = page.previous == nil ? 0 : origin.map { max($0 - page.items.count, 0) }
        rows = pages.flatMap(\.items)
        return page.items.count
    }

    /// Puts `item` in the place of the row at `index`.
    mutating func update(_ item: Item, at index: Int) {
        guard rows.indices.contains(index) else { return }
        rows[index] = item
        var first = 0
        for number in pages.indices {
            let page = pages[number]
            if index < first + page.items.count {
                var items = page.items
                items[index - first] = item
                pages[number] = Page(items: items, next: page.next, previous: page.previous)
                return
            }
            first += page.items.count
        }
    }
}
