import Glibc

/// Why a directory can't be watched.
public struct DirectoryWatchError: Error, Hashable, CustomStringConvertible {
    /// The directory; nil if none can be.
    public let path: String?
    /// The system's number of the fault.
    public let errno: Int32

    /// One line for the log.
    public var description: String {
        "\(path ?? "inotify") can't be watched: \(String(cString: strerror(errno)))."
    }
}
