/// Where the value of a setting comes from.
public enum SettingSource: Sendable, Hashable {
    /// An option on the command line.
    case commandLine
    /// An environment variable.
    case environment
    /// A line of a file.
    case file(path: String, line: Int)
    /// The kind of run: `--env debug` asks for debug logging.
    case mode
    /// Nobody has set it.
    case defaults
}

extension SettingSource: CustomStringConvertible {
    /// The place, as a message names it.
    public var description: String {
        switch self {
        case .commandLine: "command line"
        case .environment: "environment"
        case .file(let path, let line): "\(path):\(line)"
        case .mode: "env debug"
        case .defaults: "default"
        }
    }
}
