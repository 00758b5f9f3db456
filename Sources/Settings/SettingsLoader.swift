/// Gathers the layers of settings and what is wrong with their names.
struct SettingsLoader {
    private(set) var faults: [SettingsFault] = []

    /// What the command line has set; the names are keys.
    mutating func commandLine(_ overrides: [String: String]) -> SettingsReader.Layer {
        var layer = SettingsReader.Layer()
        for (name, value) in overrides.sorted(by: { $0.key < $1.key }) {
            if let key = SettingKey(rawValue: name) {
                layer.values[key] = (value, .commandLine)
            } else {
                let known = SettingKey.allCases.map(\.rawValue)
                reject(name, "command line", Suggestion.nearest(to: name, among: known))
            }
        }
        return layer
    }

    /// What the environment has set; an empty variable counts as unset, as is the custom in container files.
    mutating func environment(_ variables: [String: String]) -> SettingsReader.Layer {
        var layer = SettingsReader.Layer()
        let ours = variables.filter { $0.key.hasPrefix(SettingKey.variablePrefix) }
        for (name, value) in ours.sorted(by: { $0.key < $1.key }) {
            guard let key = key(forVariable: name, source: SettingSource.environment.description) else { continue }
            if !value.isEmpty { layer.values[key] = (value, .environment) }
        }
        return layer
    }

    /// What a file has set; an empty value counts as unset.
    mutating func file(_ file: EnvironmentFile) -> SettingsReader.Layer {
        faults += file.faults
        var layer = SettingsReader.Layer()
        for entry in file.entries {
            let source = SettingSource.file(path: file.path, line: entry.line)
            guard let key = key(forVariable: entry.name, source: source.description), !entry.value.isEmpty else {
                continue
            }
            if !key.specification.mayBeInFile {
                let problem = "cannot be set in a file, since the file is found by means of it"
                faults.append(SettingsFault(name: entry.name, source: source.description, problem: problem))
            } else if key.specification.isSecret && file.isOpenToOthers {
                let problem = "is a secret in a file that others can read; close it with chmod 600 \(file.path)"
                faults.append(SettingsFault(name: entry.name, source: source.description, problem: problem))
            } else {
                layer.values[key] = (entry.value, source)
            }
        }
        return layer
    }

    /// The defaults of the table.
    var defaults: SettingsReader.Layer {
        var layer = SettingsReader.Layer()
        for key in SettingKey.allCases {
            if let value = key.specification.defaultValue { layer.values[key] = (value, .defaults) }
        }
        return layer
    }

    private mutating func key(forVariable name: String, source: String) -> SettingKey? {
        if let key = SettingKey.allCases.first(where: { $0.variable == name }) { return key }
        reject(name, source, Suggestion.nearest(to: name, among: SettingKey.allCases.map(\.variable)))
        return nil
    }

    private mutating func reject(_ name: String, _ source: String, _ suggestion: String?) {
        let hint = suggestion.map { "; did you mean \($0)?" } ?? ""
        faults.append(SettingsFault(name: name, source: source, problem: "there is no such setting\(hint)"))
    }
}
