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

/// Somebody who presses any keys, on real services and a real PostgreSQL, while somebody else changes rows, the
/// terminal changes its size, and the database goes away and comes back.
///
/// What is pressed and done follows from the seed; when answers come does not, as in life.
struct DatabaseWalk {
    private let cluster: OwnCluster
    private let arrivals = Arrivals()
    private let runner: EffectRunner
    private let desk: ServiceDesk
    private let pool: PostgresPool
    private let news: Task<Void, Never>
    private let exports: String
    private var model: AppModel
    private var dice: SeededRandom
    private var isDown = false
    /// The screens that look again after a while.
    private var sleeping: [Int] = []
    private(set) var pressed = 0
    private(set) var restarts = 0
    private(set) var slowest = Duration.zero
    private(set) var slowKeys = 0
    private(set) var deliveries = 0

    /// A terminal at Home, on a shop with some of everything.
    init(_ cluster: OwnCluster, seed: UInt64) async throws {
        self.cluster = cluster
        dice = SeededRandom(seed: seed)
        pool = PostgresPool(conninfo: await cluster.conninfo, on: cluster.loop)
        let services = ServiceCatalog(pool: pool, logger: Logger(label: "walk"))
        let principal = try await services.staff.localOperator(account: "olena", source: .terminal)
        exports = "/tmp/oblik-walk-\(getpid())-\(seed)"
        mkdir(exports, 0o700)
        desk = ServiceDesk(
            services: services, principal: principal, journal: DraftJournal(directory: exports + "/drafts"))
        let box = ServiceBox()
        box.provide(desk)
        let tools = EffectTools(
            loadTheme: Counter.tools.loadTheme, seedDemo: { _ in "made" }, redraw: {}, exportFolder: exports)
        runner = EffectRunner(box: box, terminal: ScriptedTerminal(), tools: tools)
        let feed = ChangeFeed(conninfo: await cluster.conninfo, on: cluster.loop)
        news = Task { [arrivals] in
            await feed.run(
                link: { arrivals.put(.databaseState($0 ? .ready("embedded") : .lost("The database is gone."))) },
                deliver: { arrivals.put(.changes($0)) })
        }
        model = AppModel(AppOptions(size: Size(width: 80, height: 24), themes: ["dark", "light"]))
        try await Self.furnish(cluster)
        perform(model.start())
        arrivals.put(.databaseState(.ready("embedded")))
        arrivals.put(.servicesReady)
        try await settle()
    }

    /// Ends what runs, and removes what was written.
    func finish() async {
        news.cancel()
        await news.value
        await pool.close()
        for folder in [exports + "/drafts", exports] {
            for name in PrivateFile.names(in: folder, limit: 100_000) { unlink("\(folder)/\(name)") }
            rmdir(folder)
        }
    }

    private static func furnish(_ cluster: OwnCluster) async throws {
        try await cluster.script(
            """
            INSERT INTO site.s_user (name, search, phone)
            SELECT 'User ' || n, 'user ' || n, '+38050' || (1000000 + n) FROM generate_series(1, 700) n;
            INSERT INTO site.s_product (sku, name, price, stock, search)
            SELECT 'P-' || n, 'Product ' || n, 10 + n, 100000, 'p-' || n || ' product ' || n
            FROM generate_series(1, 300) n;
            """)
    }

    // MARK: What happens

    /// Lets so many keys be pressed, with all that happens meanwhile.
    mutating func go(_ keys: Int) async throws {
        let goal = pressed + keys
        let pause = max(keys / 6, 60)
        var next = pressed + pause
        while pressed < goal {
            try await step()
            if pressed >= next {
                next += pause
                try await restart()
            }
        }
        try await settle()
    }

    private mutating func step() async throws {
        switch Int.random(in: 0..<100, using: &dice) {
        case 0..<70: press(DatabaseWalkKeys.any(&dice))
        case 70..<75: type(DatabaseWalkKeys.text(&dice))
        case 75..<80:
            let size = Size(width: .random(in: 1...130, using: &dice), height: .random(in: 1...45, using: &dice))
            perform(model.handle(.resize(size)))
        case 80..<88: if !isDown { try await cluster.script(DatabaseWalkNews.any(&dice)) }
        case 88..<98:
            for screen in sleeping { arrivals.put(.woken(screen: screen)) }
            sleeping = []
            deliver()
        // Without a database there is always another attempt on its way.
        case _ where isDown: deliver()
        default: try await settle()
        }
        if arrivals.working > 100 && !isDown { try await settle() }
        look()
    }

    /// Takes the database away in one of three ways, lets keys be pressed meanwhile, and brings it back.
    private mutating func restart() async throws {
        restarts += 1
        let lines = lines
        switch restarts % 3 {
        case 0: try await cluster.script(DatabaseWalkNews.end)
        default:
            try await cluster.stop()
            isDown = true
            for _ in 0..<15 { try await step() }
            try await cluster.start()
            isDown = false
        }
        arrivals.put(.databaseState(.ready("embedded")))
        deliver()
        #expect(keeps(lines), "a draft has lost lines")
    }

