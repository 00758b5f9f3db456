package import Domain
import Glibc
import Synchronization

/// The drafts of orders on this machine: a file each, so that no way to die takes an order away.
///
/// A directory is shared by all programs that work on one database. Who edits a draft holds its lock; drafts that
/// others hold are not offered. Files are private to the account, bounded in size and number.
package actor DraftJournal {
    /// Drafts that are kept at most.
    package static let maximumDrafts = 100
    /// Bytes of one draft at most; a thousand lines with the longest names take a third of it.
    static let maximumBytes = 4 << 20

    let directory: String
    private var held: [String: FileLock] = [:]
    private let newest = Mutex(Revisions())

    /// A journal in `directory`, which is made when the first draft is saved.
    package init(directory: String) { self.directory = directory }

    /// Keeps `draft`; it is then held by this program.
    ///
    /// Of saves that wait for each other only the newest is written.
    /// - Returns: When it was written, `nil` where a newer one took its place or the draft has been removed.
    package nonisolated func save(
        _ draft: OrderDraft, owner: Identifier<User>
    ) async throws(DraftJournalError) -> Moment? {
        newest.withLock { $0.register(draft) }
        return try await write(draft, owner)
    }

    /// The drafts of `owner` that nobody has open, the newest first.
    package func drafts(of owner: Identifier<User>) -> [SavedDraft] {
        var found: [SavedDraft] = []
        for name in names() where held[name] == nil {
            guard let lock = try? FileLock.take(path(name, "lock")) else { continue }
            guard let saved = read(name) else {
                clean(name, lock)
                continue
            }
            if saved.owner == owner && !saved.draft.isEmpty { found.append(saved) }
        }
        return found.sorted { ($0.savedAt, $0.draft.key.value) > ($1.savedAt, $1.draft.key.value) }
    }

    /// Opens a draft: from now on it is held by this program.
    /// - Returns: The draft as it is now; `nil` where it is gone, another's, or open elsewhere.
    package func claim(_ key: IdempotencyKey, owner: Identifier<User>) -> SavedDraft? {
        let name = key.value
        guard Self.isName(name), let lock = try? held[name] ?? FileLock.take(path(name, "lock")) else { return nil }
        guard let saved = read(name), saved.owner == owner else { return nil }
        held[name] = lock
        newest.withLock { $0.wrote(saved.draft) }
        return saved
    }

    /// Lets others open the draft; it stays where it is.
    ///
    /// A save that is still on its way must have been made before.
    package func release(_ key: IdempotencyKey) { held[key.value] = nil }

    /// Removes a draft that was placed or given up; saves that are still on their way are dropped.
    package func remove(_ key: IdempotencyKey) {
        newest.withLock { $0.close(key.value) }
        guard Self.isName(key.value) else { return }
        let lock = held.removeValue(forKey: key.value)
        for ending in ["draft", "draft.tmp"] { unlink(path(key.value, ending)) }
        lock?.removeFile()
    }

    /// The wall clock.
    package nonisolated func now() -> Moment { WallClock.now }

    private func write(_ draft: OrderDraft, _ owner: Identifier<User>) throws(DraftJournalError) -> Moment? {
        let name = draft.key.value
        guard newest.withLock({ $0.isNewest(draft) }) else { return nil }
        precondition(Self.isName(name), "A draft that is saved has a random key.")
        try hold(name)
        let moment = now()
        let bytes = SavedDraft(draft: draft, owner: owner, savedAt: moment).bytes
        guard bytes.count <= Self.maximumBytes else { throw .tooLarge }
        do throws(FileRefusal) {
            try PrivateFile.replace(path(name, "draft"), with: bytes, in: directory)
        } catch {
            throw DraftJournalError(error)
        }
        newest.withLock { $0.wrote(draft) }
        return moment
    }

    private func hold(_ name: String) throws(DraftJournalError) {
        guard held[name] == nil else { return }
        let names = names()
        guard names.count < Self.maximumDrafts || names.contains(name) else {
            throw .full(limit: Self.maximumDrafts)
        }
        let lock: FileLock?
        do throws(FileRefusal) {
            try PrivateFile.makeDirectory(directory)
            lock = try FileLock.take(path(name, "lock"))
        } catch {
            throw DraftJournalError(error)
        }
        guard let lock else { throw .held }
        held[name] = lock
    }

    private func read(_ name: String) -> SavedDraft? {
        guard let bytes = PrivateFile.read(path(name, "draft"), limit: Self.maximumBytes),
            let saved = SavedDraft(bytes: bytes), saved.draft.key.value == name
        else { return nil }
        return saved
    }

    /// Takes away what a program left that died before its first save.
    ///
    /// A draft that can't be read is not touched.
    private func clean(_ name: String, _ lock: FileLock) {
        guard access(path(name, "draft"), F_OK) != 0 else { return }
        unlink(path(name, "draft.tmp"))
        lock.removeFile()
    }

    /// The names of the drafts and of locks without one.
    private func names() -> Set<String> {
        let files = PrivateFile.names(in: directory, limit: 8 * Self.maximumDrafts)
        return Set(files.compactMap { $0.split(separator: ".").first.map(String.init) }.filter(Self.isName))
    }

    private nonisolated func path(_ name: String, _ ending: String) -> String { "\(directory)/\(name).\(ending)" }

    /// Whether `name` is one that ``IdempotencyKey/random()`` makes, and so can't lead out of the directory.
    private static func isName(_ name: String) -> Bool {
        name.utf8.count == 32 && name.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
}

/// The revisions of each draft that were wanted and written, and the drafts that are over.
private struct Revisions: Sendable {
    /// Drafts whose end is remembered; a save is never late by so many orders.
    private static let limit = 1000

    private var wanted: [String: Int] = [:]
    private var written: [String: Int] = [:]
    private var closed: [String] = []

    mutating func register(_ draft: OrderDraft) {
        let name = draft.key.value
        if closed.contains(name) { return }
        wanted[name] = max(draft.revision, wanted[name] ?? draft.revision)
    }

    /// Whether the draft is the newest that is wanted, and not written yet.
    func isNewest(_ draft: OrderDraft) -> Bool {
        wanted[draft.key.value] == draft.revision && written[draft.key.value] != draft.revision
    }

    mutating func wrote(_ draft: OrderDraft) {
        (wanted[draft.key.value], written[draft.key.value]) = (
            max(draft.revision, wanted[draft.key.value] ?? draft.revision), draft.revision
        )
    }

    mutating func close(_ name: String) {
        (wanted[name], written[name]) = (nil, nil)
        if closed.count == Self.limit { closed.removeFirst() }
        closed.append(name)
    }
}
