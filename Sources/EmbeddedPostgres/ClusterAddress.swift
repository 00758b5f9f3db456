/// Where a running cluster answers.
public struct ClusterAddress: Sendable, Hashable {
    /// The directory of the server's socket.
    public let socketDirectory: String
    /// The port that names the socket file.
    public let port: Int
    /// The database that was made with the cluster.
    public let database: String
    /// The role that owns it.
    public let role: String

    /// The address as libpq's `key=value` words (PostgreSQL manual, 34.1.1.1).
    public var connectionString: String {
        "host=\(Self.quoted(socketDirectory)) port=\(port) dbname=\(Self.quoted(database)) user=\(Self.quoted(role))"
    }

    /// The address as a URI that `psql` takes too (PostgreSQL manual, 34.1.1.2).
    public var url: String {
        "postgresql:///\(database)?host=\(Self.percentEncoded(socketDirectory))&port=\(port)&user=\(role)"
    }

    /// The same server, another database.
    public func connectionString(database: String) -> String {
        ClusterAddress(socketDirectory: socketDirectory, port: port, database: database, role: role).connectionString
    }

    private static func quoted(_ value: String) -> String {
        var text = "'"
        for character in value {
            if character == "'" || character == "\\" { text.append("\\") }
            text.append(character)
        }
        return text + "'"
    }

    private static func percentEncoded(_ value: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return value.utf8.reduce(into: "") { text, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                text += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
    }
}
