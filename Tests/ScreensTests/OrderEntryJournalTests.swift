import Domain
import Glibc
import Testing

@testable import Screens

@Suite struct OrderEntryJournalTests {
    private let olena = Identifier<User>(1)

    /// A directory of the test's own, removed afterwards.
    private func withDirectory(_ body: (String) async throws -> Void) async throws {
        let path = "/tmp/oblik-drafts-\(getpid())-\(IdempotencyKey.random().value)"
        try #require(mkdir(path, 0o700) == 0)
        defer {
            for name in PrivateFile.names(in: path, limit: 10_000) { unlink("\(path)/\(name)") }
            rmdir(path)
        }
        try await body(path)
    }

    private func draft(lines: Int = 3, revision: Int = 1) -> OrderDraft {
        var draft = OrderDraft()
        draft.customer = OrderDraft.Customer(id: Identifier(7), name: "Іваненко \"Олена\"\n", phone: "+380 67 123")
        for index in 0..<lines {
            let line = DraftLine(
                product: Identifier(Int64(index + 1)), sku: "A\(index)", name: "Чай 🍵 \u{202E}\(index)",
                quantity: index + 1, price: Money(minor: Int64(index) * 100 + 5), stock: 12)
            draft.lines.apply(LineChange(index: index, before: nil, after: line))
        }
        draft.note = "до обіду"
        draft.revision = revision
        return draft
    }

    @Test("A draft comes back from its file as it was saved")
    func roundTrip() throws {
        var original = draft()
        original.isInFlight = true
        let saved = SavedDraft(draft: original, owner: olena, savedAt: Moment(microseconds: 1_763_820_000_000_001))
        #expect(try #require(SavedDraft(bytes: saved.bytes)) == saved)
        let empty = SavedDraft(draft: OrderDraft(), owner: olena, savedAt: Moment(microseconds: 0))
        #expect(try #require(SavedDraft(bytes: empty.bytes)) == empty)
    }

    @Test("No byte string that is not a draft is taken for one, cut off or changed wherever it may be")
    func damagedBytes() {
        let bytes = SavedDraft(draft: draft(), owner: olena, savedAt: Moment(microseconds: 5)).bytes
        for length in 0..<bytes.count { #expect(SavedDraft(bytes: Array(bytes.prefix(length))) == nil) }
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            var changed = bytes
            changed[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            // What is read must keep the rules of a draft; most changes are refused.
            if let read = SavedDraft(bytes: changed) {
                #expect(read.draft.lines.all.allSatisfy { PlaceOrder.quantities.contains($0.quantity) })
            }
        }
    }

    @Test("A program that was killed leaves its drafts to the next one, the newest first")
    func killed() async throws {
        try await withDirectory { path in
            let (first, second) = (draft(lines: 1), draft(lines: 2))
            do {
                // The journal's locks end with it, as the kernel ends those of a killed program.
                let dying = DraftJournal(directory: path)
                _ = try await dying.save(first, owner: olena)
                _ = try await dying.save(second, owner: olena)
                // What a write leaves that did not come to its end.
                let torn = open("\(path)/\(second.key.value).draft.tmp", O_WRONLY | O_CREAT, 0o600)
                write(torn, "{\"format\":1,", 12)
                close(torn)
            }
            let next = DraftJournal(directory: path)
            let found = await next.drafts(of: olena)
            #expect(found.map(\.draft) == [second, first])
            #expect(await next.claim(second.key, owner: olena)?.draft == second)
        }
    }

    @Test("A draft that one program edits is neither offered to another nor opened by it")
    func twoPrograms() async throws {
        try await withDirectory { path in
            let (here, there) = (DraftJournal(directory: path), DraftJournal(directory: path))
            let mine = draft()
            _ = try await here.save(mine, owner: olena)
            #expect(await there.drafts(of: olena).isEmpty)
            #expect(await there.claim(mine.key, owner: olena) == nil)
            await #expect(throws: DraftJournalError.held) {
                var later = mine
                later.revision += 1
                _ = try await there.save(later, owner: olena)
            }
            await here.release(mine.key)
            #expect(await there.drafts(of: olena).map(\.draft) == [mine])
            #expect(await there.claim(mine.key, owner: olena)?.draft == mine)
            #expect(await here.claim(mine.key, owner: olena) == nil)
        }
    }

