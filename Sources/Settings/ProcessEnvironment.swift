// FoundationEssentials is needed for the whole environment: `environ` is a global variable that Swift 6 does not let
// anybody read, and `getenv` needs the names beforehand. swift-configuration has loaded the library anyway.
import FoundationEssentials

/// What this process was started with: its environment variables, its folder.
public enum ProcessEnvironment {
    /// All of them, as they are now.
    public static var current: [String: String] { ProcessInfo.processInfo.environment }

    /// The folder that the program was started in.
    public static var workingDirectory: String { FileManager.default.currentDirectoryPath }
}
