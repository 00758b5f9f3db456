import Domain
package import Services
import Synchronization
package import TerminalUI
package import Wording

/// What the effects need of the world besides the services and the terminal.
package struct EffectTools: Sendable {
    /// Reads a theme by its name.
    package let loadTheme: @Sendable (String) throws(ThemeError) -> Theme
    /// Fills the empty database with a demo shop: reports how far it is, and says at the end what was made.
    package let seedDemo: @Sendable (_ progress: @escaping @Sendable (Phrase) -> Void) async throws -> Phrase
    /// Has the terminal draw everything anew, whatever is on it.
    package let redraw: @Sendable () async -> Void
    /// Logs somebody in, and gives the screens the services as that person; else why not.
    package let logIn: @Sendable (_ login: String, _ password: String) async -> ServiceError?
    /// Where exported files are put.
    package let exportFolder: String
    /// Where views and places of lists are kept; `nil` to keep them until the program ends.
    package let lists: ListStore?

    package init(
        loadTheme: @escaping @Sendable (String) throws(ThemeError) -> Theme,
        seedDemo: @escaping @Sendable (_ progress: @escaping @Sendable (Phrase) -> Void) async throws -> Phrase,
        redraw: @escaping @Sendable () async -> Void, exportFolder: String = ".",
        lists: ListStore? = nil,
        logIn: @escaping @Sendable (_ login: String, _ password: String) async -> ServiceError? = { _, _ in .unavailable
        }
    ) {
        (self.loadTheme, self.seedDemo, self.redraw) = (loadTheme, seedDemo, redraw)
        self.logIn = logIn
        (self.exportFolder, self.lists) = (exportFolder, lists)
    }
}

