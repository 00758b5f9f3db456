import CLibPQ
import Glibc

/// A connection string taken apart (PostgreSQL manual, 34.1.1), to be given to another program without its secrets:
/// arguments of programs are read by everybody on a machine.
public struct ConnectionWords: Sendable {
    /// The words as `key='value'`, without passwords.
    public let open: String
    /// The password, for the environment variable `PGPASSWORD`.
    public let password: String?

    /// Reads `key=value` words or a URI.
    ///
    /// - Throws: `unencodable` where libpq does not understand it.
    public init(_ conninfo: String) throws(PostgresError) {
        guard !conninfo.utf8.contains(0) else {
            throw PostgresError(.unencodable, "The connection string holds a NUL.")
        }
        var message: UnsafeMutablePointer<CChar>?
        guard let parsed = PQconninfoParse(conninfo, &message) else {
            let text = message.map { String(cString: $0).trimmedLine } ?? "no memory"
            PQfreemem(message)
            throw PostgresError(.unencodable, "The connection string is malformed: \(text)")
        }
        defer { PQconninfoFree(parsed) }
        var (words, password): ([String], String?) = ([], nil)
        var place = parsed
        while let keyword = place.pointee.keyword.map({ String(cString: $0) }) {
            if let value = place.pointee.val.map({ String(cString: $0) }) {
                switch keyword {
                case "password": password = value
                case "sslpassword": break
                default: words.append("\(keyword)=\(Self.quoted(value))")
                }
            }
            place += 1
        }
        (open, self.password) = (words.joined(separator: " "), password)
    }

    /// The words for another database of the same server.
    public func open(database: String) -> String { "\(open) dbname=\(Self.quoted(database))" }

    private static func quoted(_ value: String) -> String {
        let escaped = value.flatMap { $0 == "'" || $0 == "\\" ? ["\\", $0] : [$0] }
        return "'\(String(escaped))'"
    }
}
