import JSON

/// A field of an operation as it will be executed: its selections merged, its arguments coerced.
///
/// It is made once for each place in an operation and type of object, however many objects there are.
final class FieldPlan {
    let responseKey: String
    let fields: [FieldNode]
    let definition: FieldType
    /// The named type within the field's type; held here, so that no value has to look it up.
    let namedType: NamedType
    /// The field as errors name it: `User.email`.
    let coordinate: String
    let call: FieldCall
    /// Why the arguments do not fit; the field then fails wherever it stands.
    let argumentError: GraphQLError?
    private(set) var subplans: [TypeID: [FieldPlan]] = [:]

    init(
        responseKey: String, fields: [FieldNode], definition: FieldType, namedType: NamedType, coordinate: String,
        call: FieldCall, argumentError: GraphQLError?
    ) {
        self.responseKey = responseKey
        self.fields = fields
        self.definition = definition
        self.namedType = namedType
        self.coordinate = coordinate
        self.call = call
        self.argumentError = argumentError
    }

    var starts: [Int] { fields.map(\.start) }

    /// What is selected on objects of a type that this field gives.
    func subplans(on type: TypeID, _ planner: Planner) throws(GraphQLError) -> [FieldPlan] {
        if let known = subplans[type] { return known }
        let plans = try planner.plans(for: fields.compactMap(\.selectionSet), on: type)
        subplans[type] = plans
        return plans
    }
}
