import CTerminal
import Curses
import Domain
import HTTPAPI
import Logging
import Reactor
import Screens
import Services
import Settings
import TerminalUI
import Wording

/// The terminal: paints first, then starts the database behind the picture, then the HTTP listener.
struct TerminalProgram: Sendable {
    private let context: CommandContext
    private let migrates: Bool
    private let keymap: Keymap
    private let box = ServiceBox()
    private let door = TerminalDoor()

    init(_ context: CommandContext, migrates: Bool) {
        (self.context, self.migrates) = (context, migrates)
        keymap = KeymapChoice.keymap(context.settings, context.assets)
    }

    /// Runs until the operator quits or the terminal is gone.
    func run() async throws {
        let theme = try theme(context.settings.theme)
        let loop = PollLoop(name: "terminal", isPreferred: true)
        let terminal = try await openTerminal(theme, on: loop)
        let shop = OpenShop()
        let lists = ListStore(
            directory: context.stateDirectory + "/lists", environment: context.settings.environment.rawValue)
        let (memory, troubles) = await lists.load(readsPlaces: context.settings.resumesLists)
        let runner = EffectRunner(box: box, terminal: terminal, tools: tools(terminal, shop, lists))
        let program = Program(model: AppModel(await appOptions(terminal, memory)), terminal: terminal) { effect, sink in
            await runner.perform(effect, sink)
        }
        for trouble in troubles { program.sink.send(.notice(Notice(.error, trouble))) }
        let background = Task {
            async let themes: Void = ThemeWatcher(directory: context.assets.themes, logger: context.logger)
                .run(on: loop, program.sink)
            async let start: Void = letGoOfStart()
            await work(shop, program.sink)
            _ = await (themes, start)
        }
        await terminal.run(program)
        // The operator's screen comes back at once; what is behind it is put away afterwards, undisturbed by the
        // second signal that shells and terminals send.
        await terminal.close()
        background.cancel()
        await background.value
        await shop.close()
        loop.stop()
    }

    /// Once the start is over, lets go of the code that only the start has run: half of what a terminal holds.
    private func letGoOfStart() async {
        do { try await Task.sleep(for: .seconds(3)) } catch { return }
        ct_let_go_of_code()
    }

    /// Whether lines are wanted, or there is nothing else.
    private var isLinear: Bool { context.settings.isLinear || ProcessEnvironment.current["TERM"] == "dumb" }

    /// Pictures where the terminal can show any, else lines.
    private func openTerminal(_ theme: Theme, on loop: PollLoop) async throws -> any DeviceTerminal {
        if isLinear {
            return try await LinearTerminal.open(log: context.log.path, on: loop)
        }
        let options = CursesOptions(theme: theme, log: context.log.path, usesMouse: context.settings.isMouseEnabled)
        return try await CursesTerminal.open(options, on: loop)
    }

    private func appOptions(_ terminal: any DeviceTerminal, _ memory: ListMemory) async -> AppOptions {
        AppOptions(
            size: await terminal.size,
            format: Format(
                currency: context.settings.currency.description, utcOffsetSeconds: Clock.offsetSeconds,
                language: Languages.chosen(context.settings.language, environment: ProcessEnvironment.current)),
            themes: ThemeFile.names(in: context.assets.themes), theme: context.settings.theme, keymap: keymap,
            memory: memory, resumesLists: context.settings.resumesLists,
            showsAside: context.settings.showsAside, undoTime: context.settings.undoTime)
    }

    /// Reads a theme; faults call its file by a name that has room on the message line.
    private func theme(_ name: String) throws(ThemeError) -> Theme {
        try ThemeFile.load(path: "\(context.assets.themes)/\(name).toml", as: "themes/\(name).toml")
    }

    private func tools(_ terminal: any DeviceTerminal, _ shop: OpenShop, _ lists: ListStore) -> EffectTools {
        EffectTools(
            loadTheme: { name throws(ThemeError) in try theme(name) },
            seedDemo: { [box] report in
                let desk = try await box.desk()
                let principal = try await desk.services.auth.renewed(desk.principal)
                return try await DemoFilling.run(try shop.database, as: principal, report)
            },
            redraw: { await terminal.redraw() }, exportFolder: ProcessEnvironment.workingDirectory,
            lists: lists,
            logIn: { [door] login, password in await door.logIn(login, password) })
    }

