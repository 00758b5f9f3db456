import Domain
import Postgres
import Services
import TerminalUI
import TestSupport
import Testing

@testable import Screens

/// What an order costs in keys, from Home through the effects to PostgreSQL, and what impatience does to it.
@Suite(.databaseForEachTest) struct KeystrokeTests {
    private func stage() async throws -> LiveStage {
        let desk = try await Counter.desk()
        try await LiveStage.furnish(desk)
        return await LiveStage(desk)
    }

    @Test("Three typed lines take at most 29 keys from Home, and the order stands in the database")
    func typed() async throws {
        var stage = try await stage()
        for key in "1олен⏎2*A100⏎2*K250⏎2*C001⏎⏎⏎" { await stage.enters(String(key)) }
        #expect(stage.keys <= 29)
        let orders = try await stage.orders()
        #expect(orders.map { $0.lines.map(\.quantity) } == [[2, 2, 2]])
        #expect(orders.first?.total == Money(minor: 2 * (120_00 + 245_50 + 42_50)))
        #expect(stage.isShown("Order 1 placed, 3 lines"))
    }

    @Test("So they do when nobody waits for any answer")
    func typedAhead() async throws {
        var stage = try await stage()
        await stage.enters("1олен⏎2*A100⏎2*K250⏎2*C001⏎⏎⏎")
        #expect(stage.keys <= 29)
        #expect(try await stage.orders().map { $0.lines.map(\.sku) } == [["A100", "K250", "C001"]])
    }

    @Test("Three scanned lines take at most 11 keys, a scan counted as one")
    func scanned() async throws {
        var stage = try await stage()
        await stage.enters("1олен⏎")
        let before = stage.keys
        for code in ["4820000000017", "4820000000031", "4820000000048"] { await stage.enters("\(code)⏎") }
        let scans = stage.keys - before
        await stage.enters("⏎⏎")
        #expect(stage.keys - scans + 3 <= 11)
        #expect(try await stage.orders().map { $0.lines.map(\.sku) } == [["A100", "K250", "C001"]])
    }

    @Test("A customer's last order takes at most 9 keys")
    func repeated() async throws {
        var stage = try await stage()
        await stage.enters("1олен⏎3*A100⏎K250⏎⏎⏎")
        await stage.does("f3")
        let before = stage.keys
        await stage.enters("1олен⏎")
        await stage.does("f9")
        await stage.enters("⏎⏎")
        #expect(stage.keys - before <= 9)
        let orders = try await stage.orders()
        #expect(orders.map { $0.lines.map(\.quantity) } == [[3, 1], [3, 1]])
    }

    @Test("Fifty Enters at every point of an order send exactly one order", arguments: [true, false])
    func impatience(isTypedAhead: Bool) async throws {
        var stage = try await stage()
        await stage.enters("1")
        let order = Array("олен⏎2*A100⏎2*K250⏎⏎⏎")
        for point in 0...order.count {
            let count = stage.sent.count
            for key in order.prefix(point) { await stage.enters(String(key)) }
            for _ in 0..<50 {
                if isTypedAhead { stage.type("⏎") } else { await stage.enters("⏎") }
            }
            await stage.settle()
            // Where nothing was ready to be sent, the rest of the order is.
            if stage.sent.count == count { for key in order.dropFirst(point) { await stage.enters(String(key)) } }
            #expect(stage.sent.count == count + 1, "after \(point) keys")
            #expect(Set(stage.sent).count == stage.sent.count)
            #expect(try await stage.orders().count == count + 1, "after \(point) keys")
            #expect(stage.path == ["Home", "New order"])
        }
    }

    @Test("An order of 1,000 lines is pasted, seen, placed once, and shown as the order that it became")
    func thousandLines() async throws {
        var stage = try await stage()
        _ = try await TestDatabase.current.pool.query(
            """
            INSERT INTO site.s_product (sku, name, price, stock, search)
            SELECT 'P' || n, 'Thing ' || n, n, 10, lower('p' || n || ' thing ' || n) FROM generate_series(1, 1000) AS n
            """)
        await stage.enters("1олен⏎")
        let rows = (1...1000).map { "P\($0)\t\($0 % 3 + 1)" }.joined(separator: "\n")
        stage.waiting += stage.model.handle(.paste(rows))
        await stage.settle()
        #expect(stage.isShown("Lines 1 000"))
        #expect(stage.isShown("P1000"))
        await stage.does("up home")
        #expect(stage.isShown("P1 "))
        await stage.enters("3%10⏎")
        await stage.enters("*4⏎P500⏎⏎⏎")
        let order = try #require(try await stage.orders().first)
        #expect(order.lines.count == 1000 && stage.sent.count == 1)
        #expect(order.lines.map(\.sku) == (1...1000).map { "P\($0)" })
        let pieces = (1...1000).map { $0 == 1 ? 4 : $0 % 3 + 1 + ($0 == 500 ? 1 : 0) }
        #expect(order.lines.map(\.quantity) == pieces)
        #expect(order.lines[0].discount == .percent(10) && order.lines[0].total == Money(minor: 3_60))
        #expect(order.total.minor == order.lines.reduce(0) { $0 + $1.total.minor })
        await stage.does("f3 2")
        await stage.does("enter")
        #expect(stage.path.last == "Order \(order.id)" && stage.isShown("Thing 1 "))
        await stage.does("end")
        #expect(stage.isShown("P1000"))
    }
}
