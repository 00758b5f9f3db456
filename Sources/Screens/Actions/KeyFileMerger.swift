import TerminalUI
import Wording

/// Takes the bindings of a key file into the registry, and collects what of it is no binding.
struct KeyFileMerger {
    private let file: KeyFile
    private var used: Set<KeyFile.Name> = []

    init(_ file: KeyFile) { self.file = file }

    /// The presses that the file gives an entry; `nil` where it says nothing.
    mutating func presses(of entry: ActionEntry) -> [KeyPress]? {
        let name = KeyFile.Name(table: entry.scope.rawValue, key: entry.name)
        guard let binding = file.bindings[name] else { return nil }
        used.insert(name)
        return binding.presses
    }

    /// Everything that the operator should know of the file.
    func warnings(conflicts: [String]) -> [Phrase] {
        let unknown = file.bindings.filter { !used.contains($0.key) }.sorted { $0.value.line < $1.value.line }
        let strangers: [Phrase] = unknown.map { name, binding in
            "\(file.path):\(binding.line): there is no action \(name.table).\(name.key); docs/KEYS.md has the list."
        }
        return file.faults + strangers + (file.isEmpty ? [] : conflicts.map { "\(file.path): \($0)" })
    }
}
