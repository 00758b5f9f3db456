/// The program's files were not found.
public struct AssetError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Every directory that was looked at, in that order.
    public let looked: [String]

    /// What is missing and where it was looked for.
    public var description: String {
        """
        No directory with themes, migrations and config was found. Looked in: \(looked.joined(separator: ", ")). \
        Name it with --assets-dir or OBLIK_ASSETS_DIR.
        """
    }
}