    /// Everything that goes on behind the screens, until it is cancelled.
    private func work(_ shop: OpenShop, _ sink: MessageSink<Message>) async {
        sink.send(.environment(name: context.settings.environment.rawValue, operatorName: Account.name))
        sink.send(.httpState(.off))
        if isLinear { sink.send(.notice(Notice(.info, "Line by line: ? lists the keys, ^L reads the whole screen."))) }
        if let warning = keymap.warnings.first { sink.send(.notice(Notice(.error, warning))) }
        if let trouble = context.logTrouble { sink.send(.notice(Notice(.error, Phrase(verbatim: trouble)))) }
        guard let database = await open(shop, sink) else { return }
        let services = ServiceCatalog(pool: database.pool, logger: Logger(label: "services"))
        guard await enter(database, services, sink) else { return }
        await withDiscardingTaskGroup { group in
            group.addTask {
                await DatabaseKeeper(database: database, logger: context.logger).watch(
                    { trouble in sink.send(.databaseState(trouble.map { .lost($0) } ?? .ready(database.name))) },
                    deliver: { changes in
                        await services.events.wake()
                        await sink.deliver(.changes(changes))
                    })
            }
            group.addTask { await services.events.tidy() }
            if context.settings.isHTTPEnabled {
                group.addTask { await listen(database, services, sink) }
            }
        }
    }

    /// Opens the database; a failure is shown and tried again, since the operator may mend its cause meanwhile.
    private func open(_ shop: OpenShop, _ sink: MessageSink<Message>) async -> ShopDatabase? {
        var isFirst = true
        while !Task.isCancelled {
            let tellsSteps = isFirst
            isFirst = false
            do {
                let database = try await ShopDatabase.open(context, migrates: migrates) { step in
                    // Later tries are the banner's, which counts them; their steps would be told again and again.
                    if tellsSteps { sink.send(.databaseState(.starting(step))) }
                }
                shop.set(database)
                return database
            } catch {
                context.logger.error("database", metadata: ["cause": "\(error)"])
                sink.send(.databaseState(.lost(PlainWords.of(error))))
            }
            // Cancellation ends the sleep, and the loop with it.
            try? await Task.sleep(for: .seconds(3))
        }
        return nil
    }

    /// Lets whoever owns the private cluster in at once; on another server, whoever logs in.
    private func enter(
        _ database: ShopDatabase, _ services: ServiceCatalog, _ sink: MessageSink<Message>
    ) async -> Bool {
        let journal = DraftJournal(directory: "\(context.stateDirectory)/drafts/\(database.identity)")
        let enter: TerminalDoor.Entrance = { [box] principal in
            box.provide(ServiceDesk(services: services, principal: principal, journal: journal))
            sink.send(.signedIn(name: principal.name, role: principal.role))
            sink.send(.servicesReady)
        }
        if database.cluster != nil {
            guard let principal = await signIn(services, sink) else { return false }
            enter(principal)
        }
        sink.send(.databaseState(.ready(database.name)))
        if database.cluster == nil {
            door.open(services.auth, enter)
            sink.send(.loginNeeded)
        }
        return true
    }

    private func signIn(_ services: ServiceCatalog, _ sink: MessageSink<Message>) async -> Principal? {
        while !Task.isCancelled {
            do {
                return try await services.staff.localOperator(account: Account.name, source: .terminal)
            } catch {
                sink.send(.databaseState(.lost(PlainWords.of(error))))
            }
            try? await Task.sleep(for: .seconds(1))
        }
        return nil
    }

    /// Serves HTTP beside the screens.
    ///
    /// A taken port is a banner, and tried again now and then.
    private func listen(
        _ database: ShopDatabase, _ services: ServiceCatalog, _ sink: MessageSink<Message>
    ) async {
        let needsLogin = context.settings.httpNeedsLogin(isPrivateCluster: database.cluster != nil)
        while !Task.isCancelled {
            do {
                let principal =
                    needsLogin ? nil : try await services.staff.localOperator(account: Account.name, source: .http)
                let listener = try HTTPListener(
                    context, database: database, services: services, principal: principal
                ) {
                    sink.send(.httpState(.listening($0)))
                }
                try await listener.service.run()
            } catch {
                context.logger.warning("http", metadata: ["cause": "\(error)"])
                sink.send(.httpState(.failed(Phrase(verbatim: "\(error)"))))
            }
            try? await Task.sleep(for: .seconds(10))
        }
    }
}
