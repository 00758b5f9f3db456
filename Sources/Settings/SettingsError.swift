/// Everything that is wrong with the settings, so that it can be put right in one go.
public struct SettingsError: Error, Sendable, Hashable {
    /// What is wrong; never empty.
    public let faults: [SettingsFault]
}

extension SettingsError: CustomStringConvertible {
    /// A line for each fault.
    public var description: String {
        let head = faults.count == 1 ? "A setting is wrong:" : "\(faults.count) settings are wrong:"
        return ([head] + faults.map { "  " + $0.description }).joined(separator: "\n")
    }
}
