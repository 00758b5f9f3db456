import Wording

/// What lists and records know.
extension ActionRegistry {
    static let moving: [ActionEntry] = [
        ActionEntry(.moving, .down, "down", "Next row", keys: "down j"),
        ActionEntry(.moving, .up, "up", "Row before", keys: "up k"),
        ActionEntry(.moving, .pageDown, "page-down", "Next page", keys: "pagedown", vim: "pagedown ctrl+d ctrl+f"),
        ActionEntry(.moving, .pageUp, "page-up", "Page before", keys: "pageup", vim: "pageup ctrl+u"),
        ActionEntry(.moving, .first, "first", "First of all", keys: "home", vim: "home 0"),
        ActionEntry(.moving, .last, "last", "Last of all", keys: "end G"),
    ]

    static let list: [ActionEntry] = [
        ActionEntry(
            .list, .search, "filter", "Filter the list", keys: "f4 / ctrl+f", vim: "f4 /", hint: "Filter"),
        ActionEntry(.list, .narrow, "next-view", "Next view of the list", keys: "v"),
        ActionEntry(.list, .chooseView, "views", "Choose a saved view", keys: "V alt+v"),
        ActionEntry(.list, .saveView, "save-view", "Keep filter, sorts and columns as a view", keys: "W alt+w"),
        ActionEntry(
            .list, .jump, "jump", "Jump to a row by typing how the sorted column begins", keys: "f shift+f4",
            modern: "f shift+f4 alt+j"),
        ActionEntry(.list, .sort, "sort", "Choose the column to sort by; again: turn the sort round", keys: "s"),
        ActionEntry(.list, .secondSort, "sort-second", "Choose the second column to sort by", keys: "S"),
        ActionEntry(.list, .reverse, "reverse", "Turn the sort round", keys: "R"),
        ActionEntry(
            .list, .export, "export", "Export all rows of the filter into a file", keys: "E shift+f9",
            modern: "E shift+f9 alt+e"),
        ActionEntry(.list, .copy, "copy", "Copy the number or code of the row, or of the marked ones", keys: "y"),
        ActionEntry(.list, .copyRow, "copy-row", "Copy the row, or the marked ones, parted by tabs", keys: "Y"),
        ActionEntry(.list, .nextColumns, "columns", "Show the next set of columns", keys: "| f11"),
        ActionEntry(.list, .mark, "mark", "Mark the row, or take its mark away", keys: "space"),
        ActionEntry(
            .list, .markDown, "mark-down", "Mark this row and the next", keys: "shift+down", vim: "shift+down J"),
        ActionEntry(.list, .markUp, "mark-up", "Mark this row and the one before", keys: "shift+up", vim: "shift+up K"),
        ActionEntry(.list, .invertMarks, "invert-marks", "Turn the marks of all rows of the filter round", keys: "*"),
        ActionEntry(.list, .markAll, "mark-all", "Mark all rows of the filter", keys: "M alt+m"),
        ActionEntry(.list, .unmarkAll, "unmark-all", "Take all marks away", keys: "U alt+u"),
        ActionEntry(.list, .count, "count", "Count the rows of the filter", keys: "c alt+c"),
        ActionEntry(
            .list, .aside, "aside", "Show the record beside the list, or no longer", keys: "d alt+i"),
        ActionEntry(.list, .asideDown, "aside-down", "Scroll the record beside the list down", keys: "} ctrl+down"),
        ActionEntry(.list, .asideUp, "aside-up", "Scroll the record beside the list up", keys: "{ ctrl+up"),
        ActionEntry(.list, .refresh, "refresh", "Read the rows anew", keys: "f5 r"),
    ]

    /// From record to record.
    static let record: [ActionEntry] = [
        ActionEntry(.record, .nextRecord, "next", "Next record", keys: "f8 ]", vim: "f8 ] J"),
        ActionEntry(.record, .previousRecord, "previous", "Record before", keys: "f7 [", vim: "f7 [ K"),
        ActionEntry(.record, .refresh, "refresh", "Read the record anew", keys: "f5 r"),
        ActionEntry(.record, .sort, "sort", "Choose the column that its rows are sorted by", keys: "s"),
        ActionEntry(.record, .secondSort, "sort-second", "Choose the second column to sort its rows by", keys: "S"),
        ActionEntry(.record, .reverse, "reverse", "Turn the sort of its rows round", keys: "R"),
        ActionEntry(
            .record, .export, "export", "Export its rows into a file", keys: "E shift+f9", modern: "E shift+f9 alt+e"),
        ActionEntry(.record, .copy, "copy", "Copy the number or code of the row", keys: "y"),
        ActionEntry(.record, .copyRow, "copy-row", "Copy the row, parted by tabs", keys: "Y"),
        ActionEntry(.record, .nextColumns, "columns", "Show the next set of columns of its rows", keys: "| f11"),
    ]

