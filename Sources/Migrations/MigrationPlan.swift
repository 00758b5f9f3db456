/// The files and the records side by side.
struct MigrationPlan {
    let files: [Migration]
    let applied: [Int: AppliedMigration]

    init(files: [Migration], applied: [AppliedMigration]) {
        self.files = files
        self.applied = Dictionary(applied.map { ($0.version, $0) }) { first, _ in first }
    }

    var pending: [Migration] { files.filter { applied[$0.version] == nil } }

    /// Every step that a file or a record knows, in the order of their numbers.
    var statuses: [MigrationStatus] {
        let known = files.map { file in
            let record = applied[file.version]
            let state: MigrationStatus.State =
                switch record {
                case nil: .pending
                case .some(let record): record.checksum == file.checksum ? .applied : .changed
                }
            return MigrationStatus(version: file.version, name: file.name, state: state, appliedAt: record?.appliedAt)
        }
        let missing = unknown.map { record in
            MigrationStatus(version: record.version, name: record.name, state: .missing, appliedAt: record.appliedAt)
        }
        return (known + missing).sorted { $0.version < $1.version }
    }

    /// Refuses to go on where the database is not a beginning of what the files describe.
    func check() throws(MigrationError) {
        for file in files {
            guard let record = applied[file.version], record.checksum != file.checksum else { continue }
            throw .edited(title: file.title, applied: record.checksum, found: file.checksum)
        }
        guard unknown.isEmpty else { throw .unknown(titles: unknown.map(\.title)) }
        if let first = pending.first, let last = applied.keys.max(), first.version < last {
            throw .skipped(title: first.title)
        }
    }

    private var unknown: [AppliedMigration] {
        applied.values.filter { $0.version > files.count || $0.version < 1 }.sorted { $0.version < $1.version }
    }
}
