/// One thing that is wrong with the settings.
public struct SettingsFault: Sendable, Hashable {
    /// The key or variable, as it was written; empty where a file as a whole is at fault.
    public let name: String
    /// Where it was found.
    public let source: String
    /// What is wrong, without the value of a secret.
    public let problem: String
}

extension SettingsFault: CustomStringConvertible {
    /// Name, place and problem on one line.
    public var description: String {
        name.isEmpty ? "\(source): \(problem)" : "\(name) (\(source)): \(problem)"
    }
}