    @Test("A draft is offered to the one who entered it only: keys are valid for one person")
    func otherOwner() async throws {
        try await withDirectory { path in
            let mine = draft()
            let journal = DraftJournal(directory: path)
            _ = try await journal.save(mine, owner: olena)
            await journal.release(mine.key)
            #expect(await journal.drafts(of: Identifier(2)).isEmpty)
            #expect(await journal.claim(mine.key, owner: Identifier(2)) == nil)
            #expect(await journal.drafts(of: olena).count == 1)
        }
    }

    @Test("A removed draft leaves no file, and a save that comes late does not bring it back")
    func removed() async throws {
        try await withDirectory { path in
            let journal = DraftJournal(directory: path)
            var mine = draft()
            _ = try await journal.save(mine, owner: olena)
            await journal.remove(mine.key)
            mine.revision += 1
            let mineTime = try await journal.save(mine, owner: olena)
            #expect(mineTime == nil)
            #expect(PrivateFile.names(in: path, limit: 100).allSatisfy { $0.hasPrefix(".") })
        }
    }

    @Test("An older revision never takes the place of a newer one")
    func lateSave() async throws {
        try await withDirectory { path in
            let journal = DraftJournal(directory: path)
            let old = draft(lines: 1, revision: 1)
            var new = old
            new.revision = 2
            new.note = "newer"
            let newTime = try await journal.save(new, owner: olena)
            #expect(newTime != nil)
            let oldTime = try await journal.save(old, owner: olena)
            #expect(oldTime == nil)
            await journal.release(old.key)
            #expect(await journal.drafts(of: olena).first?.draft.note == "newer")
        }
    }

    @Test("Saves from many tasks at once leave the newest revision, whole")
    func manySaves() async throws {
        try await withDirectory { path in
            let journal = DraftJournal(directory: path)
            let key = IdempotencyKey.random()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for revision in 1...100 {
                    group.addTask {
                        var draft = OrderDraft(key: key)
                        draft.note = "revision \(revision)"
                        draft.revision = revision
                        _ = try await journal.save(draft, owner: Identifier(1))
                    }
                }
                try await group.waitForAll()
            }
            await journal.release(key)
            #expect(await journal.drafts(of: olena).first?.draft.note == "revision 100")
        }
    }

    @Test("Files are for the account alone, and no more drafts are kept than the limit")
    func limits() async throws {
        try await withDirectory { path in
            let journal = DraftJournal(directory: path + "/deep/drafts")
            for _ in 0..<DraftJournal.maximumDrafts { _ = try await journal.save(draft(), owner: olena) }
            await #expect(throws: DraftJournalError.full(limit: DraftJournal.maximumDrafts)) {
                _ = try await journal.save(draft(), owner: olena)
            }
            let directory = path + "/deep/drafts"
            for name in PrivateFile.names(in: directory, limit: 1000) where !name.hasPrefix(".") {
                var status = stat()
                #expect(stat("\(directory)/\(name)", &status) == 0)
                #expect(status.st_mode & 0o777 == 0o600)
                unlink("\(directory)/\(name)")
            }
            for made in [directory, path + "/deep"] { rmdir(made) }
        }
    }

    @Test("A directory that can't be made is told in words, and nothing else happens")
    func noDirectory() async throws {
        let journal = DraftJournal(directory: "/proc/oblik/drafts")
        #expect(await journal.drafts(of: olena).isEmpty)
        do {
            _ = try await journal.save(draft(), owner: olena)
            Issue.record("A draft was saved below /proc")
        } catch {
            #expect(error.description.hasPrefix("The draft is not kept: mkdir /proc/oblik"))
        }
    }

    @Test("Files of somebody else in the directory are left alone")
    func strangers() async throws {
        try await withDirectory { path in
            let name = String(repeating: "a", count: 32)
            for file in ["notes.txt", "\(name).draft", "\(name).lock"] {
                let descriptor = open("\(path)/\(file)", O_WRONLY | O_CREAT, 0o600)
                write(descriptor, "hello", 5)
                close(descriptor)
            }
            #expect(await DraftJournal(directory: path).drafts(of: olena).isEmpty)
            #expect(Set(PrivateFile.names(in: path, limit: 100)).isSuperset(of: ["notes.txt", "\(name).draft"]))
        }
    }
}
