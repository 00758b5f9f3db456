import Domain
import HTTPTypes
import JSON

/// What a client would like, and can do without (RFC 7240); what is not known here is passed over, as the RFC has it.
package struct Preferences: Sendable, Hashable {
    /// How exactly the rows of a list are to be counted, if at all.
    var count: CountPrecision?
    /// Whether the answer to a change may do without the changed row.
    var returnsMinimal = false
    /// Whether a change is to be undone once its answer is known: a dry run.
    var rollsBack = false

    init(_ headers: HTTPFields) {
        guard headers.contains(.prefer) else { return }
        // Each preference counts the first time that it is named.
        var seen: Set<String> = []
        for part in (headers[.prefer] ?? "").split(separator: ",") {
            let sides = part.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map { $0.trimmingBlanks() }
            guard let name = sides.first?.lowercased(), seen.insert(name).inserted else { continue }
            let value = sides.count > 1 ? sides[1].filter { $0 != "\"" } : ""
            switch (name, value) {
            case ("count", _): count = CountPrecision(rawValue: value)
            case ("return", "minimal"): returnsMinimal = true
            case ("tx", "rollback"): rollsBack = true
            default: break
            }
        }
    }
}

extension Parameter {
    /// How a client says what it would like of a list.
    static let preferCount = Parameter(
        "Prefer", .header, "count=exact or count=estimated asks for X-Total-Count; estimates are exact up to 10,000.",
        example: "count=estimated")

    /// How a client says what it would like of a change.
    static let preferChange = Parameter(
        "Prefer", .header,
        "return=minimal leaves out the row from the answer; tx=rollback undoes the change once the answer is known.",
        example: "return=minimal")
}
