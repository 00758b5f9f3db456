/// What lists and records can do, whatever stands in them.
extension WalkLegs {
    static let lists = WalkLeg(
        "Lists",
        [
            .press("home.users", shows: "› Users", "1 of 100+"),
            .press("moving.down", shows: "2 of 100+"),
            .press("moving.up", shows: "1 of 100+"),
            .press("moving.page-down", shows: "20 of 100+"),
            .press("moving.page-up", shows: "1 of 100+"),
            .press("moving.last", row: "Zoë"),
            .press("moving.first", shows: "1 of 100+"),
            .press("list.next-view", shows: "customers only"),
            .press("list.columns", shows: "Columns: contact."),
            .press("list.jump", shows: "Jump to"),
            .type("walk", row: "walk"),
            .keys("Escape", hides: "Jump to"),
            .press("list.filter", shows: "type to filter"),
            .type("ann walker", shows: "Filter ann walker"),
            .keys("Enter", row: "Ann Walker"),
            .change("UPDATE site.s_user SET phone = '+380 44 123 45 67' WHERE name = 'Ann Walker'"),
            .press("list.refresh", row: "+380 44 123 45 67"),
            .press("list.copy", shows: "Copied 17 characters"),
            .press("list.copy-row", shows: "Copied 29 characters"),
            .press("list.export", shows: "Export as"),
            .keys("j", shows: "1 row written to"),
        ])

    static let marks = WalkLeg(
        "Marks",
        [
            .press("home.products", shows: "› Products", "1 of 100+"),
            .press("list.mark", shows: "1 marked"),
            .press("list.mark-down", shows: "3 marked"),
            .press("list.mark-up", shows: "2 of 100+"),
            .press("list.invert-marks", hides: "3 marked"),
            .press("list.mark-all", shows: "251 marked", "251 rows marked."),
            .press("list.unmark-all", hides: "251 marked"),
            .press("list.count", shows: "251 rows under this filter.", " of 251"),
        ])

    /// The record beside the list, for which there is room from 110 columns on.
    static let aside = WalkLeg(
        "A record beside its list",
        [
            .press("home.products", shows: "› Products", "1 of 100+"),
            .press("moving.down", shows: "2 of 100+"),
            .widen(120, shows: "│ Code ", "│ Stock moves", " more lines"),
            .press("list.aside", hides: "│ Code "),
            .press("list.aside", shows: "│ Code ", "│ Stock moves", " more lines"),
            .press("list.aside-down", hides: "│ Code "),
            .press("list.aside-up", shows: "│ Code "),
            .widen(80, hides: "│ Code "),
        ])

    static let sorts = WalkLeg(
        "Sorts",
        [
            .press("home.products", shows: "› Products", "1 of 100+"),
            .press("list.sort", shows: "─ Sort by ─"),
            .keys("t", shows: "Stock ▲"),
            .press("list.sort-second", shows: "─ Then sort by ─"),
            .keys("p", shows: "Price ₴ ▲2"),
            .press("list.reverse", shows: "Stock ▼1"),
            .press("list.save-view", shows: "a name"),
            .type("full shelves\n", shows: "full shelves"),
            .press("everywhere.home", hides: "› Products"),
            .press("home.products", shows: "Code ▲", "1 of 100+"),
            .press("list.views", shows: "─ Views ─", "usual view", "full shelves"),
            .keys("Down", "Enter", shows: "Stock ▼1"),
            .press("everywhere.home", hides: "› Products"),
            .call("everywhere.view", "full shelves", shows: "› Products", "Stock ▼1"),
        ])

    static let records = WalkLeg(
        "From record to record",
        [
            .call("everywhere.customer", "Ann Walker", shows: "› Ann Walker", row: "2 600.00"),
            .press("record.sort", shows: "─ Sort by ─"),
            .keys("F12", hides: "─ Sort by ─"),
            .press("record.sort-second", shows: "─ Then sort by ─"),
            .keys("F12", hides: "─ Then sort by ─"),
            .press("everywhere.home", hides: "› Ann Walker"),
            .call("everywhere.product", "AAA-1", shows: "› AAA-1  ", row: "sale"),
            .press("record.reverse", shows: "When ▲", row: "+9"),
            .press("record.columns", shows: "one set of columns"),
            .press("record.copy", shows: "Copied"),
            .press("record.export", shows: "Export as"),
            .keys("c", shows: "rows written to"),
            .press("record.copy-row", shows: "Copied"),
            .change("UPDATE site.s_product SET name = 'Silent stick' WHERE sku = 'AAA-1'"),
            .press("record.refresh", shows: "Silent stick"),
            .press("product.open", shows: "There is no more to show"),
            .press("everywhere.home", hides: "AAA-1  "),
            .press("home.products", shows: "› Products", "1 of 100+", row: "AAA-1"),
            .press("products.open", shows: "› AAA-1  "),
            .press("record.next", hides: "› AAA-1  "),
            .press("record.previous", shows: "› AAA-1  "),
            .press("product.open", shows: "› Order 5001"),
            .press("everywhere.home", hides: "› Order 5001"),
            .call("everywhere.customer", "Ann Walker", shows: "› Ann Walker", row: "2 600.00"),
            .press("user.open", shows: "› Order 5001"),
        ])

    static let logs = WalkLeg(
        "The logs",
        [
            .press("home.stock-moves", shows: "› Stock moves", "1 of 100+", row: "AAA-1"),
            .press("ledger.open", shows: "› Order 5001"),
            .press("everywhere.home", hides: "› Stock moves"),
            .press("home.audit-log", shows: "› Audit log", "1 of "),
            .press("audit.open", shows: "› Audit log › ", "Afterwards"),
            .press("audit.open", shows: "› Order "),
        ])

    static let requests = WalkLeg(
        "The request log",
        [
            .press("home.request-log", shows: "› Request log", "requests since the start"),
            .ask("/no/such/place", then: "requests.refresh", shows: "404", "/no/such/place"),
            .ask("/products/1", then: "requests.refresh", shows: "200", "/products/1"),
            .press("requests.failed", shows: "of the latest 1 failed", hides: "/products/1"),
            .press("requests.failed", shows: "/products/1"),
        ])
}
