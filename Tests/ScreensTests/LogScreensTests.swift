import Domain
import Services
import TerminalUI
import Testing

@testable import Screens

/// The stock ledger of all products, and the audit log.
@Suite struct LogScreensTests {
    private static let shop: Shop = {
        var shop = Shop.small
        shop.audit = [
            Fixture.audit(
                3, .editProduct, "product", 1,
                [AuditChange("price", "118.00", "120.00"), AuditChange("barcode", nil, "482")]),
            Fixture.audit(2, .placeOrder, "order", 104_233, []),
            Fixture.audit(1, .importOrders, "shop", nil, []),
        ]
        return shop
    }()

    @Test("The ledger shows what moved, and Enter opens the order, or the product where there was none")
    func ledger() {
        var stage = Stage(Self.shop)
        stage.does("g m")
        #expect(stage.path == ["Home", "Stock moves"])
        Golden.expect(stage.text, is: "ledger")
        stage.does("enter")
        #expect(stage.path == ["Home", "Stock moves", "Order 104233"])
        stage.does("f3 down enter")
        #expect(stage.path == ["Home", "Stock moves", "A-100"])
        #expect(stage.isShown("Чай зелений"))
    }

    @Test("The ledger is filtered in its own words")
    func ledgerFilter() throws {
        var stage = Stage(Self.shop)
        stage.does("5 /")
        stage.type("reason:receipt >100")
        guard case .moves(let request) = try #require(stage.asked.last?.query) else {
            Issue.record("No moves were asked for.")
            return
        }
        #expect(request.filter.terms.description.contains("reason:receipt"))
    }

    @Test("The audit log shows who changed what; Enter opens the entry with both values, and then the record")
    func audit() {
        var stage = Stage(Self.shop, width: 220)
        stage.does("6")
        #expect(stage.path == ["Home", "Audit log"])
        #expect(stage.isShown("price: 118.00 → 120.00; barcode: – → 482"))
        stage.resize(width: 80, height: 24)
        Golden.expect(stage.text, is: "audit")
        stage.does("enter")
        Golden.expect(stage.text, is: "audit-entry")
        stage.does("enter")
        #expect(stage.path == ["Home", "Audit log", "product 1", "A-100"])
        stage.does("f3 f8")
        #expect(stage.path == ["Home", "Audit log", "order 104233"])
        stage.does("f8 enter")
        #expect(stage.message.contains("no record that can be opened"))
    }

    @Test("An entry of many changes is scrolled through, at any size")
    func scrolls() {
        var stage = Stage(Self.shop, width: 40, height: 10)
        stage.shop.audit = [
            Fixture.audit(9, .editUser, "user", 1, (0..<40).map { AuditChange("field \($0)", "\($0)", nil) })
        ]
        stage.does("6 enter end")
        #expect(stage.isShown("field 39"))
        stage.does("home")
        #expect(stage.isShown("field 0"))
        #expect(!stage.isShown("field 39"))
    }
}
