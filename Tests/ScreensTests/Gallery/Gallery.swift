import Domain
import Services
import TerminalUI
import Testing
import Wording

@testable import Screens

/// Every screen and every overlay, each with its way; a new one gets its line here, and its picture by
/// `UPDATE_GOLDEN=1`.
enum Gallery {
    static let places: [GalleryPlace] = home + lists + records + forms + entry + overlays + states

    static let shop: Shop = {
        var shop = Shop.small
        shop.users.append(
            Fixture.user(
                5, name: "Christopher Featherstonehaugh-Wolfeschlegelsteinhausen",
                email: "christopher.featherstonehaugh@example.com", phone: "+44 20 7946 0958"))
        shop.products.append(
            Fixture.product(
                5, sku: "GRO-00042-XL", name: "Dark chocolate with sea salt and roasted almonds, 12 × 100 g",
                price: 220_60, stock: 3, archived: true))
        shop.audit = [
            Fixture.audit(
                3, .editProduct, "product", 1,
                [AuditChange("price", "118.00", "120.00"), AuditChange("barcode", nil, "4820000000017")]),
            Fixture.audit(2, .placeOrder, "order", 104_233, []),
            Fixture.audit(1, .importOrders, "shop", nil, []),
        ]
        shop.dashboard = HomeDashboardTests.shop.dashboard
        return shop
    }()

    private static let home: [GalleryPlace] = [
        GalleryPlace("home", ""),
        GalleryPlace("home-empty", Shop()) { _ in },
        GalleryPlace("home-import", Shop()) { $0.does("i") },
        GalleryPlace("home-starting", Shop()) { stage in
            stage.send(.databaseState(.starting("Making the database; this happens once.")))
        },
    ]

    private static let lists: [GalleryPlace] = [
        GalleryPlace("users", "3"), GalleryPlace("products", "4"), GalleryPlace("orders", "2"),
        GalleryPlace("ledger", "5"), GalleryPlace("audit", "6"), GalleryPlace("requests", "7"),
        GalleryPlace("login") { $0.send(.loginNeeded) },
        GalleryPlace("users-contact", "3 |"), GalleryPlace("products-columns", "4 |"),
        GalleryPlace("orders-notes", "2 |"), GalleryPlace("orders-changes", "2 | |"),
        GalleryPlace("users-archived", "3 v v"), GalleryPlace("orders-marked", "2 space down space"),
        GalleryPlace("orders-sort", "2 s"), GalleryPlace("orders-sort-second", "2 S"),
        GalleryPlace("orders-export", "2 E"),
        GalleryPlace("users-filter") { stage in
            stage.does("3 /")
            stage.type("ivan -archived created:never")
            stage.settle()
        },
        GalleryPlace("users-none") { stage in
            stage.does("3 /")
            stage.type("nobody is called so")
            stage.does("enter")
        },
        GalleryPlace("users-jump") { stage in
            stage.does("3 f")
            stage.type("iv")
            stage.settle()
        },
        GalleryPlace("orders-new-rows") { stage in
            stage.does("2")
            var changes = Changes()
            changes.add(.order, 104_999, isNew: true)
            stage.send(.changes(changes))
            stage.settle()
        },
    ]

    private static let records: [GalleryPlace] = [
        GalleryPlace("user", "3 enter"), GalleryPlace("product", "4 enter"), GalleryPlace("order", "2 enter"),
        GalleryPlace("user-long", "3 end enter"),
        GalleryPlace("receipt", "2 t"), GalleryPlace("audit-entry", "6 enter"),
        GalleryPlace("bulk", "2 space space p y"),
    ]

    private static let forms: [GalleryPlace] = [
        GalleryPlace("form-customer", "3 f6"), GalleryPlace("form-customer-edit", "3 end f2"),
        GalleryPlace("form-product", "4 f6"), GalleryPlace("form-stock", "4 +"),
        GalleryPlace("form-note", "2 enter f2"),
        GalleryPlace("form-refused") { stage in
            stage.does("3 f6 tab")
            stage.type("call me")
            stage.does("f10")
        },
        GalleryPlace("form-choices", "4 + tab f4"), GalleryPlace("form-list", "4 f6 f4"),
        GalleryPlace("form-conflict") { stage in
            let size = stage.model.size
            stage = try FormConflictTests.conflicted(width: size.width, height: size.height)
        },
        GalleryPlace("form-leave") { stage in
            stage.does("3 f6")
            stage.type("Ada")
            stage.does("f3")
        },
    ]

    private static let entry: [GalleryPlace] = [
        GalleryPlace("entry", "1"),
        GalleryPlace("entry-customers") { stage in
            stage.does("1")
            stage.enters("іван")
        },
        GalleryPlace("entry-lines") { stage in
            stage.does("1")
            stage.enters("олена⏎2*A100⏎5*K250%5⏎#call before delivery⏎3*ча")
        },
        GalleryPlace("entry-line") { stage in
            stage.does("1")
            stage.enters("олена⏎2*A100⏎5*K250⏎")
            stage.does("up")
            stage.settleEntry()
        },
        GalleryPlace("entry-edit") { stage in
            stage.does("1")
            stage.enters("олена⏎2*A100⏎5*K250⏎")
            stage.does("f2")
            stage.settleEntry()
        },
        GalleryPlace("entry-unknown") { stage in
            stage.does("1")
            stage.enters("олена⏎XYZ⏎")
        },
        GalleryPlace("drafts") { stage in
            stage.does("1")
            stage.enters("олена⏎2*A100⏎")
            stage.does("ctrl+n")
            stage.settleEntry()
            stage.does("shift+f4")
        },
    ]

    private static let overlays: [GalleryPlace] = [
        GalleryPlace("help", "2 f1"), GalleryPlace("help-field", "3 f6 f1"), GalleryPlace("palette", "2 ctrl+p"),
        GalleryPlace("palette-word") { stage in
            stage.does("2 :")
            stage.type("products stock:many")
            stage.settle()
        },
        GalleryPlace("palette-customer") { stage in
            stage.does("2 :")
            stage.type("customer iv")
            stage.settle()
        },
        GalleryPlace("go-to", "2 g"), GalleryPlace("messages", "2 p ctrl+t"),
        GalleryPlace("question", "2 x"),
        GalleryPlace("question-number", .users(40)) { stage in
            stage.does("3 * x")
            stage.type("4")
        },
    ]

    private static let states: [GalleryPlace] = [
        GalleryPlace("orders-lost") { stage in
            stage.does("2")
            stage.send(.databaseState(.lost("The database does not answer.")))
        },
        GalleryPlace("home-port-taken") { $0.send(.httpState(.failed("port 4000 is taken."))) },
    ]
}
