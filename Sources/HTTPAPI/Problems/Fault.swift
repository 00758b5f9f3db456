package import Domain
package import JSON
import Wording

/// One broken rule and its place: an element of a problem's `errors`.
package struct Fault: Hashable, Sendable {
    /// Where in the request the rule is broken.
    package enum Place: Hashable, Sendable {
        /// A JSON pointer into the body (RFC 6901).
        case pointer(String)
        /// A parameter of the query.
        case parameter(String)
        /// A header field.
        case header(String)
    }

    package let place: Place
    /// The rule's short name, stable for programs.
    package let code: String
    /// The rule as a sentence for people.
    package let detail: String

    package init(_ place: Place, _ code: String, _ detail: String) {
        (self.place, self.code, self.detail) = (place, code, detail)
    }

    package init(_ pointer: JSONPointer, _ code: String, _ detail: String) {
        self.init(.pointer(pointer.description), code, detail)
    }

    /// A broken rule of the domain; its field is a pointer without the first slash.
    package init(_ violation: Violation) {
        let pointer = violation.field.isEmpty ? "" : "/\(violation.field)"
        self.init(.pointer(pointer), violation.rule, violation.message.english)
    }

    /// Whether `other` stands at the same place in the body, or within it.
    func covers(_ other: Fault) -> Bool {
        guard case .pointer(let mine) = place, case .pointer(let theirs) = other.place else { return false }
        return theirs == mine || theirs.hasPrefix(mine + "/")
    }
}
