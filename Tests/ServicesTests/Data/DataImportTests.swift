import Domain
import Glibc
import Postgres
import Services
import TestSupport
import Testing

@Suite struct DataImportTests {
    static let header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"

    /// Two customers and one who is not known, five orders, and a row for every kind of dirt.
    static let dirty =
        header + #"""
            100,85123A,WHITE HEART,6,2010-12-01 08:26:00,2.55,17850,United Kingdom
            100,71053,LANTERN,8,2010-12-01 08:26:00,3.39,17850,United Kingdom
            100,85123a,,2,2010-12-01 08:26:00,2.50,17850,United Kingdom
            101,POST,POSTAGE,1,2010-12-01 09:00:00,18.00,12583,France
            102,85123A,"HEART, ""WHITE""",1,2010-12-02 10:00:00,2.95,,United Kingdom
            102,85123A,"HEART, ""WHITE""",3,2010-12-02 10:01:00,2.95,,United Kingdom
            103,22841,CAKE TIN,1,2010-12-03 10:00:00,0.0,17850,Eire
            C104,85123A,WHITE HEART,-6,2010-12-04 08:26:00,2.55,17850,United Kingdom
            A105,B,Adjust bad debt,1,2010-12-04 08:26:00,11062.06,,United Kingdom
            106,85123A,damaged,-3,2010-12-04 08:26:00,0.0,,United Kingdom
            107,85123A,=found,7,2010-12-04 08:26:00,0.0,,United Kingdom
            108,BANK CHARGES,Bank Charges,1,2010-12-04 08:26:00,15,12583,France
            109,PADS,PADS,1,2010-12-04 08:26:00,0.001,12583,France
            110,85123A,WHITE HEART,1,2010-12-04 08:26:00,2.55,17850,United Kingdom
            110,71053,LANTERN,1,2010-12-04 08:26:00,3.39,12583,France
            100,99999,"HEART
            IN TWO LINES",1,2010-12-01 08:26:00,1,17850,United Kingdom
            broken,"line"x,1

