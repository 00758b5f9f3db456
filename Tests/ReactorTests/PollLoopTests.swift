import Glibc
import Reactor
import Testing

@Suite struct PollLoopTests {
    /// An actor that lives on a loop.
    private actor Resident {
        private let loop: PollLoop
        private var count = 0

        nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

        init(on loop: PollLoop) { self.loop = loop }

        func thread() -> pthread_t { pthread_self() }

        func wait(for descriptor: Int32, until deadline: ContinuousClock.Instant? = nil) async throws -> pthread_t {
            try await loop.wait(for: descriptor, events: POLLIN, until: deadline)
            return pthread_self()
        }

        func increment() { count += 1 }

        var total: Int { count }
    }

    @Test("An actor on a loop runs on one thread, before and after it waits, and the thread has the loop's name")
    func oneThread() async throws {
        let loop = PollLoop(name: "test-residents")
        defer { loop.stop() }
        let (one, two) = (Resident(on: loop), Resident(on: loop))
        let pipe = Pipe()
        pipe.fill()

        let thread = await one.thread()

        #expect(try await one.wait(for: pipe.reader) == thread)
        #expect(await two.thread() == thread)
        #expect(pthread_self() != thread)
        #expect(try threadNames().contains("test-residents"))
    }

    @Test("A waiter is resumed when its pipe becomes readable, and not by another pipe")
    func readiness() async throws {
        let loop = PollLoop(name: "test")
        defer { loop.stop() }
        let (near, far) = (Pipe(), Pipe())

        let distant = Task { try await loop.wait(for: far.reader, events: POLLIN) }
        let waiting = Task { try await loop.wait(for: near.reader, events: POLLIN) }
        near.fill()

        try await waiting.value
        distant.cancel()
        await #expect(throws: CancellationError.self) { try await distant.value }
    }

    @Test("A deadline that passes ends the wait with PollTimeout, and a far one does not keep the thread from others")
    func deadline() async throws {
        let loop = PollLoop(name: "test")
        defer { loop.stop() }
        let pipe = Pipe()
        let patient = Task {
            try await loop.wait(for: pipe.reader, events: POLLIN, until: .now + .seconds(3600))
        }

        await #expect(throws: PollTimeout.self) {
            try await loop.wait(for: pipe.reader, events: POLLIN, until: .now + .milliseconds(5))
        }
        await #expect(throws: PollTimeout.self) {
            try await loop.wait(for: pipe.reader, events: POLLIN, until: .now - .seconds(1))
        }

        pipe.fill()
        try await patient.value
    }

    @Test("A cancelled task stops waiting, whether it is cancelled before or during the wait")
    func cancellation() async throws {
        let loop = PollLoop(name: "test")
        defer { loop.stop() }
        let pipe = Pipe()

        for _ in 0..<200 {
            let task = Task { try await loop.wait(for: pipe.reader, events: POLLIN) }
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }

    /// An actor that waits for a bell, which is rung between any two of its steps.
    private actor Sleeper {
        private let loop: PollLoop
        private let descriptor: Int32
        private var isRung = false

        nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

        init(_ descriptor: Int32, on loop: PollLoop) { (self.loop, self.descriptor) = (loop, descriptor) }

        func sleep() async throws {
            while !isRung { try await loop.wait(for: descriptor, events: POLLIN, until: .now + .seconds(20)) }
        }

        func ring() {
            isRung = true
            loop.resumeWaiters(of: descriptor)
        }
    }

    @Test("Nobody gets in between an actor's last look and its wait, so that no ring is missed")
    func noMissedRing() async throws {
        let loop = PollLoop(name: "test")
        defer { loop.stop() }
        let pipe = Pipe()

        for _ in 0..<2000 {
            let sleeper = Sleeper(pipe.reader, on: loop)
            async let sleeping: Void = sleeper.sleep()
            async let ringing: Void = sleeper.ring()
            await ringing
            try await sleeping
        }
    }

    @Test("A wait through cancellation ends when the descriptor is ready, or at its deadline")
    func shielded() async throws {
        let loop = PollLoop(name: "test")
        defer { loop.stop() }
        let (full, empty) = (Pipe(), Pipe())
        full.fill()

        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await loop.waitThroughCancellation(for: full.reader, events: POLLIN, until: .now + .seconds(60))
            await #expect(throws: PollTimeout.self) {
                try await loop.waitThroughCancellation(for: empty.reader, events: POLLIN, until: .now)
            }
            return Task.isCancelled
        }

        #expect(try await task.value)
    }

    @Test("A closed or negative descriptor counts as ready, and so does one whose waiters are resumed before it closes")
    func closedDescriptors() async throws {
        let loop = PollLoop(name: "test")
        defer { loop.stop() }
        // A high number, which no test beside this one gets while it is closed.
        let pipe = Pipe()
        let reader = fcntl(pipe.reader, F_DUPFD, 800)
        try #require(reader >= 800)

        let waiting = Task { try await loop.wait(for: reader, events: POLLIN) }
        // The waiter may come before or after these two; either way it must not be left behind.
        pipe.fill()
        loop.resumeWaiters(of: reader)
        close(reader)

        try await waiting.value
        try await loop.wait(for: -1, events: POLLIN)
        try await loop.wait(for: 1_000_000, events: POLLIN, until: .now + .seconds(60))
    }

    @Test("Three hundred waiters on as many pipes are all resumed")
    func manyWaiters() async throws {
        let loop = PollLoop(name: "test")
        defer { loop.stop() }
        let pipes = (0..<300).map { _ in Pipe() }

        let resumed = try await withThrowingTaskGroup { group in
            for pipe in pipes {
                group.addTask {
                    try await loop.wait(for: pipe.reader, events: POLLIN, until: .now + .seconds(60))
                    return 1
                }
            }
            for pipe in pipes.reversed() { pipe.fill() }
            return try await group.reduce(0, +)
        }

        #expect(resumed == 300)
    }

    @Test("No job is lost when many threads enqueue at once")
    func manyJobs() async throws {
        let loop = PollLoop(name: "test")
        defer { loop.stop() }
        let resident = Resident(on: loop)

        await withTaskGroup { group in
            for _ in 0..<64 {
                group.addTask { for _ in 0..<200 { await resident.increment() } }
            }
        }

        #expect(await resident.total == 64 * 200)
    }

    @Test("Stopping a loop ends the waits, and a job that comes later still runs")
    func stopping() async throws {
        let loop = PollLoop(name: "test")
        let resident = Resident(on: loop)
        let pipe = Pipe()
        let waiting = Task { try await resident.wait(for: pipe.reader) }

        loop.stop()

        await #expect(throws: CancellationError.self) { try await waiting.value }
        for _ in 0..<50 { await resident.increment() }
        #expect(await resident.total == 50)
        await #expect(throws: CancellationError.self) { try await loop.wait(for: pipe.reader, events: POLLIN) }
    }

    private func threadNames() throws -> [String] {
        let directory = try #require(opendir("/proc/self/task"))
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let thread = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard let file = fopen("/proc/self/task/\(thread)/comm", "r") else { continue }
            defer { fclose(file) }
            var line = [UInt8](repeating: 0, count: 32)
            let count = fread(&line, 1, line.count, file)
            names.append(String(decoding: line.prefix(count).prefix { $0 != 10 }, as: UTF8.self))
        }
        return names
    }
}
