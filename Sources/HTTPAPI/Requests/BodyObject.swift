import Domain
import JSON

/// An object of a body, read member by member; its shape has been held against it before.
///
/// A member of another kind than asked for reads as missing: the shape has noted the fault already, and reading on
/// lets the rules of the domain add theirs to the same answer.
package struct BodyObject: Sendable {
    private let members: JSONObject

    init(_ value: JSONValue) { members = value.objectValue ?? JSONObject() }

    func text(_ name: String) -> String? { members[name]?.stringValue }

    func integer(_ name: String) -> Int? { members[name]?.intValue.flatMap { Int(exactly: $0) } }

    func identifier<Entity>(_ name: String) -> Identifier<Entity>? { members[name]?.intValue.map(Identifier.init) }

    func money(_ name: String) -> Money? { members[name].flatMap(Self.money) }

    func percent(_ name: String) -> Percent? { members[name].flatMap(Self.percent) }

    func list(_ name: String) -> [BodyObject] { members[name]?.arrayValue?.map(BodyObject.init) ?? [] }

    /// What a merge patch does to a text that is always there.
    func edit(_ name: String) -> Edit<String> { text(name).map { .set($0) } ?? .keep }

    /// What a merge patch does to a text that may be missing: `null` clears it.
    func optionalEdit(_ name: String) -> Edit<String?> {
        switch members[name] {
        case .string(let text)?: .set(text)
        case .null?: .set(nil)
        default: .keep
        }
    }

    /// What a merge patch does to an amount.
    func moneyEdit(_ name: String) -> Edit<String> { money(name).map { .set($0.description) } ?? .keep }

    /// The percentage in a number or in a string that holds one; nil for anything else, and beyond 0 and 100.
    static func percent(_ value: JSONValue) -> Percent? {
        let number = value.numberValue ?? value.stringValue.flatMap { JSONNumber($0) }
        return number?.decimalText.flatMap { Percent($0) }
    }

    /// The amount in a number or in a string that holds one; nil for anything else.
    static func money(_ value: JSONValue) -> Money? {
        let number = value.numberValue ?? value.stringValue.flatMap { JSONNumber($0) }
        return number?.decimalText.flatMap { Money($0) }
    }
}