    private mutating func press(_ press: KeyPress) {
        let before = Self.processorTime()
        let effects = model.handle(.key(press))
        look()
        let spent = Self.processorTime() - before
        slowest = max(slowest, spent)
        if spent > .milliseconds(100) { slowKeys += 1 }
        pressed += 1
        perform(effects)
        if model.isFinished { begin() }
    }

    private mutating func type(_ text: String) {
        for scalar in text.unicodeScalars { press(scalar == "\n" ? KeyPress(.enter) : KeyPress(.character(scalar))) }
    }

    /// Another program, at Home.
    private mutating func begin() {
        model = AppModel(AppOptions(size: model.size, themes: ["dark", "light"]))
        perform(model.start())
        perform(model.update(.databaseState(.ready("embedded"))))
        perform(model.update(.servicesReady))
    }

    // MARK: What must hold

    /// Hands over what has come: nothing of it may take the cursor to another record, or a line out of an order.
    private mutating func deliver() {
        for message in arrivals.take() {
            deliveries += 1
            let (screen, before, lines) = (model.layers.last?.id, chosen, lines)
            perform(model.update(message))
            if screen == model.layers.last?.id, let before, !before.isLeaving, let after = chosen,
                after.rows.contains(before.id)
            {
                #expect(after.id == before.id, "the cursor went to another record with \(Self.kind(message))")
            }
            if case .entry = message { continue }
            #expect(keeps(lines), "\(Self.kind(message)) took a line away")
        }
    }

    private var crumb: String { model.layers.last?.screen.crumb.english ?? "" }

    private var chosen: Chosen? { model.layers.last.flatMap { Chosen($0.screen) } }

    /// The pieces of each product in the order on the screen.
    private var lines: [Int64: Int] {
        guard let entry = model.layers.last?.screen as? EntryScreen else { return [:] }
        return Dictionary(
            entry.entry.draft.lines.all.map { ($0.product.value, $0.quantity) }, uniquingKeysWith: { one, _ in one })
    }

    private func keeps(_ before: [Int64: Int]) -> Bool {
        guard model.layers.last?.screen is EntryScreen else { return true }
        let after = lines
        return before.allSatisfy { after[$0.key] == $0.value }
    }

    /// The picture can be drawn, twice the same, with the cursor on it.
    private func look() {
        var (one, other) = (Canvas(size: model.size), Canvas(size: model.size))
        model.view(on: &one)
        model.view(on: &other)
        #expect(one.cells == other.cells)
        if let cursor = one.cursor { #expect(one.bounds.contains(cursor)) }
        // Order entry has work of its own on its way, which the model does not count.
        let isStuck = !model.typeAhead.isEmpty && model.pending.isEmpty && arrivals.isQuiet
        #expect(!isStuck, "keys wait for nothing on \(crumb)")
    }

    /// Waits until all work is done and all messages are handed over.
    private mutating func settle() async throws {
        let deadline = ContinuousClock.now + .seconds(60)
        while !arrivals.isQuiet {
            deliver()
            try #require(ContinuousClock.now < deadline, "work never ends on \(crumb)")
            await Task.yield()
        }
    }

    /// Rows that are shown at the end are the rows of the database.
    mutating func expectTruth() async throws {
        try await settle()
        model = AppModel(AppOptions(size: Size(width: 80, height: 24)))
        begin()
        try await settle()
        press(KeyPress(.character("3")))
        try await settle()
        let list = try #require(model.layers.last?.screen as? ListScreen<UserRows>)
        #expect(list.pane.window.rows.count >= 100)
        for user in list.pane.window.rows.prefix(50) {
            #expect(try await desk.services.users.get(user.id, as: desk.principal) == user)
        }
    }

    // MARK: Work

    /// Does the work of effects beside the walk; what only waits comes at once.
    private mutating func perform(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            // A screen that looks again and again would never come to rest: it is woken in a step of its own.
            case .wake(let pause, let screen):
                if pause > AsidePane.rest { sleeping.append(screen) } else { arrivals.put(.woken(screen: screen)) }
            case .arm(let question): arrivals.put(.armed(question))
            case .probe:
                work { [desk, arrivals] in arrivals.put(.probed(isBack: await desk.isReachable())) }
            case .ring, .suspend, .redraw: break
            default: work { [runner, arrivals] in await runner.perform(effect, arrivals.sink) }
            }
        }
    }

    private func work(_ body: @escaping @Sendable () async -> Void) {
        arrivals.begin()
        Task { [arrivals] in
            await body()
            arrivals.end()
        }
    }

    private static func kind(_ message: Message) -> String { String(String(describing: message).prefix { $0 != "(" }) }

    private static func processorTime() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
