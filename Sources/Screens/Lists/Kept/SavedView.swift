import Domain
import Wording

/// A look at a list, kept under a name.
package struct SavedView: Hashable, Sendable {
    /// Views that are kept at most.
    package static let limit = 200
    /// Letters of a name at most.
    static let maximumName = 40

    package let list: ListName
    package let name: String
    package let look: ListLook

    /// A view; its name has no blanks around it and nothing that can't be seen.
    /// - Returns: `nil` for a name that is empty or too long.
    package init?(_ list: ListName, name: String, look: ListLook) {
        let shown = name.unicodeScalars.filter { $0.properties.generalCategory != .control }
        let trimmed = Text.trim(String(String.UnicodeScalarView(shown)))
        guard !trimmed.isEmpty, trimmed.count <= Self.maximumName else { return nil }
        (self.list, self.name, self.look) = (list, trimmed, look)
    }

    /// Whether two views can't be kept beside each other: names differ by more than large and small letters.
    func hasName(of other: SavedView) -> Bool { isNamed(other.name, in: other.list) }

    func isNamed(_ name: String, in list: ListName) -> Bool {
        self.list == list && SearchText.fold(self.name) == SearchText.fold(name)
    }
}
