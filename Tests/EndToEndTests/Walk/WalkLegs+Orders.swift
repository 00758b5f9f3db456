/// Order entry, its lines, its drafts, and the orders that come of them.
extension WalkLegs {
    static let order = WalkLeg(
        "An order",
        [
            .press("home.new-order", shows: "› New order"),
            .press("entry.new-customer", shows: "› New customer"),
            .type("Ann Walker", row: "Ann Walker"),
            .press("form.save", shows: "Customer  Ann Walker", row: "code, 2*code%5, name"),
            .type("AAA", shows: "AAA-1", "Walking stick", row: "AAA"),
            .keys("Escape", hides: "Walking stick"),
            .type("2*AAA-1\n", shows: "Lines 1   Pieces 2", "TOTAL  2 401.00 ₴"),
            .press("entry.edit-line", row: "Walking stick"),
            .press("entry.cancel", shows: "Enter Qty"),
            .press("entry.next", row: "code, 2*code%5, name"),
            .press("entry.previous", row: "Customer  Ann Walker"),
            .press("entry.lookup", shows: "▸ Ann Walker"),
            .keys("Escape", hides: "▸ Ann Walker"),
            .press("entry.undo", shows: "Lines 0   Pieces 0"),
            .press("entry.redo", shows: "Lines 1   Pieces 2"),
            .change("UPDATE site.s_product SET price = 1300 WHERE sku = 'AAA-1'"),
            .press("entry.prices", shows: "1 200.50 → 1 300.00"),
            .press("entry.prices", shows: "TOTAL  2 600.00 ₴"),
            .type("*200\n", shows: "have 100", "1 short"),
            .press("entry.take", shows: "Lines 1   Pieces 100", hides: "have 100"),
            .type("*300\n", shows: "have 100", "1 short"),
            .press("entry.split", shows: "The rest is a draft of its own now: 1 line"),
            .type("*2\n", shows: "Lines 1   Pieces 2"),
            .press("entry.place", shows: "placed, 1 line, 2 600.00 ₴", "Lines 0   Pieces 0"),
        ])

    static let lines = WalkLeg(
        "The lines of an order",
        [
            .press("home.new-order", shows: "› New order", "Enter continues, Del discards"),
            .keys("DC", row: "y/N"),
            .keys("y", shows: "The draft is discarded"),
            .type("ann walker\n", shows: "Customer  Ann Walker", row: "code, 2*code%5, name"),
            .press("entry.repeat", shows: "Lines 1   Pieces 2"),
            .keys("Up", row: "Walking stick"),
            .press("entry-line.more", shows: "Lines 1   Pieces 3"),
            .press("entry-line.less", shows: "Lines 1   Pieces 2"),
            .press("entry-line.undo", shows: "Lines 1   Pieces 3"),
            .press("entry-line.edit", shows: "F2 Qty  Esc Cancel"),
            .type("7\n", shows: "Lines 1   Pieces 7"),
            .keys("Up", row: "Walking stick"),
            .press("entry-line.remove", shows: "Removed AAA-1", "Lines 0   Pieces 0"),
            .press("entry.discard", row: "y/N"),
            .keys("y", shows: "The draft is discarded"),
        ])

    static let drafts = WalkLeg(
        "Drafts",
        [
            .press("home.new-order", shows: "› New order"),
            .type("ann walker\n", shows: "Customer  Ann Walker", row: "code, 2*code%5, name"),
            .type("1*AAA-1\n", shows: "Lines 1   Pieces 1"),
            .press("entry.new-draft", shows: "Lines 0   Pieces 0", row: "Customer"),
            .type("zoe walker\n", shows: "Customer  Zoe Walker Mine", row: "code, 2*code%5, name"),
            .type("3*AAA-1\n", shows: "Lines 1   Pieces 3"),
            .press("entry.next-draft", shows: "Lines 1   Pieces 1"),
            .press("entry.previous-draft", shows: "Lines 1   Pieces 3"),
            .press("entry.drafts", shows: "› Drafts", "Ann Walker", "Zoe Walker Mine"),
            .press("drafts.open", hides: "› Drafts"),
            .press("entry.drafts", shows: "› Drafts"),
            .press("drafts.new", shows: "Lines 0   Pieces 0"),
            .press("entry.drafts", shows: "› Drafts"),
            .press("drafts.discard", row: "y/N"),
            .keys("y", hides: "Ann Walker"),
            .press("screen.back", hides: "› Drafts"),
            .keys("F11", shows: "Lines 1   Pieces"),
            .press("entry.discard", row: "y/N"),
            .keys("y", shows: "The draft is discarded"),
        ])

    static let orders = WalkLeg(
        "Orders",
        [
            .press("home.orders", shows: "› Orders", "1 of 100+", row: "Ann Walker"),
            .press("orders.new", shows: "› New order"),
            .press("entry.leave", hides: "› New order"),
            .press("orders.receipt", shows: "› Receipt", "2 x 1 300.00"),
            .press("screen.back", hides: "› Receipt"),
            .press("orders.cancel-order", row: "Its goods come back. y/N"),
            .keys("n", shows: "Nothing was changed"),
            .press("orders.paid", shows: "is paid", row: "paid"),
            .press("orders.shipped", shows: "is shipped", row: "shipped"),
        ])

    static let orderRecord = WalkLeg(
        "An order's record",
        [
            .press("home.orders", shows: "› Orders", "1 of 100+", row: "Ann Walker"),
            .press("moving.down", shows: "2 of 100+"),
            .press("orders.open", shows: "› Order 5000", "placed"),
            .press("order.note", shows: "› Note"),
            .type("Call before delivery", row: "Call before delivery"),
            .press("form.save", shows: "The note of order 5000 is saved", "Note     Call before delivery"),
            .press("order.paid", shows: "Order 5000 is paid"),
            .press("order.shipped", shows: "Order 5000 is shipped"),
            .press("order.cancel-order", shows: "it can't become cancelled"),
            .press("order.new", shows: "› New order"),
            .press("entry.leave", hides: "› New order"),
            .press("order.receipt", shows: "› Receipt", "Status: shipped"),
        ])

    static let receipt = WalkLeg(
        "A receipt",
        [
            .press("home.orders", shows: "› Orders", "1 of 100+", row: "Ann Walker"),
            .press("orders.receipt", shows: "› Receipt", "Status: shipped"),
            .press("receipt.copy", shows: "Copied"),
            .change("UPDATE site.s_order SET status = 'paid' WHERE id = (SELECT max(id) FROM site.s_order)"),
            .press("receipt.refresh", shows: "Status: paid"),
        ])

    static let bulk = WalkLeg(
        "Many orders at once",
        [
            .press("home.orders", shows: "› Orders", "1 of 100+"),
            .keys("End", hides: "1 of 100+"),
            .keys("Space", shows: "1 marked"),
            .keys("Up", "Up", "Space", shows: "2 marked"),
            .press("orders.cancel-order", row: "Cancel 2 orders? Their goods come back. Type 2 and Enter:"),
            .type("2\n", shows: "› Cancelling orders"),
            .press("screen.back", hides: "› Cancelling orders"),
        ])
}
