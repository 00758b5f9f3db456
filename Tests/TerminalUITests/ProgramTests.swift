import Synchronization
import TerminalUI
import Testing

@Suite struct ProgramTests {
    /// Writes down what happens to it.
    struct Model: ProgramModel {
        enum Message: Sendable, Equatable {
            case told(Int)
            case started
        }

        enum Effect: Sendable {
            case announce
            case count(to: Int)
            case wait
        }

        var first: [Effect] = []
        var typed = ""
        var numbers: [Int] = []
        var hasStarted = false
        var isFinished = false
        /// Ends once so many numbers were told.
        var limit = Int.max

        mutating func start() -> [Effect] { first }

        mutating func update(_ message: Message) -> [Effect] {
            switch message {
            case .told(let number): numbers.append(number)
            case .started: hasStarted = true
            }
            isFinished = isFinished || numbers.count >= limit
            return []
        }

        mutating func handle(_ event: TerminalEvent) -> [Effect] {
            switch event {
            case .key(let press) where press.key == .escape: isFinished = true
            case .key(let press) where press.key == .enter: return [.count(to: 3)]
            case .key(let press): typed += press.name
            case .hangup: isFinished = true
            default: break
            }
            return []
        }

        func view(on canvas: inout Canvas) {
            canvas.write("\(typed) \(numbers.count) \(hasStarted)", x: 0, y: 0)
        }
    }

    private func program(_ model: Model, on terminal: ScriptedTerminal) -> Program<Model> {
        Program(model: model, terminal: terminal) { effect, sink in
            switch effect {
            case .announce: sink.send(.started)
            case .count(let limit): for number in 1...limit { sink.send(.told(number)) }
            case .wait:
                // A cancelled sleep is what the test is about.
                try? await Task.sleep(for: .seconds(3600))
            }
        }
    }

    private func keys(_ names: String) -> [TerminalEvent] {
        names.split(separator: " ").compactMap { KeyPress(String($0)) }.map { .key($0) }
    }

    @Test("The first picture is drawn before the first effect is done")
    func drawsFirst() async {
        let terminal = ScriptedTerminal(staysOpen: true)
        async let end = program(Model(first: [.announce]), on: terminal).run()
        #expect(await terminal.waitForFrame { $0.text[0] == " 0 true" })
        await terminal.press("escape")
        #expect(await end.hasStarted)
        #expect(await terminal.frames.first?.text[0] == " 0 false")
    }

    @Test("A thousand keys that have arrived are drawn once, and each is handled")
    func drawsOnce() async {
        let batch = keys(Array(repeating: "a", count: 1000).joined(separator: " "))
        let terminal = ScriptedTerminal(script: [batch])
        let end = await program(Model(), on: terminal).run()
        #expect(end.typed.count == 1000)
        #expect(await terminal.frames.count == 2)
    }

    @Test("An effect's messages reach the model in their order")
    func takesMessages() async {
        let terminal = ScriptedTerminal(script: [keys("enter")], staysOpen: true)
        let end = await program(Model(limit: 3), on: terminal).run()
        #expect(end.numbers == [1, 2, 3])
    }

    @Test("The end of the model cancels what is still being done")
    func cancels() async {
        let terminal = ScriptedTerminal(script: [keys("escape")], staysOpen: true)
        let end = await program(Model(first: [.wait, .wait]), on: terminal).run()
        #expect(end.isFinished)
    }

    @Test("The program ends when the terminal has, and when its task is cancelled")
    func endsWithTerminal() async {
        let gone = await program(Model(), on: ScriptedTerminal(script: [keys("a b")])).run()
        #expect(gone.typed == "ab")
        let terminal = ScriptedTerminal(staysOpen: true)
        let program = program(Model(), on: terminal)
        let task = Task { await program.run() }
        #expect(await terminal.waitForFrame { _ in true })
        task.cancel()
        #expect(await task.value.isFinished == false)
    }

    @Test("Keys behind the one that ends the program are not handled")
    func stopsAtEnd() async {
        let terminal = ScriptedTerminal(script: [keys("a escape b"), keys("c")])
        let end = await program(Model(), on: terminal).run()
        #expect(end.typed == "a")
    }

    @Test("A flood of messages is drawn some thirty times a second, and none is lost")
    func capsFrames() async {
        let terminal = ScriptedTerminal(staysOpen: true)
        let program = program(Model(limit: 20_000), on: terminal)
        let clock = ContinuousClock()
        let begin = clock.now
        async let end = program.run()
        for number in 0..<20_000 { await program.sink.deliver(.told(number)) }
        #expect(await end.numbers == Array(0..<20_000))
        let elapsed = begin.duration(to: clock.now)
        // One at the start, one for each thirtieth of a second, and one more that was under way.
        let most = Int(elapsed / .milliseconds(33)) + 3
        #expect(await terminal.frames.count <= most)
    }

    @Test("The last message is drawn although a picture was drawn just before")
    func drawsLast() async {
        let terminal = ScriptedTerminal(staysOpen: true)
        let program = program(Model(), on: terminal)
        async let end = program.run()
        for number in 0..<50 { program.sink.send(.told(number)) }
        #expect(await terminal.waitForFrame { $0.text[0] == " 50 false" })
        program.sink.send(.told(50))
        #expect(await terminal.waitForFrame { $0.text[0] == " 51 false" })
        await terminal.press("escape")
        _ = await end
    }

    @Test(
        "The picture takes the terminal's new size",
        arguments: [Size(width: 40, height: 10), Size(width: 1, height: 1), .zero])
    func resizes(size: Size) async {
        let terminal = ScriptedTerminal(script: [[.resize(size)]])
        await program(Model(), on: terminal).run()
        #expect(await terminal.canvas?.size == size)
    }

    @Test("Messages sent after the end are dropped, and their senders don't wait")
    func dropsLate() async {
        let program = program(Model(), on: ScriptedTerminal())
        let end = await program.run()
        for number in 0..<1000 { await program.sink.deliver(.told(number)) }
        #expect(end.numbers.isEmpty)
    }

    @Test("A sink over a function hands on what is sent, for tests of effects")
    func collects() async {
        let collected = Mutex<[Int]>([])
        let sink = MessageSink<Int> { number in collected.withLock { $0.append(number) } }
        sink.send(1)
        await sink.deliver(2)
        #expect(collected.withLock { $0 } == [1, 2])
    }
}
