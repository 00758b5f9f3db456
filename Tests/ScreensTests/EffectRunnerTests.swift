import Domain
import Logging
import Screens
import Services
import Synchronization
import TerminalUI
import TestSupport
import Testing
import Wording

@Suite(.database) struct EffectRunnerTests {
    @Test("An effect that comes before the services waits for them")
    func waitsForServices() async throws {
        let desk = try await Counter.desk()
        let box = ServiceBox()
        let inbox = Inbox()
        let runner = Counter.runner(box)
        let asking = Task { await runner.perform(.ask(.overview, Counter.ticket(1)), inbox.sink) }
        box.provide(desk)
        await asking.value
        let isAnswered = inbox.messages.contains {
            if case .reply(Counter.ticket(1), .success(.overview)) = $0 { true } else { false }
        }
        #expect(isAnswered)
    }

    @Test("A query whose place has a newer one is cancelled, and sends nothing")
    func newerQueryCancels() async throws {
        let desk = try await Counter.desk()
        let box = ServiceBox()
        let inbox = Inbox()
        let runner = Counter.runner(box)
        // The older query hangs, because there are no services yet; the newer one ends it.
        let older = Task { await runner.perform(.ask(.overview, Counter.ticket(1)), inbox.sink) }
        guard case .slow(let slow)? = await inbox.first() else {
            Issue.record("Nobody says that the query takes long.")
            return
        }
        #expect(slow == Counter.ticket(1))
        let newer = Task { await runner.perform(.ask(.overview, Counter.ticket(2)), inbox.sink) }
        await older.value
        box.provide(desk)
        await newer.value
        let replies = inbox.messages.compactMap { if case .reply(let ticket, _) = $0 { ticket } else { nil } }
        #expect(replies == [Counter.ticket(2)])
    }

    @Test("An older query that comes late is not asked at all")
    func olderQueryIsRefused() async throws {
        let box = ServiceBox()
        let inbox = Inbox()
        let runner = Counter.runner(box)
        let newer = Task { await runner.perform(.ask(.overview, Counter.ticket(2)), inbox.sink) }
        guard case .slow? = await inbox.first() else { return }
        await runner.perform(.ask(.overview, Counter.ticket(1)), inbox.sink)
        await runner.perform(.drop(Counter.ticket(2)), inbox.sink)
        await newer.value
        #expect(inbox.messages.count == 1)
    }

    @Test("A query is not given up in the place of an older one")
    func lateDrop() async throws {
        let box = ServiceBox()
        let inbox = Inbox()
        let runner = Counter.runner(box)
        let newer = Task { await runner.perform(.ask(.overview, Counter.ticket(2)), inbox.sink) }
        guard case .slow? = await inbox.first() else { return }
        await runner.perform(.drop(Counter.ticket(1)), inbox.sink)
        box.provide(try await Counter.desk())
        await newer.value
        let replies = inbox.messages.compactMap { if case .reply(let ticket, _) = $0 { ticket } else { nil } }
        #expect(replies == [Counter.ticket(2)])
    }

    @Test("Every query gives the reply that its screens take")
    func queries() async throws {
        let desk = try await Counter.desk()
        let box = ServiceBox()
        box.provide(desk)
        let user = try await desk.services.users.create(try NewUser(name: "Ada"), as: desk.principal)
        let product = try await desk.services.products.create(
            try NewProduct(sku: "Q-1", name: "Query", price: "1", stock: 3), as: desk.principal)
        let changes: [Change] = [
            .createUser(try NewUser(name: "Bob")), .createProduct(try NewProduct(sku: "Q-2", name: "New", price: "2")),
            .editUser(user.id, try UserEdit(name: .set("Ada L.")), version: user.version),
            .editProduct(product.id, try ProductEdit(price: .set("1,50")), version: product.version),
            .setUserArchived(user.id, true), .setUserArchived(user.id, false),
            .setProductArchived(product.id, true), .setProductArchived(product.id, false),
            .adjustStock(try StockAdjustment(product: product.id, delta: 2)),
        ]
        for change in changes {
            let reply = await Counter.reply(to: .change(change), box)
            guard case .success(.record) = reply else {
                Issue.record("\(change): \(reply as Any)")
                continue
            }
        }
        guard case .success(.record(.product(let changed))) = await Counter.reply(to: .product(product.id), box) else {
            Issue.record("The product is gone.")
            return
        }
        #expect(changed.stock == 5)
        #expect(changed.price == Money(minor: 150))
        let missing = await Counter.reply(to: .order(Identifier(1)), box)
        #expect(missing == .failure(.notFound(entity: "order", id: 1)))
    }

    @Test("A theme that can't be read is told, and a good one is applied")
    func themes() async throws {
        let inbox = Inbox()
        let terminal = ScriptedTerminal()
        let runner = EffectRunner(box: ServiceBox(), terminal: terminal, tools: Counter.tools)
        let (good, faulty) = (ThemeRequest("plain", .chosen, number: 1), ThemeRequest("faulty", .chosen, number: 2))
        await runner.perform(.applyTheme(good), inbox.sink)
        await runner.perform(.applyTheme(faulty), inbox.sink)
        await runner.perform(.ring, inbox.sink)
        let messages = inbox.messages
        guard messages.count == 2, case .themed(good) = messages[0],
            case .themeRefused(faulty, let fault) = messages[1]
        else {
            Issue.record("\(messages)")
            return
        }
        #expect(fault.english == "themes/faulty.toml: name: A theme needs a name in quotes.")
        #expect(await terminal.theme?.name == "plain")
        #expect(await terminal.bells == 1)
    }

    @Test("A copied text is on the clipboard and counted in characters; one that is too long is refused with why")
    func copies() async throws {
        let inbox = Inbox()
        let terminal = ScriptedTerminal()
        let runner = EffectRunner(box: ServiceBox(), terminal: terminal, tools: Counter.tools)
        await runner.perform(.copy("Чай"), inbox.sink)
        await runner.perform(.copy(String(repeating: "x", count: 100_001)), inbox.sink)
        #expect(await terminal.copies == ["Чай"])
        let notices = inbox.messages.compactMap { if case .notice(let notice) = $0 { notice } else { nil } }
        #expect(notices.map(\.kind) == [.done, .error])
        #expect(notices.map(\.text.english).first == "Copied 3 characters.")
        #expect(notices.last?.text.english.contains("100000 bytes") == true)
    }

    @Test("Of themes that are asked for one after the other the last one holds, however their files are read")
    func lastThemeHolds() async throws {
        let terminal = ScriptedTerminal()
        let names = (1...20).map { "t\($0)" }
        let tools = EffectTools(
            loadTheme: { name throws(ThemeError) in Theme(name: name, styles: [:]) }, seedDemo: { _ in "" }, redraw: {})
        let runner = EffectRunner(box: ServiceBox(), terminal: terminal, tools: tools)
        let sink = Inbox().sink
        await withDiscardingTaskGroup { group in
            for (index, name) in names.enumerated().reversed() {
                group.addTask {
                    await runner.perform(.applyTheme(ThemeRequest(name, .looked, number: index + 1)), sink)
                }
            }
        }
        #expect(await terminal.theme?.name == "t20")
    }
}
