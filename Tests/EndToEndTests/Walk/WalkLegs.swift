/// The walk: every screen, and every action of every scope, in the order in which a shop comes to life.
///
/// A new action needs a step `.press("scope.name", shows: …)` in the leg of its scope, with a text that was not on the
/// screen before; `WalkTests` names the actions that have none.
enum WalkLegs {
    static let all: [WalkLeg] = [
        home, places, customer, customerRecord, product, productRecord, order, lines, drafts, orders, orderRecord,
        receipt, bulk, lists, marks, aside, sorts, records, logs, requests, overlays, words, looks, endings, login,
    ]

    /// Home of an empty shop, until it is filled.
    private static let home = WalkLeg(
        "Home",
        [
            .press("home.import", shows: "oblik import online-retail"),
            .press("home.cancel", hides: "oblik import online-retail"),
            .press("home.down", row: "2 Orders"),
            .press("home.up", row: "1 New order"),
            .change("INSERT INTO site.s_user (name, search) VALUES ('Silent Sam', 'silent sam')"),
            .press("home.refresh", hides: "The shop is empty"),
            .change("DELETE FROM site.s_user WHERE name = 'Silent Sam'"),
            .press("home.refresh", shows: "The shop is empty"),
            .press("home.demo", shows: "500 customers, 250 products", "14 days", "Best customer"),
        ])

    private static let places = WalkLeg(
        "The places",
        [
            .press("home.open", shows: "› New order", "TOTAL  0.00 ₴"),
            .press("entry.leave", hides: "› New order"),
            .press("home.new-order", shows: "› New order"),
            .press("entry.cancel", hides: "› New order"),
            .press("home.orders", shows: "› Orders", "1 of 100+"),
            .press("screen.back", hides: "› Orders"),
            .press("home.users", shows: "› Users", "1 of 100+"),
            .press("screen.cancel", hides: "› Users"),
            .press("home.products", shows: "› Products", "1 of 100+"),
            .press("everywhere.home", hides: "› Products"),
            .press("home.stock-moves", shows: "› Stock moves", "1 of 100+"),
            .press("screen.back", hides: "› Stock moves"),
            .press("home.audit-log", shows: "› Audit log", "demo shop made"),
        ])

    /// A new customer, and what becomes of an edit while somebody else edits.
    private static let customer = WalkLeg(
        "A customer",
        [
            .press("home.users", shows: "› Users", "1 of 100+"),
            .press("users.new", shows: "› New customer"),
            .type("Zoe Walker", shows: "Zoe Walker"),
            .press("form.next", row: "Phone"),
            .type("call me", row: "call me"),
            .press("form.previous", shows: "!Phone", row: "Zoe Walker"),
            .press("form.accept", row: "call me"),
            .keys("C-u", hides: "call me"),
            .type("+380501112233", row: "+380501112233"),
            .press("form.save", shows: "Customer Zoe Walker is saved", "› Users  "),
            .press("users.edit", shows: "› Edit Zoe Walker", row: "Zoe Walker"),
            .change("UPDATE site.s_user SET name = 'Zoe Theirs', version = version + 1 WHERE name = 'Zoe Walker'"),
            .type(" Mine", row: "Zoe Walker Mine"),
            .press("form.save", shows: "Conflict", "Zoe Theirs"),
            .press("form.theirs", shows: "[Zoe Theirs]"),
            .press("form.mine", shows: "[Zoe Walker Mine]"),
            .press("form.save", shows: "Zoe Walker Mine is saved.", "› Users  "),
        ])

    private static let customerRecord = WalkLeg(
        "A customer's record",
        [
            .press("home.users", shows: "› Users", "1 of 100+"),
            .press("list.filter", shows: "type to filter"),
            .type("walker", shows: "1 of 1", row: "walker"),
            .keys("Enter", row: "Zoe Walker Mine"),
            .press("users.new-order", shows: "› New order", "Customer  Zoe Walker Mine"),
            .press("entry.discard", row: "y/N"),
            .keys("y", shows: "The draft is discarded"),
            .press("entry.leave", hides: "› New order"),
            .press("users.archive", shows: "Zoe Walker Mine is archived", "archived"),
            .press("users.archive", shows: "Zoe Walker Mine is on the lists again", "takes it back"),
            .press("everywhere.undo", shows: "Taken back.", "1 no longer fit"),
            .press("users.archive", shows: "Zoe Walker Mine is on the lists again"),
            .press("users.open", shows: "› Zoe Walker Mine", "+380 50 111 22 33", "customer"),
            .press("user.archive", shows: "customer, archived"),
            .press("user.archive", hides: "customer, archived"),
            .press("user.edit", shows: "› Edit Zoe Walker Mine"),
            .press("screen.cancel", hides: "› Edit"),
            .press("user.new-order", shows: "› New order", "Customer  Zoe Walker Mine"),
            .press("entry.discard", row: "y/N"),
            .keys("y", shows: "The draft is discarded"),
        ])

    private static let product = WalkLeg(
        "A product",
        [
            .press("home.products", shows: "› Products", "1 of 100+"),
            .press("products.new", shows: "› New product"),
            .type("AAA-1", row: "AAA-1"),
            .press("form.accept", row: "Name"),
            .type("Walking stick", row: "Walking stick"),
            .press("form.accept", row: "Price"),
            .type("1 200,5", row: "1 200,5"),
            .press("form.accept", shows: "1 200.50", row: "Barcode"),
            .press("form.save", shows: "AAA-1 Walking stick is saved", "› Products  "),
            .press("products.stock", shows: "› Stock of AAA-1", row: "Change"),
            .type("9", row: "9"),
            .press("form.next", row: "[receipt]"),
            .press("form.lookup", shows: "│▸ receipt"),
            .keys("F12", hides: "│▸ receipt"),
            .press("form.save", shows: "AAA-1: now 9 on hand"),
            .press("products.edit", shows: "› Edit AAA-1", row: "AAA-1"),
            .press("screen.cancel", hides: "› Edit"),
            .press("products.archive", shows: "AAA-1 is archived"),
            .press("products.archive", shows: "AAA-1 is on sale again"),
        ])

    private static let productRecord = WalkLeg(
        "A product's record",
        [
            .press("home.products", shows: "› Products", "1 of 100+", row: "AAA-1"),
            .press("products.open", shows: "› AAA-1  ", "receipt", row: "+9"),
            .press("product.archive", shows: "9, archived"),
            .press("product.archive", hides: "9, archived"),
            .press("product.edit", shows: "› Edit AAA-1"),
            .press("screen.cancel", hides: "› Edit"),
            .press("product.stock", shows: "› Stock of AAA-1"),
            .type("91", row: "91"),
            .press("form.save", shows: "AAA-1: now 100 on hand", "+91  receipt", row: "+9"),
        ])
}