/// Does the work that the program's model names: asks the services, rings, sleeps, changes the theme.
package final class EffectRunner: Sendable {
    /// A query that takes longer than this is said to be running.
    static let patience = Duration.milliseconds(150)
    /// Keys are not taken for the answer of a question that was asked this short a time ago.
    static let armingPause = Duration.milliseconds(250)

    let box: ServiceBox
    private let terminal: any Terminal
    private let tools: EffectTools
    private let themes = ThemeChanger()
    private let running = Mutex<[Ticket.Place: Running]>([:])

    private struct Running {
        let generation: Int
        let task: Task<Void, Never>
    }

    package init(box: ServiceBox, terminal: any Terminal, tools: EffectTools) {
        (self.box, self.terminal, self.tools) = (box, terminal, tools)
    }

    /// Does the work of one effect; returns when it is done.
    package func perform(_ effect: Effect, _ sink: MessageSink<Message>) async {
        switch effect {
        case .ask(let query, let ticket): await ask(query, ticket, sink)
        case .drop(let ticket): drop(ticket)
        case .entry(let effect, let screen): await enter(effect, screen, sink)
        case .probe(let pause): await probe(after: pause, sink)
        case .wake(let pause, let screen): await self.pause(pause) { sink.send(.woken(screen: screen)) }
        case .arm(let question): await pause(Self.armingPause) { sink.send(.armed(question)) }
        case .look(let pause): await self.pause(pause) { sink.send(.looked) }
        case .expireUndo(let pause, let id): await self.pause(pause) { sink.send(.undoExpired(id)) }
        case .seedDemo: await seed(sink)
        case .copy(let text): await copy(text, sink)
        case .applyTheme(let request): await applyTheme(request, sink)
        case .changeView, .keepPlaces: await keep(effect, sink)
        case .logIn(let login, let password): await logIn(login, password, sink)
        case .ring: await terminal.ring()
        case .suspend: await terminal.suspend()
        case .redraw: await tools.redraw()
        }
    }

    /// Asks the services; an older query of the same place is cancelled, a newer one cancels this.
    private func ask(_ query: Query, _ ticket: Ticket, _ sink: MessageSink<Message>) async {
        let task = Task { [box, tools] in
            let result: Result<Reply, ServiceError>
            do {
                let desk = await Self.renewed(try await box.desk(), box, sink)
                result = await desk.answer(query, exports: tools.exportFolder) { sink.send(.notice(.info($0))) }
            } catch {
                return
            }
            if !Task.isCancelled { sink.send(.reply(ticket, result)) }
        }
        guard register(task, ticket) else {
            task.cancel()
            return
        }
        let watch = Task {
            await Self.pause(Self.patience) { sink.send(.slow(ticket)) }
        }
        await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
        watch.cancel()
        running.withLock { running in
            if running[ticket.place]?.generation == ticket.generation { running[ticket.place] = nil }
        }
    }

    /// Effects run side by side, so an older query may come after a newer one of its place; it is refused then.
    private func register(_ task: Task<Void, Never>, _ ticket: Ticket) -> Bool {
        let (isNewest, old): (Bool, Running?) = running.withLock { running in
            let old = running[ticket.place]
            if let old, old.generation > ticket.generation { return (false, nil) }
            running[ticket.place] = Running(generation: ticket.generation, task: task)
            return (true, old)
        }
        old?.task.cancel()
        return isNewest
    }

    private func drop(_ ticket: Ticket) {
        let task = running.withLock { running -> Task<Void, Never>? in
            guard let one = running[ticket.place], one.generation <= ticket.generation else { return nil }
            running[ticket.place] = nil
            return one.task
        }
        task?.cancel()
    }

    private func enter(_ effect: OrderEntryEffect, _ screen: Int, _ sink: MessageSink<Message>) async {
        guard let desk = try? await box.desk() else { return }
        await OrderEntryEffects.perform(
            effect, services: desk.services, principal: desk.principal,
            asker: await Self.renewed(desk, box, sink).principal, journal: desk.journal
        ) { sink.send(.entry($0, screen: screen)) }
    }

    /// The desk of whoever sits at the keyboard, as the database knows them now.
    ///
    /// Another name or role is told at once; where the login has ended, nobody asks any more.
    private static func renewed(
        _ desk: ServiceDesk, _ box: ServiceBox, _ sink: MessageSink<Message>
    ) async -> ServiceDesk {
        let now = await desk.renewed()
        if now.principal == desk.principal { return desk }
        if now.principal.isKnown {
            box.provide(now)
            sink.send(.signedIn(name: now.principal.name, role: now.principal.role))
        } else {
            sink.send(.loginNeeded)
        }
        return now
    }

    private func logIn(_ login: String, _ password: String, _ sink: MessageSink<Message>) async {
        if let refusal = await tools.logIn(login, password) { sink.send(.loginRefused(refusal)) }
    }

    private func probe(after pause: Duration, _ sink: MessageSink<Message>) async {
        await self.pause(pause) {
            guard let desk = try? await box.desk() else { return }
            sink.send(.probed(isBack: await desk.isReachable()))
        }
    }

    private func seed(_ sink: MessageSink<Message>) async {
        do {
            let result = try await tools.seedDemo { sink.send(.seed(.progress($0))) }
            sink.send(.seed(.done(result)))
        } catch {
            sink.send(.seed(.failed("The demo shop could not be made: \(String(describing: error))")))
        }
    }

    private func applyTheme(_ request: ThemeRequest, _ sink: MessageSink<Message>) async {
        do throws(ThemeError) {
            let theme = try tools.loadTheme(request.name)
            await themes.apply(theme, number: request.number, on: terminal)
            sink.send(.themed(request))
        } catch {
            sink.send(.themeRefused(request, error.phrase))
        }
    }

    private func keep(_ effect: Effect, _ sink: MessageSink<Message>) async {
        guard let lists = tools.lists else { return }
        do throws(ListStoreError) {
            switch effect {
            case .changeView(let change): sink.send(.views(try await lists.change(change)))
            case .keepPlaces(let memory, let number): try await lists.keep(memory, number: number)
            default: break
            }
        } catch {
            sink.send(.notice(.error(error.phrase)))
        }
    }

    private func copy(_ text: String, _ sink: MessageSink<Message>) async {
        do throws(CopyRefusal) {
            try await terminal.copy(text)
            sink.send(.notice(.done("Copied \(count: text.count, "character", "characters").")))
        } catch {
            sink.send(.notice(.error(error.headline)))
        }
    }

    /// Does something after a pause, unless the task is cancelled meanwhile.
    private func pause(_ duration: Duration, _ body: () async -> Void) async {
        await Self.pause(duration, body)
    }

    private static func pause(_ duration: Duration, _ body: () async -> Void) async {
        do { try await Task.sleep(for: duration) } catch { return }
        await body()
    }
}
