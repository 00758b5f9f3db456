package import Domain
package import GraphQL
import Wording

/// The input breaks rules.
struct InvalidInputRefusal: RefusalObject {
    static let name = "InvalidInput"
    static let summary = "The input breaks rules; all of them are named."

    let violations: [Violation]

    var code: String { "VALIDATION_FAILED" }
    var message: String { violations.map(\.message.english).joined(separator: " ") }

    static let graphQL = definition { Field("violations", \.violations) }
}

extension Violation: GraphQLObject {
    package static let graphQL = ObjectDefinition<Violation, Caller>("Violation", "One broken rule of one field.") {
        Field("path", \.field, "The input's field, with / between levels: items/0/quantity.")
        Field("rule", \.rule, "The rule's short name.")
        Field("message", \.text, "The rule as a sentence.")
    }

    fileprivate var text: String { message.english }
}

/// Nothing has this id.
struct NotFoundRefusal: RefusalObject {
    static let name = "NotFound"
    static let summary = "What should be changed is not there."

    let entity: String
    let id: Int64

    var code: String { "NOT_FOUND" }
    var message: String { "There is no \(entity) \(id)." }
    private var rowID: GraphQLID { GraphQLID(id) }

    static let graphQL = definition {
        Field("entity", \.entity)
        Field("id", \.rowID)
    }
}

/// The input names something that is not there.
struct UnknownReferenceRefusal: RefusalObject {
    static let name = "UnknownReference"
    static let summary = "The input names something that is not there, or is archived."

    let path: String
    let id: Int64

    var code: String { "UNKNOWN_REFERENCE" }
    var message: String { "There is nothing with the id \(id) that \(path) could name." }
    private var rowID: GraphQLID { GraphQLID(id) }

    static let graphQL = definition {
        Field("path", \.path, "The input's field, with / between levels: items/0/productId.")
        Field("id", \.rowID)
    }
}

/// Another row has this already.
struct AlreadyTakenRefusal: RefusalObject {
    static let name = "AlreadyTaken"
    static let summary = "Another row has the same in a field that no two may share."

    let field: String

    var code: String { "\(field.uppercased())_TAKEN" }
    var message: String { "Another one has this \(field)." }

    static let graphQL = definition { Field("field", \.field) }
}

/// Somebody was quicker.
struct VersionMismatchRefusal: RefusalObject {
    static let name = "VersionMismatch"
    static let summary = "The row was changed by somebody since it was read."

    let entity: String
    let currentVersion: Int

    var code: String { "VERSION_MISMATCH" }
    var message: String { "The \(entity) was changed by somebody; its version is now \(currentVersion)." }

    static let graphQL = definition {
        Field("entity", \.entity)
        Field("currentVersion", \.currentVersion)
    }
}
