import Glibc

/// One visit to the cluster's directory by a program: who runs the server is settled, the directory is fit for use.
struct ClusterSession {
    private let options: ClusterOptions
    private let location: ClusterLocation
    private let account: ServerAccount
    private let mutex: FileLock

    /// The longest that one program waits for another to make and start the cluster.
    private static let mutexLimit: Duration = .seconds(180)

    /// Prepares the base directory and opens the mutex.
    init(options: ClusterOptions) throws(EmbeddedPostgresError) {
        self.options = options
        account = try ServerAccount.resolve(
            asked: options.account, ownerOfData: options.location.existing?.owner)
        let base = try PrivateDirectory.prepareBase(options.location.base, for: account)
        location = ClusterLocation(base: base)
        mutex = try FileLock(path: location.mutexFile, owner: account)
    }

    /// Does something while no other program starts, stops, joins or leaves.
    func underMutex<Result>(
        _ body: () throws(EmbeddedPostgresError) -> Result
    ) throws(EmbeddedPostgresError) -> Result {
        try mutex.lockExclusively(within: Self.mutexLimit)
        defer { mutex.unlock() }
        return try body()
    }

    /// Opens the lock that every user of the cluster shares.
    func usersLock() throws(EmbeddedPostgresError) -> FileLock {
        try FileLock(path: location.usersFile, owner: account)
    }

    /// Makes the cluster where it is missing, starts it where it is down, and gives its address.
    func bringUp() throws(EmbeddedPostgresError) -> ClusterAddress {
        if let running = location.existing, case .ready(let file) = ServerState.of(dataDirectory: running.directory) {
            return file.address(name: options.name)
        }
        removeDrafts()
        let binaries = try ServerBinaries.find(
            explicit: options.binariesDirectory, major: location.existing?.major, path: options.searchPath)
        let existing = if let found = location.existing { found } else { try initialise(with: binaries) }
        let launcher = ServerLauncher(
            dataDirectory: existing.directory, binaries: binaries, account: account, logFile: location.logFile,
            startLimit: options.startLimit)
        try PrivateDirectory.tighten(existing.directory)
        let configuration = try configuration(for: existing)
        do throws(EmbeddedPostgresError) {
            return try launcher.bringUp(writing: configuration).address(name: options.name)
        } catch {
            SocketDirectory.discard(configuration.socketDirectory, name: options.name)
            throw error
        }
    }

    /// Stops the server if it runs.
    func stop(_ mode: ShutdownMode) throws(EmbeddedPostgresError) {
        guard let existing = location.existing else { return }
        let file = PostmasterFile(dataDirectory: existing.directory)
        try ServerLauncher.stop(dataDirectory: existing.directory, mode)
        if let file { SocketDirectory.discard(file.socketDirectory, name: options.name) }
    }

    /// Removes what makers that died have left.
    ///
    /// It need not succeed: the `initdb` of a maker that was killed may still be writing, and a new draft has another
    /// name. Then the next start removes it.
    private func removeDrafts() {
        for draft in location.drafts { try? PrivateDirectory.remove(draft) }
    }

    private func initialise(with binaries: ServerBinaries) throws(EmbeddedPostgresError) -> ExistingCluster {
        let initialiser = ClusterInitialiser(
            name: options.name, location: location, account: account, binaries: binaries,
            durability: options.durability)
        try initialiser.run()
        guard let made = location.existing else {
            throw .directoryUnusable(path: location.base, reason: "the cluster that was made in it has gone")
        }
        return made
    }

    private func configuration(for cluster: ExistingCluster) throws(EmbeddedPostgresError) -> ServerConfiguration {
        let socketDirectory = try SocketDirectory.prepare(
            name: options.name, dataDirectory: cluster.directory, account: account,
            runtimeDirectory: options.runtimeDirectory)
        let invoker = PasswordEntry.find(uid: getuid())?.name
        let accounts = ["root", account.name, invoker].compactMap(\.self)
        return ServerConfiguration(
            name: options.name, durability: options.durability, socketDirectory: socketDirectory,
            accounts: accounts.enumerated().filter { accounts.firstIndex(of: $0.element) == $0.offset }.map(\.element))
    }
}
