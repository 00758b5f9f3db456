/// The directory that was found, and its three parts.
public struct AssetDirectories: Sendable, Hashable {
    /// The directory itself.
    public let root: String

    /// The directory of the themes.
    public var themes: String { root + "/themes" }
    /// The directory of the migrations.
    public var migrations: String { root + "/migrations" }
    /// The directory of the files `.env.<env>`.
    public var config: String { root + "/config" }
}
