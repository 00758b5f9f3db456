import Configuration
import Synchronization

/// Looks settings up through swift-configuration, in the order of their precedence, and remembers what is wrong.
struct SettingsReader {
    /// One place that settings come from.
    struct Layer {
        /// The values by key, and where each stands.
        var values: [SettingKey: (text: String, source: SettingSource)] = [:]
    }

    private let layers: [Layer]
    private let reader: ConfigReader
    private let witness = Witness()
    private(set) var faults: [SettingsFault] = []
    private(set) var sources: [SettingKey: SettingSource] = [:]

    /// - Parameter layers: The places, the one that wins first; the last one holds the defaults.
    init(layers: [Layer]) {
        self.layers = layers
        let providers = layers.map { layer in
            let values = layer.values.map { key, value in
                (key.path, ConfigValue(.string(value.text), isSecret: key.specification.isSecret))
            }
            return InMemoryProvider(values: Dictionary(uniqueKeysWithValues: values))
        }
        reader = ConfigReader(providers: providers, accessReporter: witness)
    }

    /// The text of a setting that keeps its rule; nil where it is unset or broken (then there is a fault).
    mutating func text(_ key: SettingKey) -> String? {
        let specification = key.specification
        guard
            let text = reader.string(
                forKey: ConfigKey(key.path.components), isSecret: specification.isSecret)
        else { return nil }
        let source = witness.lastProvider.flatMap { layers[$0].values[key]?.source } ?? .defaults
        sources[key] = source
        guard specification.rule.allows(text) else {
            let shown = specification.isSecret ? "" : ", not \(Self.quoted(text))"
            let problem = "must be \(specification.rule.requirement)\(shown)"
            faults.append(SettingsFault(name: key.name(in: source), source: source.description, problem: problem))
            return nil
        }
        return text
    }

    /// The value on one line and no longer than a message should be.
    private static func quoted(_ text: String) -> String {
        let safe = text.onOneLine
        return "\"\(safe.count > 60 ? safe.prefix(60) + "…" : safe)\""
    }
}

/// Notes which of the providers has given the last value.
private final class Witness: AccessReporter {
    private let provider = Mutex<Int?>(nil)

    var lastProvider: Int? { provider.withLock { $0 } }

    func report(_ event: AccessEvent) {
        let index = event.providerResults.firstIndex { result in
            guard case .success(let found) = result.result else { return false }
            return found.value != nil
        }
        provider.withLock { $0 = index }
    }
}

extension SettingKey {
    /// The key as swift-configuration splits it.
    fileprivate var path: AbsoluteConfigKey {
        AbsoluteConfigKey(rawValue.split(separator: ".").map(String.init))
    }

    /// The name under which the person who set it knows it.
    fileprivate func name(in source: SettingSource) -> String {
        switch source {
        case .commandLine, .mode, .defaults: rawValue
        case .environment, .file: variable
        }
    }
}
