import Domain
import Glibc
import Logging
import Postgres
import Services
import Synchronization
import TerminalUI
import TestSupport
import Testing
import Wording

@testable import Screens

/// Order entry over a real database and a real journal, from the keys to the rows.
@Suite(.databaseForEachTest) struct OrderEntryServiceTests {
    /// One terminal: a screen, and the world that its effects work on.
    struct Terminal {
        var screen = OrderEntryScreen()
        let services: ServiceCatalog
        let principal: Principal
        let journal: DraftJournal
        var shellEffects: [OrderEntryEffect] = []

        init(directory: String, pool: PostgresPool? = nil) async throws {
            let database = try TestDatabase.current
            services = ServiceCatalog(pool: pool ?? database.pool, logger: Logger(label: "test"))
            principal = try await ServiceCatalog(pool: database.pool, logger: Logger(label: "test"))
                .staff.localOperator(account: "tester", source: .terminal)
            journal = DraftJournal(directory: directory)
            await settle(screen.start())
        }

        /// Types text, all of it before anything is answered; "⏎" is Enter.
        mutating func type(_ text: String) async {
            var effects: [OrderEntryEffect] = []
            for scalar in text.unicodeScalars {
                let press = scalar == "⏎" ? KeyPress(.enter) : KeyPress(.character(scalar))
                effects += screen.handle(.key(press))
            }
            await settle(effects)
        }

