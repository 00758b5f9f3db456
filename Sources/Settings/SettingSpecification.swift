/// One row of the table of settings.
struct SettingSpecification: Sendable {
    let rule: SettingRule
    /// The value where none is given, if there is one.
    let defaultValue: String?
    /// What happens where none is given and there is no default, in words.
    let unset: String
    /// What it is for.
    let purpose: String
    /// Whether its value is kept out of every message.
    private(set) var isSecret = false
    /// Whether it may stand in a file: not where the file is found by means of it.
    private(set) var mayBeInFile = true

    init(_ rule: SettingRule, default value: String, _ purpose: String) {
        self.rule = rule
        defaultValue = value
        unset = value
        self.purpose = purpose
    }

    init(_ rule: SettingRule, unset: String, _ purpose: String) {
        self.rule = rule
        defaultValue = nil
        self.unset = unset
        self.purpose = purpose
    }

    func secret() -> SettingSpecification {
        var copy = self
        copy.isSecret = true
        return copy
    }

    func notInFile() -> SettingSpecification {
        var copy = self
        copy.mayBeInFile = false
        return copy
    }
}
