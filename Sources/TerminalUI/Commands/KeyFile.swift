import TOMLKit
public import Wording

/// Reads which presses do what from a TOML file.
///
/// ```toml
/// preset = "vim"
/// [list]
/// open = ["enter", "5"]
/// export = "ctrl+e"
/// refresh = []            # no key at all
/// ```
/// A file is never refused as a whole for one bad line: what can't be read is a fault with its place, the rest holds.
public struct KeyFile: Sendable {
    /// A binding's place: its table and its key there.
    public struct Name: Hashable, Sendable {
        /// The table, `list` in `[list]`.
        public let table: String
        /// The key within it.
        public let key: String

        /// The key of a table.
        public init(table: String, key: String) { (self.table, self.key) = (table, key) }
    }

    /// The presses of one name.
    public struct Binding: Hashable, Sendable {
        /// The presses, the one to show first; empty takes the key away.
        public let presses: [KeyPress]
        /// The line that it stands in, from 1.
        public let line: Int
    }

    /// The file as faults name it.
    public let path: String
    /// The name of a preset, if the file asks for one.
    public private(set) var preset: String?
    /// The bindings by their names.
    public private(set) var bindings: [Name: Binding] = [:]
    /// What can't be read, each with its place.
    public private(set) var faults: [Phrase] = []

    /// A file that says nothing.
    public init() { path = "" }

    /// Whether it says nothing at all.
    public var isEmpty: Bool { bindings.isEmpty && preset == nil && faults.isEmpty }

    /// Reads a file; one that is not there says nothing.
    public static func load(path: String) -> KeyFile {
        guard ConfigurationFile.exists(path) else { return KeyFile() }
        do throws(ConfigurationFile.Fault) {
            return KeyFile(text: try ConfigurationFile.read(path), path: path)
        } catch {
            var file = KeyFile(text: "", path: path)
            file.faults = ["\(path): \(error.reason)"]
            return file
        }
    }

    /// Reads a text; `path` names it in faults.
    public init(text: String, path: String) {
        self.path = path
        let source = TOMLSource(text)
        if let place = source.brokenHeader {
            faults = ["\(path):\(place.line):\(place.column): \(TOMLSource.headerRule)"]
            return
        }
        do {
            read(try TOMLTable(string: text), source)
        } catch let error as TOMLParseError {
            let place = error.source.begin
            faults = ["\(path):\(place.line):\(place.column): \(error.description)"]
        } catch {
            faults = ["\(path): the file isn't TOML."]
        }
    }

    private mutating func read(_ root: TOMLTable, _ source: TOMLSource) {
        for key in root.keys {
            guard let value = root[key] else { continue }
            if let table = value.table {
                for name in table.keys { read(table[name], Name(table: key, key: name), source) }
            } else if key == "preset", let text = value.string {
                preset = text
            } else {
                fault([key], source, "a key file has preset and tables of keys.")
            }
        }
    }

    private mutating func read(_ value: (any TOMLValueConvertible)?, _ name: Name, _ source: TOMLSource) {
        let path = [name.table, name.key]
        let texts: [String?]
        if let text = value?.string {
            texts = [text]
        } else if let list = value?.array {
            texts = list.map(\.string)
        } else {
            return fault(path, source, "a binding is a press in quotes, or a list of them.")
        }
        var presses: [KeyPress] = []
        for text in texts {
            guard let text else { return fault(path, source, "a press stands in quotes, such as \("\"ctrl+e\"").") }
            guard let press = KeyPress(text) else { return fault(path, source, "there is no key \(text).") }
            presses.append(press)
        }
        bindings[name] = Binding(presses: presses, line: source.place(of: path)?.line ?? 0)
    }

    private mutating func fault(_ key: [String], _ source: TOMLSource, _ reason: Phrase) {
        let place = source.place(of: key)
        faults.append("\(path):\(place?.line ?? 1):\(place?.column ?? 1): \(key.joined(separator: ".")): \(reason)")
    }
}
