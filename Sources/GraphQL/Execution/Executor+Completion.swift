import JSON

extension Executor {
    /// Puts a resolved value into its slot, in the form that the field's type asks for (section 6.4.3).
    func complete(
        _ value: ResolvedValue, at position: ResponsePosition, _ next: inout NextLevel
    ) throws(GraphQLError) {
        try complete(value, as: position.plan.definition.type, at: position, &next)
    }

    private func complete(
        _ value: ResolvedValue, as type: TypeReference, at position: ResponsePosition, _ next: inout NextLevel
    ) throws(GraphQLError) {
        switch value {
        case .failure(let error): return fail(error, at: position)
        case .null, .json(.null):
            if !type.isNonNull { return position.put(.value(.null)) }
            return fail("Cannot return null for non-nullable field \(position.plan.coordinate).", at: position)
        default: break
        }
        switch type.nullable {
        case .list(let element):
            try completeList(value, of: element, isNonNull: type.isNonNull, at: position, &next)
        case .named(let id):
            // Read through the plan, which does not copy the type.
            if position.plan.namedType.kind.isLeaf {
                completeLeaf(value, at: position)
            } else {
                try completeObject(value, as: id, isNonNull: type.isNonNull, at: position, &next)
            }
        case .nonNull: break
        }
    }

    private func fail(_ message: String, at position: ResponsePosition) { fail(GraphQLError(message), at: position) }

    private func completeLeaf(_ value: ResolvedValue, at position: ResponsePosition) {
        let plan = position.plan
        guard case .json(let json) = value else {
            return fail("\(plan.namedType.name) cannot represent an object or a list.", at: position)
        }
        if plan.namedType.kind == .enumeration {
            if case .string(let name) = json, plan.namedType.values.index(of: name) != nil {
                return position.put(.value(json))
            }
            return fail("Enum \"\(plan.namedType.name)\" cannot represent value: \(json).", at: position)
        }
        guard let output = plan.namedType.scalar.output(json) else {
            let expectation = plan.namedType.scalar.expectation
            return fail(
                "\(plan.namedType.name) cannot represent the value \(json); expected \(expectation).", at: position)
        }
        position.put(.value(output))
    }

    private func completeList(
        _ value: ResolvedValue, of element: TypeReference, isNonNull: Bool, at position: ResponsePosition,
        _ next: inout NextLevel
    ) throws(GraphQLError) {
        let elements: [ResolvedValue]
        switch value {
        case .list(let values): elements = values
        case .json(.array(let values)): elements = values.map { .json($0) }
        default: return fail("Expected a list for field \(position.plan.coordinate).", at: position)
        }
        let list = ResponseNode(
            .list(element: element), count: elements.count, in: position.node, at: position.place,
            isNonNull: isNonNull)
        position.put(.node(list))
        for (index, item) in elements.enumerated() {
            let place = ResponsePosition(plan: position.plan, node: list, place: index)
            try complete(item, as: element, at: place, &next)
            // The rest of a list that is lost is not looked at.
            if list.isNulled { return }
        }
    }

    private func completeObject(
        _ value: ResolvedValue, as id: TypeID, isNonNull: Bool, at position: ResponsePosition, _ next: inout NextLevel
    ) throws(GraphQLError) {
        let source: any Sendable
        let typeName: String?
        switch value {
        case .object(let object, let name): (source, typeName) = (object, name)
        case .json(let json): (source, typeName) = (json, json["__typename"]?.stringValue)
        default: return fail("Expected an object for field \(position.plan.coordinate).", at: position)
        }
        let plan = position.plan
        let type: TypeID
        do throws(GraphQLError) {
            type = plan.namedType.kind.isAbstract ? try runtimeType(named: typeName, for: plan) : id
        } catch {
            return fail(error, at: position)
        }
        let plans = try plan.subplans(on: type, planner)
        let object = ResponseNode(
            .object(plans), count: plans.count, in: position.node, at: position.place, isNonNull: isNonNull)
        position.put(.node(object))
        let key = GroupKey(plan: ObjectIdentifier(plan), type: type)
        next.add(Member(source: source, node: object), to: key, plans)
    }

    /// The object type that a value of an interface or a union has.
    private func runtimeType(named name: String?, for plan: FieldPlan) throws(GraphQLError) -> TypeID {
        let type = plan.namedType
        guard let name else {
            if type.possibleTypes.count == 1 { return type.possibleTypes[0] }
            throw GraphQLError(
                "Abstract type \"\(type.name)\" must resolve to an Object type at runtime for field \(plan.coordinate)."
            )
        }
        guard let found = schema.type(named: name) else {
            throw GraphQLError(
                "Abstract type \"\(type.name)\" was resolved to a type \"\(name)\" "
                    + "that does not exist inside the schema.")
        }
        guard schema[found].kind == .object else {
            throw GraphQLError("Abstract type \"\(type.name)\" was resolved to a non-object type \"\(name)\".")
        }
        guard type.possibleTypes.contains(found) else {
            throw GraphQLError("Runtime Object type \"\(name)\" is not a possible type for \"\(type.name)\".")
        }
        return found
    }
}