        mutating func press(_ name: String) async throws {
            await settle(screen.handle(.key(try #require(KeyPress(name)))))
        }

        /// Does the work of effects until nothing is left to do.
        mutating func settle(_ effects: [OrderEntryEffect]) async {
            var waiting = effects
            while !waiting.isEmpty {
                let effect = waiting.removeFirst()
                if effect.isForShell { shellEffects.append(effect) }
                let inbox = Mutex<[OrderEntryMessage]>([])
                await OrderEntryEffects.perform(effect, services: services, principal: principal, journal: journal) {
                    message in inbox.withLock { $0.append(message) }
                }
                for message in inbox.withLock({ $0 }) { waiting += screen.receive(message) }
            }
        }

        var placed: Order? {
            for case .placed(let order) in shellEffects.reversed() { return order }
            return nil
        }
    }

    private func withTerminal(_ body: (inout Terminal, String) async throws -> Void) async throws {
        let path = "/tmp/oblik-drafts-\(getpid())-\(IdempotencyKey.random().value)"
        defer {
            for name in PrivateFile.names(in: path, limit: 1000) { unlink("\(path)/\(name)") }
            rmdir(path)
        }
        var terminal = try await Terminal(directory: path)
        try await fill(terminal)
        try await body(&terminal, path)
    }

    private func fill(_ terminal: Terminal) async throws {
        let clerk = terminal.principal
        let manager = Principal(id: clerk.id, name: clerk.name, role: .admin, source: .cli)
        _ = try await terminal.services.users.create(
            NewUser(name: "Іваненко Олена", phone: "+380 67 123 45 67"), as: manager)
        for (sku, name, price, stock) in [
            ("A100", "Чай зелений 100 г", "120", 12), ("K250", "Кава мелена 250 г", "245.50", 4),
            ("C001", "Цукор 1 кг", "42.50", 300),
        ] {
            _ = try await terminal.services.products.create(
                NewProduct(sku: sku, name: name, price: price, stock: stock), as: manager)
        }
    }

    private func orders(_ terminal: Terminal) async throws -> [OrderSummary] {
        let request = OrderListRequest(filter: OrderFilter(), sort: .id, isDescending: false)
        return try await terminal.services.orders.list(request, as: terminal.principal).items
    }

    private func files(_ path: String) -> [String] {
        PrivateFile.names(in: path, limit: 1000).filter { !$0.hasPrefix(".") }
    }

    @Test("An order typed ahead, by the tail of a phone number, a code and a name, stands in the database")
    func placesAnOrder() async throws {
        try await withTerminal { terminal, path in
            await terminal.type("4567⏎2*a100⏎кава⏎#до обіду⏎⏎⏎")
            let placed = try #require(terminal.placed)
            let order = try await terminal.services.orders.get(placed.id, as: terminal.principal)
            #expect(order.lines.map(\.sku) == ["A100", "K250"])
            #expect(order.total == Money(minor: 2 * 120_00 + 245_50))
            #expect(order.note == "до обіду")
            #expect(terminal.screen.notice?.text.english == "Order \(placed.id) placed, 2 lines, 485.50 ₴")
            #expect(files(path).isEmpty)
        }
    }

    @Test("A shortage is told by the database, F8 takes what there is, and the order is placed with it")
    func takesWhatThereIs() async throws {
        try await withTerminal { terminal, _ in
            await terminal.type("олена⏎9*K250⏎A100⏎⏎⏎")
            #expect(terminal.placed == nil)
            #expect(terminal.screen.focus == .line(0))
            try await terminal.press("f8")
            await terminal.type("⏎")
            #expect(terminal.placed?.lines.map(\.quantity) == [4, 1])
        }
    }

    @Test("A price that has changed since it was told is refused, shown, accepted and placed")
    func acceptsPrices() async throws {
        try await withTerminal { terminal, _ in
            await terminal.type("олена⏎A100⏎")
            let admin = Principal(id: terminal.principal.id, name: "admin", role: .admin, source: .cli)
            let product = try #require(try await terminal.services.products.find(code: "A100", as: admin))
            _ = try await terminal.services.products.edit(product.id, ProductEdit(price: .set("125")), as: admin)
            await terminal.type("⏎⏎")
            #expect(terminal.placed == nil)
            #expect(terminal.screen.draft.lines[0].newPrice == Money(minor: 125_00))
            try await terminal.press("f5")
            await terminal.type("⏎")
            #expect(terminal.placed?.total == Money(minor: 125_00))
        }
    }

    @Test("A program killed after the order was written, before the answer, finds that order again and no second one")
    func killedAfterCommit() async throws {
        try await withTerminal { terminal, path in
            await terminal.type("олена⏎2*A100⏎")
            _ = await terminal.type("⏎")
            // The effect is done as far as the database goes, and the program ends before it hears of it.
            let effects = terminal.screen.handle(.key(KeyPress(.enter)))
            guard case .place(_, let draft, let request)? = effects.last else {
                Issue.record("The order was not sent")
                return
            }
            let dying = DraftJournal(directory: path)
            await terminal.journal.release(draft.key)
            _ = try await dying.save(draft, owner: terminal.principal.id)
            await dying.release(draft.key)
            let written = try await terminal.services.orders.place(request, as: terminal.principal).order

            var next = try await Terminal(directory: path)
            #expect(next.screen.offerText?.english.hasPrefix("Sent, not answered") == true)
            await next.type("⏎")
            #expect(next.screen.isOutcomeUnknown)
            await next.type("⏎")
            #expect(next.placed?.id == written.id)
            #expect(try await orders(next).count == 1)
            #expect(files(path).isEmpty)
        }
    }

    @Test("A program killed before the order was sent finds the draft, and places it once")
    func killedBeforeSending() async throws {
        try await withTerminal { terminal, path in
            await terminal.type("олена⏎2*A100⏎K250⏎")
            await terminal.journal.release(terminal.screen.draft.key)
            var next = try await Terminal(directory: path)
            #expect(
                next.screen.offerText?.english.hasSuffix("for Іваненко Олена, 2 lines: Enter continues, Del discards")
                    == true)
            await next.type("⏎C001⏎⏎⏎")
            #expect(next.placed?.lines.count == 3)
            #expect(files(path).isEmpty)
        }
    }

    @Test("Without a database nothing is lost: the order waits as it is, and stands once when it is asked again")
    func databaseAway() async throws {
        try await withTerminal { terminal, path in
            await terminal.type("олена⏎2*A100⏎⏎")
            let loop = try TestDatabase.current.loop
            let away = PostgresPool(conninfo: "host=/nonexistent dbname=none", on: loop)
            let lost = ServiceCatalog(pool: away, logger: Logger(label: "test"))
            let effects = terminal.screen.handle(.key(KeyPress(.enter)))
            let inbox = Mutex<[OrderEntryMessage]>([])
            for effect in effects where !effect.isForShell {
                await OrderEntryEffects.perform(
                    effect, services: lost, principal: terminal.principal, journal: terminal.journal
                ) { message in inbox.withLock { $0.append(message) } }
            }
            for message in inbox.withLock({ $0 }) { await terminal.settle(terminal.screen.receive(message)) }
            await away.close()
            #expect(terminal.screen.isOutcomeUnknown)
            #expect(terminal.screen.draft.lines.count == 1)
            #expect(!files(path).isEmpty)
            await terminal.type("⏎")
            #expect(terminal.placed?.lines.map(\.quantity) == [2])
            #expect(try await orders(terminal).count == 1)
        }
    }

    @Test("F9 repeats the customer's last order at today's prices")
    func repeatsTheLastOrder() async throws {
        try await withTerminal { terminal, _ in
            await terminal.type("олена⏎2*A100⏎K250⏎⏎⏎")
            await terminal.type("олена⏎")
            try await terminal.press("f9")
            #expect(terminal.screen.draft.lines.all.map(\.sku) == ["A100", "K250"])
            await terminal.type("⏎⏎")
            #expect(try await orders(terminal).count == 2)
        }
    }

    @Test("An exact code is found among more names than a list of suggestions holds")
    func exactAmongMany() async throws {
        try await withTerminal { terminal, _ in
            let admin = Principal(id: terminal.principal.id, name: "admin", role: .admin, source: .cli)
            for number in 0..<12 {
                _ = try await terminal.services.products.create(
                    NewProduct(sku: "A\(number)", name: "Holder for Z9", price: "1", stock: 5), as: admin)
            }
            _ = try await terminal.services.products.create(
                NewProduct(sku: "Z9", name: "The thing itself", price: "9", stock: 5), as: admin)
            await terminal.type("олена⏎")
            await terminal.type("z9")
            #expect(terminal.screen.products.choice?.sku == "Z9")
            await terminal.type("⏎z9⏎")
            #expect(terminal.screen.draft.lines.all.map(\.sku) == ["Z9"])
            #expect(terminal.screen.draft.lines.all.map(\.quantity) == [2])
        }
    }
}
