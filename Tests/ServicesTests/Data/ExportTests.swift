import Domain
import Foundation
import JSON
import Postgres
import Services
import Testing

/// Lists written into files.
@Suite struct ExportTests {
    private func folder() throws -> String {
        let url = FileManager.default.temporaryDirectory.appending(
            path: "oblik-export-\(UInt64.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url.path
    }

    private func products(_ filter: ProductFilter = ProductFilter()) -> ExportRequest {
        .products(ProductListRequest(filter: filter, sort: .sku, isDescending: false, limit: 1))
    }

    @Test("All rows of the filter are written, not a page of them, in each format, for nobody else to read")
    func writesAll() async throws {
        try await Shop.open { shop in
            _ = try await shop.pool.query(
                """
                INSERT INTO site.s_product (sku, name, price, stock, search)
                SELECT 'S' || lpad(n::text, 4, '0'), 'Чай ' || n, n, n % 5, 's' FROM generate_series(1, 450) AS n
                """)
            let folder = try folder()
            defer { try? FileManager.default.removeItem(atPath: folder) }
            for format in ExportFormat.allCases {
                let path = "\(folder)/products.\(format.rawValue)"
                let filter = ProductFilter(minimumStock: 1)
                let count = try await ExportService(shop.services).export(
                    products(filter), as: format, to: path, by: shop.operator_)
                #expect(count == 360)
                let text = try String(contentsOfFile: path, encoding: .utf8)
                switch format {
                case .csv, .tsv:
                    let lines = text.split(whereSeparator: \.isNewline)
                    #expect(lines.count == 361)
                    #expect(lines[0].hasPrefix("id") && lines[1].contains("S0001") && lines[360].contains("S0449"))
                case .json:
                    let value = try JSONValue(parsing: Array(text.utf8))
                    guard case .array(let rows) = value else { throw Unexpected() }
                    #expect(rows.count == 360)
                    #expect(rows[0].value(at: JSONPointer([.name("price")])) == "1.00")
                    #expect(rows[0].value(at: JSONPointer([.name("barcode")])) == .null)
                }
                let attributes = try FileManager.default.attributesOfItem(atPath: path)
                #expect(attributes[.posixPermissions] as? Int == 0o600)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 3)
        }
    }

    private struct Unexpected: Error {}

    @Test("What looks like a formula, a tab or a line end in a value does no harm")
    func isSafe() async throws {
        try await Shop.open { shop in
            let note = "=cmd|'/C calc'!A0\tx\ny"
            _ = try await shop.pool.query(
                "INSERT INTO site.s_user (name, note, search) VALUES ('@SUM(1)', \(note), 'x')")
            let folder = try folder()
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let request = ExportRequest.users(
                UserListRequest(filter: UserFilter(roles: [.customer]), sort: .id, isDescending: false))
            for format in ExportFormat.allCases {
                let path = "\(folder)/users.\(format.rawValue)"
                _ = try await ExportService(shop.services).export(request, as: format, to: path, by: shop.operator_)
                let text = try String(contentsOfFile: path, encoding: .utf8)
                switch format {
                case .csv:
                    #expect(text.contains("\"'@SUM(1)\""))
                    #expect(text.contains("\"'=cmd|"))
                case .tsv:
                    #expect(text.split(separator: "\n").count == 2)
                    #expect(text.contains("=cmd|'/C calc'!A0 x y"))
                case .json:
                    let value = try JSONValue(parsing: Array(text.utf8))
                    #expect(value.value(at: JSONPointer([.index(0), .name("note")])) == .string(note))
                }
            }
        }
    }

    @Test("An empty list is an empty table, the logs are written too")
    func others() async throws {
        try await Shop.open { shop in
            let folder = try folder()
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let orders = ExportRequest.orders(
                OrderListRequest(filter: OrderFilter(), sort: .createdAt, isDescending: true))
            let service = ExportService(shop.services)
            #expect(try await service.export(orders, as: .json, to: folder + "/o", by: shop.operator_) == 0)
            #expect(try JSONValue(parsing: String(contentsOfFile: folder + "/o", encoding: .utf8)) == .array([]))
            _ = try await shop.place(shop.request(shop.customer(), [(shop.product(), 2)]))
            #expect(try await service.export(orders, as: .csv, to: folder + "/o", by: shop.operator_) == 1)
            let moves = ExportRequest.moves(
                StockMoveListRequest(filter: StockMoveFilter(), sort: .id, isDescending: true))
            #expect(try await service.export(moves, as: .csv, to: folder + "/m", by: shop.operator_) == 2)
            let text = try String(contentsOfFile: folder + "/m", encoding: .utf8)
            #expect(text.contains(",-2,sale,1,"))
            let audit = ExportRequest.audit(AuditListRequest(filter: AuditFilter(), sort: .id, isDescending: false))
            #expect(try await service.export(audit, as: .tsv, to: folder + "/a", by: shop.operator_) >= 3)
        }
    }

    @Test("Where nothing can be written, or it is given up, the error says so and nothing is left")
    func fails() async throws {
        try await Shop.open { shop in
            _ = try await shop.product()
            let service = ExportService(shop.services)
            await #expect(throws: DataError.file(path: "/nowhere/x.csv", problem: "No such file or directory")) {
                try await service.export(products(), as: .csv, to: "/nowhere/x.csv", by: shop.operator_)
            }
            let folder = try folder()
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let task = Task {
                // The task is cancelled before it begins to read.
                withUnsafeCurrentTask { $0?.cancel() }
                return try await service.export(products(), as: .csv, to: folder + "/x", by: shop.operator_)
            }
            await #expect(throws: DataError.cancelled) { try await task.value }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        }
    }
}
