/// What a program wants of its private cluster.
public struct ClusterOptions: Sendable {
    /// The name of the program: of the role and the database, and the first part of the socket directory's name.
    public let name: String
    /// Where the cluster lives.
    public var location: ClusterLocation
    /// The directory of the server programs, or nil to search.
    public var binariesDirectory: String?
    /// The account that root hands the server to, or nil for the usual ones; see ``EmbeddedCluster``.
    public var account: String?
    /// What the server does for the safety of data.
    public var durability: Durability
    /// The value of `PATH`, the last place that server programs are looked for in.
    public var searchPath: String
    /// The value of `XDG_RUNTIME_DIR`, the first place for the server's socket.
    public var runtimeDirectory: String?
    /// How long a start may take before it is reported as failed.
    public var startLimit: Duration

    /// How much is done so that committed data survive a crash of the machine.
    public enum Durability: Sendable, Hashable {
        /// Everything: commits wait for the disk.
        case durable
        /// Nothing: for clusters that are thrown away after a test.
        case disposable
    }

    /// Names the program and the place.
    ///
    /// - Parameters:
    ///   - name: Lower-case letters, digits and underscores, a letter first, at most 31 of them.
    ///   - location: Where the cluster lives.
    ///   - environment: The variables that `PATH` and `XDG_RUNTIME_DIR` are taken from.
    public init(name: String, location: ClusterLocation, environment: [String: String]) {
        precondition(Self.isValid(name: name), "A cluster's name is a plain lower-case identifier.")
        self.name = name
        self.location = location
        durability = .durable
        searchPath = environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
        runtimeDirectory = environment["XDG_RUNTIME_DIR"]
        startLimit = .seconds(60)
    }

    private static func isValid(name: String) -> Bool {
        guard let first = name.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
        return name.utf8.count <= 31
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
