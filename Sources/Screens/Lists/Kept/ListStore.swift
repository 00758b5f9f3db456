import Glibc
package import Wording

/// The files that remember lists: saved views, and how each list was left.
///
/// They are private to the account, replaced as a whole, and bounded. A file that can't be read is put aside under
/// another name, and named to the operator: nothing in it is lost.
package actor ListStore {
    /// Bytes of one file at most; all views with the longest filters take half of it.
    static let maximumBytes = 1 << 18
    /// Files that are put aside beside each other at most.
    private static let maximumAside = 20
    private static let views = "views.json"

    let directory: String
    private let session: String
    /// Files that can be neither read nor put aside, and are left alone.
    private var untouchable: Set<String> = []
    private var newestPlaces = 0

    /// A store in `directory`, which is made when something is kept; sessions of another `environment` have a file of
    /// their own, since other rows stand in its database.
    package init(directory: String, environment: String) {
        (self.directory, session) = (directory, "session-\(environment).json")
    }

    /// Reads both files, and says what could not be read.
    ///
    /// - Parameter readsPlaces: Whether lists open as they were left; otherwise that file is not looked at.
    /// - Returns: What is remembered, and a sentence for each file that was put aside.
    package func load(readsPlaces: Bool) -> (memory: ListMemory, troubles: [Phrase]) {
        var troubles: [Phrase] = []
        let views = read(Self.views, [SavedView].init(bytes:), &troubles)
        var memory = (readsPlaces ? read(session, ListMemory.init(session:), &troubles) : nil) ?? ListMemory()
        memory.views = views ?? []
        return (memory, troubles)
    }

    /// Changes a view in the file, whoever else has changed others there meanwhile.
    ///
    /// - Returns: All views as they are now.
    package func change(_ change: ViewChange) async throws(ListStoreError) -> [SavedView] {
        try makeDirectory()
        let lock = try await lock()
        defer { lock.removeFile() }
        var troubles: [Phrase] = []
        let known = read(Self.views, [SavedView].init(bytes:), &troubles) ?? []
        guard let views = known.after(change) else { return known }
        try replace(Self.views, with: views.bytes)
        return views
    }

    /// Keeps how lists were left, unless a newer call has done so already; the views have a file of their own.
    package func keep(_ memory: ListMemory, number: Int) throws(ListStoreError) {
        guard number > newestPlaces else { return }
        newestPlaces = number
        try makeDirectory()
        try replace(session, with: memory.session)
    }

    private func makeDirectory() throws(ListStoreError) {
        do throws(FileRefusal) {
            try PrivateFile.makeDirectory(directory)
        } catch {
            throw .system(error)
        }
    }

    /// The lock of the views; it is held for a moment only, so that trying some times is enough.
    private func lock() async throws(ListStoreError) -> FileLock {
        do throws(FileRefusal) {
            for _ in 0..<50 {
                if let lock = try FileLock.take(path("views.lock")) { return lock }
                // Cancellation ends the sleep; the tries are counted all the same.
                try? await Task.sleep(for: .milliseconds(2))
            }
        } catch {
            throw .system(error)
        }
        throw .held(path: path(Self.views))
    }

    private func replace(_ name: String, with bytes: [UInt8]) throws(ListStoreError) {
        guard !untouchable.contains(name) else { throw .leftAlone(path: path(name)) }
        do throws(FileRefusal) {
            try PrivateFile.replace(path(name), with: bytes, in: directory)
        } catch {
            throw .system(error)
        }
    }

    /// What a file holds; `nil` where there is none, or it had to be put aside.
    private func read<Value>(_ name: String, _ parse: ([UInt8]) -> Value?, _ troubles: inout [Phrase]) -> Value? {
        var status = stat()
        guard lstat(path(name), &status) == 0 else { return nil }
        if let bytes = PrivateFile.read(path(name), limit: Self.maximumBytes), let value = parse(bytes) { return value }
        if let aside = putAside(name) {
            troubles.append("\(path(name)) can't be read. It is put aside as \(aside); the lists begin as usual.")
        } else {
            untouchable.insert(name)
            troubles.append("\(path(name)) can't be read, and is left alone: views and places are not kept.")
        }
        return nil
    }

    /// Gives a file a name that nothing has; `nil` where that is not possible.
    private func putAside(_ name: String) -> String? {
        for number in 1...Self.maximumAside {
            let aside = "\(path(name)).broken-\(number)"
            guard access(aside, F_OK) != 0 else { continue }
            return rename(path(name), aside) == 0 ? aside : nil
        }
        return nil
    }

    private func path(_ name: String) -> String { "\(directory)/\(name)" }
}
