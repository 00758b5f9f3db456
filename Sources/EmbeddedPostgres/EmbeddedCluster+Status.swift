extension EmbeddedCluster {
    /// As ``status()``, on the calling thread.
    public func look() -> ClusterStatus {
        let location = options.location
        let inUse = isInUse
        guard let existing = location.existing else {
            return ClusterStatus(
                state: .absent, processID: nil, dataDirectory: nil, major: nil, address: nil,
                logFile: location.logFile, isInUse: inUse)
        }
        let (state, file): (ClusterStatus.State, PostmasterFile?) =
            switch ServerState.of(dataDirectory: existing.directory) {
            case .stopped: (.stopped, nil)
            case .busy(let file): (.busy, file)
            case .ready(let file): (.running, file)
            case .unreachable(let file): (.unreachable, file)
            }
        return ClusterStatus(
            state: state, processID: file?.processID, dataDirectory: existing.directory, major: existing.major,
            address: state == .running ? file.map { $0.address(name: options.name) } : nil,
            logFile: location.logFile, isInUse: inUse)
    }

    /// The address of the server if it answers; the shortest way to know.
    var runningAddress: ClusterAddress? {
        guard let existing = options.location.existing,
            case .ready(let file) = ServerState.of(dataDirectory: existing.directory)
        else { return nil }
        return file.address(name: options.name)
    }

    /// Tries the users lock for a moment, under the mutex so that nobody who is joining or leaving is misled.
    private var isInUse: Bool {
        let location = options.location
        guard let mutex = try? FileLock(path: location.mutexFile, owner: nil, creates: false),
            let users = try? FileLock(path: location.usersFile, owner: nil, creates: false)
        else { return false }
        guard (try? mutex.lockExclusively(within: .milliseconds(200))) != nil else { return true }
        defer { mutex.unlock() }
        defer { users.unlock() }
        return !users.tryExclusive()
    }
}

extension PostmasterFile {
    /// The address of the server, for the role and database that were made with the cluster.
    func address(name: String) -> ClusterAddress {
        ClusterAddress(socketDirectory: socketDirectory, port: port, database: name, role: name)
    }
}
