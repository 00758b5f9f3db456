/// What `postmaster.pid` says about a server (PostgreSQL, `miscadmin.h`): one fact a line.
struct PostmasterFile: Sendable, Equatable {
    let processID: Int32
    let port: Int
    let socketDirectory: String
    /// The eighth line: `starting`, `ready`, `stopping` or `standby`; empty until the server has written it.
    let status: String

    /// Reads the file of a data directory; nil where there is none or its first line is not written yet.
    init?(dataDirectory: String) {
        guard let text = text(of: Self.path(in: dataDirectory)) else { return nil }
        self.init(text: text)
    }

    init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, let processID = Int32(first), processID > 1 else { return nil }
        self.processID = processID
        port = lines.count > 3 ? Int(lines[3]) ?? 0 : 0
        socketDirectory = lines.count > 4 ? String(lines[4]) : ""
        status = lines.count > 7 ? String(lines[7].prefix { $0 != " " }) : ""
    }

    static func path(in dataDirectory: String) -> String { dataDirectory + "/postmaster.pid" }
}
