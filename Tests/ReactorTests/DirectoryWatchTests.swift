import Glibc
import Reactor
import Testing

@Suite struct DirectoryWatchTests {
    /// A directory of a test's own.
    private struct Folder {
        let path: String

        init() {
            var template = Array("/tmp/oblik-watch-XXXXXX".utf8CString)
            precondition(mkdtemp(&template) != nil, "No directory can be made.")
            path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        }

        func write(_ name: String, _ text: String = "text") {
            let descriptor = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
            _ = text.withCString { Glibc.write(descriptor, $0, strlen($0)) }
            close(descriptor)
        }

        func remove() {
            for name in ["a", "b", "c", "link"] { unlink("\(path)/\(name)") }
            rmdir(path)
        }
    }

    /// A watch of a folder, both gone with the value.
    private final class Watched: Sendable {
        let folder = Folder()
        let watch: DirectoryWatch
        private let loop = PollLoop(name: "test-watch")

        init() async throws {
            watch = try DirectoryWatch(on: loop)
            try await watch.add(folder.path)
        }

        deinit {
            folder.remove()
            loop.stop()
        }

        func changes() async throws -> Set<DirectoryChange> { try await watch.changes() }
    }

    @Test("A file that is written is told when it is closed, once for all that was done to it meanwhile")
    func written() async throws {
        let watched = try await Watched()
        let folder = watched.folder
        folder.write("a")
        folder.write("a", "more")
        #expect(try await watched.changes() == [.file("\(folder.path)/a")])
        folder.write("b")
        #expect(try await watched.changes() == [.file("\(folder.path)/b")])
    }

    @Test("A file that is put in the place of another is told, as editors save, and so is a link")
    func replaced() async throws {
        let watched = try await Watched()
        let folder = watched.folder
        folder.write("a")
        folder.write("b")
        _ = try await watched.changes()
        #expect(rename("\(folder.path)/b", "\(folder.path)/a") == 0)
        #expect(try await watched.changes() == [.file("\(folder.path)/a")])
        #expect(symlink("/nowhere", "\(folder.path)/link") == 0)
        #expect(try await watched.changes() == [.file("\(folder.path)/link")])
        #expect(Glibc.link("\(folder.path)/a", "\(folder.path)/c") == 0)
        #expect(try await watched.changes() == [.file("\(folder.path)/c")])
    }

    @Test("A file that is opened and not closed yet is not told, for it may be half written")
    func halfWritten() async throws {
        let watched = try await Watched()
        let folder = watched.folder
        let descriptor = open("\(folder.path)/a", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        _ = Glibc.write(descriptor, "te", 2)
        folder.write("b")
        #expect(try await watched.changes() == [.file("\(folder.path)/b")])
        close(descriptor)
        #expect(try await watched.changes() == [.file("\(folder.path)/a")])
    }

    @Test("Who waits is woken by a change that comes later, and let go by a cancellation and by the end")
    func waits() async throws {
        let watched = try await Watched()
        let folder = watched.folder
        let waiting = Task { try await watched.changes() }
        folder.write("a")
        #expect(try await waiting.value == [.file("\(folder.path)/a")])
        let cancelled = Task { try await watched.changes() }
        cancelled.cancel()
        await #expect(throws: CancellationError.self) { try await cancelled.value }
        let left = Task { try await watched.changes() }
        await watched.watch.close()
        await #expect(throws: CancellationError.self) { try await left.value }
    }

    @Test("A directory that goes away is told, and one that is not there can't be watched")
    func gone() async throws {
        let watched = try await Watched()
        let folder = watched.folder
        folder.remove()
        #expect(try await watched.changes() == [.gone(folder.path)])
        let error = await #expect(throws: DirectoryWatchError.self) { try await watched.watch.add(folder.path) }
        #expect(error?.description == "\(folder.path) can't be watched: No such file or directory.")
    }
}