            """#

    @Test("Every row of a dirty file is a line of an order, or is rejected for a reason that is written down")
    func dirtyFile() async throws {
        try await DataFixture.open { shop in
            let folder = try Folder()
            let options = ImportOptions(
                file: try folder.write(Self.dirty), rejectsPath: folder.path + "/rejects.csv")
            let report = try await shop.imports.run(options, as: shop.principal)
            #expect(report.lines == 17)
            #expect(report.importedLines == 7 && report.knownLines == 0 && report.rejectedLines == 10)
            #expect(
                report.rejected == [
                    .returned: 1, .writtenOff: 1, .stockCorrection: 1, .unpriced: 1, .code: 1, .pricePrecision: 1,
                    .customerConflict: 2, .malformed: 1, .description: 1,
                ])
            #expect(report.orders == 4 && report.customers == 3 && report.products == 4)
            try await expectDirtyShop(shop)
            try await shop.expectClean()
            let rejects = try #require(folder.read("rejects.csv")).split(separator: "\r\n")
            #expect(rejects.count == 11)
            #expect(rejects[0].hasSuffix("UnitPrice,CustomerID,Country,Line,Reason"))
            #expect(rejects[1].hasPrefix("C104,85123A,WHITE HEART,-6,2010-12-04 08:26:00,2.55,17850,United Kingdom,9,"))
            #expect(rejects.contains { $0.hasPrefix("107,85123A,\"'=found\",7,") })
            #expect(rejects.contains { $0.hasPrefix("110,71053,LANTERN,1,2010-12-04 08:26:00,3.39,12583,France,16,") })
            #expect(folder.read("rejects.csv.partial") == nil)
        }
    }

    private func expectDirtyShop(_ shop: DataFixture) async throws {
        let products = try await shop.texts(
            "SELECT concat_ws(' ', sku, name, price, stock, search) AS t FROM site.s_product ORDER BY sku")
        #expect(
            products == [
                "22841 CAKE TIN 0.00 0 22841 cake tin", "71053 LANTERN 3.39 0 71053 lantern",
                "85123A HEART, \"WHITE\" 2.95 0 85123a heart, \"white\"",
                "POST POSTAGE 18.00 0 post postage",
            ])
        let customers = try await shop.texts(
            "SELECT concat_ws('|', name, reference, note, role) AS t FROM site.s_user ORDER BY reference")
        #expect(
            customers == [
                "Customer 12583|online-retail/12583|France|customer",
                "Customer 17850|online-retail/17850|Eire|customer",
                "Walk-in customer|online-retail/walk-in|Rows of imported files that name no customer|customer",
            ])
        let orders = try await shop.texts(
            """
            SELECT concat_ws('|', o.reference, u.name, o.status, o.source, o.total, o.line_count, o.created_at) AS t
            FROM site.s_order o JOIN site.s_user u ON u.id = o.user_id
            ORDER BY o.id
            """)
        #expect(
            orders == [
                "online-retail/100|Customer 17850|shipped|importer|47.42|3|2010-12-01 08:26:00+00",
                "online-retail/101|Customer 12583|shipped|importer|18.00|1|2010-12-01 09:00:00+00",
                "online-retail/102|Walk-in customer|shipped|importer|11.80|2|2010-12-02 10:00:00+00",
                "online-retail/103|Customer 17850|shipped|importer|0.00|1|2010-12-03 10:00:00+00",
            ])
        let lines = try await shop.texts(
            """
            SELECT concat_ws('|', line_no, sku, name, quantity, price) AS t
            FROM site.s_order_item
            WHERE order_id = (SELECT id FROM site.s_order WHERE reference = 'online-retail/100')
            ORDER BY line_no
            """)
        #expect(
            lines == [
                "1|85123A|WHITE HEART|6|2.55", "2|71053|LANTERN|8|3.39", "3|85123a|HEART, \"WHITE\"|2|2.50",
            ])
        let ledger = try await shop.texts(
            """
            SELECT concat_ws('|', reason, delta, at) AS t
            FROM site.s_stock_move
            WHERE product_id = (SELECT id FROM site.s_product WHERE sku = '85123A')
            ORDER BY id
            """)
        #expect(ledger.first == "import|12|2010-12-01 08:26:00+00")
        #expect(ledger.count == 5)
        #expect(
            try await shop.texts("SELECT concat_ws(' ', operation, source) AS t FROM site.s_audit") == [
                "importOrders importer"
            ])
    }

    @Test("A second run changes nothing, and a file that has grown brings only what is new")
    func twice() async throws {
        try await DataFixture.open { shop in
            let folder = try Folder()
            let options = ImportOptions(file: try folder.write(Self.dirty))
            let first = try await shop.imports.run(options, as: shop.principal)
            let before = try await shop.checksums()
            let second = try await shop.imports.run(options, as: shop.principal)
            #expect(second.knownLines == first.importedLines && second.knownOrders == first.orders)
            #expect(second.importedLines == 0 && second.orders == 0 && second.customers == 0 && second.products == 0)
            #expect(second.rejected == first.rejected)
            #expect(try await shop.checksums() == before)
            let more = Self.dirty + "200,71053,LAMP,5,2010-12-09 10:00:00,4.00,17850,United Kingdom\r\n"
            let grown = ImportOptions(file: try folder.write(more))
            let third = try await shop.imports.run(grown, as: shop.principal)
            #expect(third.importedLines == 1 && third.orders == 1 && third.customers == 0 && third.products == 0)
            #expect(third.knownLines == first.importedLines)
            // What the shop knows of a product is the shop's, not the file's.
            #expect(
                try await shop.texts("SELECT concat(name, price) AS t FROM site.s_product WHERE sku = '71053'") == [
                    "LANTERN3.39"
                ])
            try await shop.expectClean()
        }
    }

    @Test("A dry run reports the same as a real one and leaves nothing, no number used up either")
    func dryRun() async throws {
        try await DataFixture.open { shop in
            let folder = try Folder()
            let file = try folder.write(Self.dirty)
            let before = try await numbersOfPeople(shop)
            let dry = try await shop.imports.run(
                ImportOptions(file: file, isDryRun: true, rejectsPath: folder.path + "/dry.csv"), as: shop.principal)
            #expect(try await numbersOfPeople(shop) == before)
            let real = try await shop.imports.run(
                ImportOptions(file: file, rejectsPath: folder.path + "/real.csv"), as: shop.principal)
            #expect(dry.isDryRun && !real.isDryRun)
            #expect(dry.lines == real.lines && dry.rejected == real.rejected && dry.orders == real.orders)
            #expect(dry.customers == real.customers && dry.products == real.products)
            #expect(dry.importedLines == real.importedLines)
            #expect(folder.read("dry.csv") == folder.read("real.csv"))
            #expect(try await shop.number("SELECT min(id) AS n FROM site.s_order") == 1)
        }
    }

    /// The rows of all tables, and the sequences whose numbers people see.
    private func numbersOfPeople(_ shop: DataFixture) async throws -> [String] {
        let unseen = ["s_order_item_id_seq", "s_stock_move_id_seq", "s_audit_id_seq", "s_event_id_seq"]
        return try await shop.checksums().filter { sum in !unseen.contains { sum.hasPrefix($0) } }
    }

    @Test("Products that the shop has keep their stock; new ones get what the import opens them with")
    func stock() async throws {
        try await Shop.open { shop in
            let tin = try await shop.product("lantern-1", price: "9.00", stock: 7)
            let folder = try Folder()
            let file = try folder.write(
                Self.header + """
                    1,LANTERN-1,IMPORTED NAME,6,2010-12-01 08:26:00,2.55,17850,United Kingdom
                    1,OTHER,OTHER,4,2010-12-01 08:26:00,2.55,17850,United Kingdom
                    """)
            let data = DataFixture(pool: shop.pool)
            let report = try await data.imports.run(
                ImportOptions(file: file, openingStock: 5), as: shop.operator_)
            #expect(report.products == 1 && report.importedLines == 2)
            #expect(try await shop.stock(of: tin) == 7)
            #expect(try await shop.services.products.get(tin.id, as: shop.operator_).name == tin.name)
            #expect(try await data.number("SELECT stock::bigint AS n FROM site.s_product WHERE sku = 'OTHER'") == 5)
            try await data.expectClean()
        }
    }

    @Test("More pieces than one row of the ledger holds are brought in by several")
    func manyPieces() async throws {
        try await DataFixture.open { shop in
            let folder = try Folder()
            let rows = (0..<1100).map { "9,BULK,BULK,1000000,2010-12-01 08:26:0\($0 % 10),0.01,1,UK\n" }
            let file = try folder.write(Self.header + rows.joined())
            let report = try await shop.imports.run(ImportOptions(file: file), as: shop.principal)
            #expect(report.importedLines == 1100 && report.orders == 1)
            #expect(try await shop.number("SELECT count(*) AS n FROM site.s_stock_move WHERE reason = 'import'") == 2)
            try await shop.expectClean()
        }
    }

    @Test("An invoice whose total the books can't hold is rejected as a whole")
    func total() async throws {
        try await DataFixture.open { shop in
            let folder = try Folder()
            let row = "9,GOLD,GOLD,1,2010-12-01 08:26:00,999999999999.99,1,UK\n"
            let file = try folder.write(Self.header + row + row)
            let report = try await shop.imports.run(ImportOptions(file: file), as: shop.principal)
            #expect(report.rejected == [.totalRange: 2] && report.orders == 0 && report.lines == 2)
        }
    }
}
