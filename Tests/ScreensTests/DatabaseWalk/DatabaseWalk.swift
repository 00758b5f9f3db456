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
    /// The connection of whoever else writes.
    private let others: PostgresPool
    private let news: Task<Void, Never>
    private let exports: String
    private var model: AppModel
    private var dice: SeededRandom
    private var isDown = false
    /// What comes after a while: a screen looks again, a change can't be taken back any more.
    private var later: [Message] = []
    private(set) var pressed = 0
    private(set) var restarts = 0
    private(set) var slowest = Duration.zero
    private(set) var slowKeys = 0
    private(set) var deliveries = 0
    /// How often something came while a row of a list was chosen, and how often it was news of rows.
    private(set) var comparisons = (all: 0, news: 0)
    /// The ways in which the cursor went to another record, with what came then; at most a hundred.
    private(set) var losses: [String] = []
    /// For the proof that it would be noticed: news moves the cursor by a row.
    var losesCursor = false

    /// A terminal at Home, on a shop with some of everything.
    init(_ cluster: OwnCluster, seed: UInt64) async throws {
        self.cluster = cluster
        dice = SeededRandom(seed: seed)
        pool = PostgresPool(conninfo: await cluster.conninfo, on: cluster.loop)
        others = PostgresPool(conninfo: await cluster.conninfo, size: 1, on: cluster.loop)
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
                link: { isUp in
                    arrivals.put(.databaseState(isUp ? .ready("embedded") : .lost("The database is gone.")))
                    if isUp { arrivals.link() }
                },
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
        await others.close()
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
        case 0..<69: press(DatabaseWalkKeys.any(&dice))
        case 69..<71: if !isDown { try await readList() }
        case 71..<75: type(DatabaseWalkKeys.text(&dice))
        case 75..<80:
            let size = Size(width: .random(in: 1...130, using: &dice), height: .random(in: 1...45, using: &dice))
            perform(model.handle(.resize(size)))
        case 80..<88: if !isDown { try await write() }
        case 88..<98:
            for message in later { arrivals.put(message) }
            later = []
            deliver()
        // Without a database there is always another attempt on its way.
        case _ where isDown: deliver()
        default: try await settle()
        }
        if arrivals.working > 100 && !isDown { try await settle() }
        look()
        expectProgress()
    }

    /// Somebody else writes; half of the time it is heard before the next key.
    private mutating func write() async throws {
        let statement = DatabaseWalkNews.any(&dice)
        try await others.withConnection { try await $0.script(statement) }
        guard Bool.random(using: &dice) else { return }
        // Not every statement changes a row, and not every one is announced to a list.
        for _ in 0..<30 where arrivals.isQuiet { try await Task.sleep(for: .milliseconds(1)) }
        deliver()
    }

    /// Takes the database away in one of three ways, lets keys be pressed meanwhile, and brings it back.
    private mutating func restart() async throws {
        restarts += 1
        let (lines, links) = (lines, arrivals.links)
        switch restarts % 3 {
        case 0: try await cluster.script(DatabaseWalkNews.end)
        default:
            try await cluster.stop()
            isDown = true
            for _ in 0..<15 { try await step() }
            try await cluster.start()
            isDown = false
        }
        do {
            _ = try await others.query("SELECT 1")
        } catch let error as PostgresError where error.kind == .connectionLost {
            // The connection of before; from now on there is a new one.
            _ = try await others.query("SELECT 1")
        }
        arrivals.put(.databaseState(.ready("embedded")))
        deliver()
        #expect(keeps(lines), "a draft has lost lines")
        // Many keys take less than the second after which the feed looks for its server again, and meet no news.
        let deadline = ContinuousClock.now + .seconds(60)
        while arrivals.links == links {
            try #require(ContinuousClock.now < deadline, "changes are not heard again")
            try await step()
            try await Task.sleep(for: .milliseconds(10))
        }
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
        expectProgress()
        if model.isFinished { begin() }
    }

    private mutating func type(_ text: String) {
        for scalar in text.unicodeScalars { press(scalar == "\n" ? KeyPress(.enter) : KeyPress(.character(scalar))) }
    }

    /// Leaves what is open, as somebody does who has had enough of it, and reads a list while others write.
    ///
    /// Any keys alone end in a form, where most of them are text, and stay there.
    private mutating func readList() async throws {
        for _ in 0..<20 where model.layers.count > 1 || model.question != nil {
            press(KeyPress(model.question == nil ? .function(3) : .character("y")))
            try await settle()
        }
        if model.layers.count > 1 { begin() }
        try await settle()
        press(KeyPress(.character(["2", "3", "4"].randomElement(using: &dice) ?? "3")))
        try await settle()
        for _ in 0..<20 {
            press(DatabaseWalkKeys.moving(&dice))
            if Int.random(in: 0..<3, using: &dice) == 0 { try await write() }
            deliver()
        }
    }

    /// Another program, at Home.
    private mutating func begin() {
        let counter = model.counter
        model = AppModel(AppOptions(size: model.size, themes: ["dark", "light"]))
        // What was asked before may still be answered, and must not be taken for an answer to this one.
        model.counter = counter
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
            if losesCursor, case .changes = message { slip() }
            if screen == model.layers.last?.id, let before { compare(before, with: message) }
            if case .entry = message { continue }
            #expect(keeps(lines), "\(Self.kind(message)) took a line away")
        }
        // A kept key may have been the one that ends the program.
        if model.isFinished { begin() }
    }

    /// The cursor is on the record that it was on, if that is still among the rows.
    private mutating func compare(_ before: Chosen, with message: Message) {
        guard !before.isLeaving, let after = chosen, after.rows.contains(before.id) else { return }
        comparisons.all += 1
        if case .changes = message { comparisons.news += 1 }
        guard after.id != before.id, losses.count < 100 else { return }
        losses.append("\(Self.kind(message)) on \(crumb) took the cursor from \(before.id) to \(after.id)")
    }

    private mutating func slip() {
        guard let top = model.layers.indices.last, var screen = model.layers[top].screen as? any Screen & Slips else {
            return
        }
        screen.slip()
        model.layers[top].screen = screen
    }

    private var crumb: String { model.layers.last?.screen.crumb.english ?? "" }

    /// None while keys wait that will move the cursor as soon as something comes.
    private var chosen: Chosen? {
        model.typeAhead.isEmpty ? model.layers.last.flatMap { Chosen($0.screen) } : nil
    }

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
    }

    /// Where all work is done and everything that it has sent is told, nothing waits for it.
    ///
    /// Order entry has work of its own on its way, which the model does not count; so the effects come first.
    private func expectProgress() {
        guard arrivals.isQuiet else { return }
        let isStuck = !model.typeAhead.isEmpty && model.pending.isEmpty
        #expect(!isStuck, "keys wait for nothing on \(crumb): \(model.typeAhead), \(String(describing: model.overlay))")
        #expect(model.pending.isEmpty, "\(model.pending) is never answered, on \(crumb)")
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
        perform(model.handle(.resize(Size(width: 80, height: 24))))
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
                if pause > AsidePane.rest {
                    later.append(.woken(screen: screen))
                } else {
                    arrivals.put(.woken(screen: screen))
                }
            case .expireUndo(_, let id): later.append(.undoExpired(id))
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