    static let users: [ActionEntry] = [
        ActionEntry(.users, .open, "open", "Open the user", keys: "enter 5", vim: "enter 5 l", hint: "Open"),
        ActionEntry(.users, .create, "new", "Add a customer", keys: "f6 n", hint: "New"),
        ActionEntry(.users, .edit, "edit", "Edit the user", keys: "f2 e 2", hint: "Edit"),
        ActionEntry(
            .users, .newOrder, "new-order", "Take an order of this customer", keys: "ctrl+n o",
            modern: "ctrl+n o alt+n", hint: "Order"),
        ActionEntry(.users, .archive, "archive", "Archive the user, or take the user back", keys: "x delete 4"),
    ]

    static let products: [ActionEntry] = [
        ActionEntry(.products, .open, "open", "Open the product", keys: "enter 5", vim: "enter 5 l", hint: "Open"),
        ActionEntry(.products, .create, "new", "Add a product", keys: "f6 n", hint: "New"),
        ActionEntry(.products, .edit, "edit", "Edit the product", keys: "f2 e 2", hint: "Edit"),
        ActionEntry(
            .products, .receiveStock, "stock", "Receive goods, or correct the count", keys: "+ f9", hint: "Stock"),
        ActionEntry(.products, .archive, "archive", "Archive the product, or take it back", keys: "x delete 4"),
    ]

    static let orders: [ActionEntry] = [
        ActionEntry(.orders, .open, "open", "Open the order", keys: "enter 5", vim: "enter 5 l", hint: "Open"),
        ActionEntry(.orders, .create, "new", "Take a new order", keys: "f6 n", hint: "New"),
        ActionEntry(.orders, .markPaid, "paid", "Mark the order as paid", keys: "p", hint: "Paid"),
        ActionEntry(.orders, .markShipped, "shipped", "Mark the order as shipped", keys: "h"),
        ActionEntry(.orders, .receipt, "receipt", "Show the receipt of the order", keys: "t f9"),
        ActionEntry(
            .orders, .cancelOrder, "cancel-order", "Cancel the order; its goods come back", keys: "x delete 4"),
    ]

    /// The logs, which only grow.
    static let logs: [ActionEntry] = [
        ActionEntry(
            .ledger, .open, "open", "Open the order of the move, or its product", keys: "enter 5", vim: "enter 5 l",
            hint: "Open"),
        ActionEntry(
            .audit, .open, "open", "Open the entry, then its record", keys: "enter 5", vim: "enter 5 l", hint: "Open"),
        ActionEntry(
            .requests, .narrow, "failed", "Show only the requests that failed, or all", keys: "f", hint: "Failed only"),
        ActionEntry(.requests, .refresh, "refresh", "Look for new requests", keys: "f5 r"),
    ]

    /// What can be done with one record on its screen.
    static let details: [ActionEntry] = [
        ActionEntry(.user, .open, "open", "Open the order", keys: "enter 5", hint: "Open"),
        ActionEntry(
            .user, .newOrder, "new-order", "Take an order of this customer", keys: "f6 n ctrl+n o", hint: "Order"),
        ActionEntry(.user, .edit, "edit", "Edit the user", keys: "f2 e 2", hint: "Edit"),
        ActionEntry(.user, .archive, "archive", "Archive the user, or take the user back", keys: "x delete 4"),
        ActionEntry(
            .product, .receiveStock, "stock", "Receive goods, or correct the count", keys: "+ f9", hint: "Stock"),
        ActionEntry(.product, .edit, "edit", "Edit the product", keys: "f2 e 2", hint: "Edit"),
        ActionEntry(.product, .open, "open", "Open the order of this move", keys: "enter 5", hint: "Order"),
        ActionEntry(.product, .archive, "archive", "Archive the product, or take it back", keys: "x delete 4"),
        ActionEntry(.order, .markPaid, "paid", "Mark the order as paid", keys: "p", hint: "Paid"),
        ActionEntry(.order, .markShipped, "shipped", "Mark the order as shipped", keys: "h", hint: "Shipped"),
        ActionEntry(.order, .receipt, "receipt", "Show the receipt of the order", keys: "t f9", hint: "Receipt"),
        ActionEntry(.receipt, .copy, "copy", "Copy the receipt", keys: "y f9", hint: "Copy"),
        ActionEntry(.receipt, .refresh, "refresh", "Read the order anew", keys: "f5 r"),
        ActionEntry(
            .order, .cancelOrder, "cancel-order", "Cancel the order; its goods come back", keys: "x delete 4",
            hint: "Cancel"),
        ActionEntry(.order, .edit, "note", "Edit the note of the order", keys: "f2 e 2"),
        ActionEntry(.order, .create, "new", "Take a new order", keys: "f6 n", hint: "New"),
    ]
}
