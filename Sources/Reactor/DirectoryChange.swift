/// What a ``DirectoryWatch`` has seen.
public enum DirectoryChange: Hashable, Sendable {
    /// The file at this path has new content: it was written and closed, or put in its place.
    case file(String)
    /// More has happened than the system could tell; any file may be another.
    case anything
    /// The directory at this path is gone, or no longer where it was; nothing more is seen of it.
    case gone(String)
}
