import JSON

extension Executor {
    /// Puts a resolved value into its slot, in the form that the field's type asks for (section 6.4.3).
    func complete(
        _ value: ResolvedValue, _ plan: FieldPlan, in node: ResponseNode, at place: Int,
        _ next: inout NextLevel
    ) throws(GraphQLError) {
        try complete(value, as: plan.definition.type, plan, in: node, at: place, &next)
    }

    private func complete(
        _ value: ResolvedValue, as type: TypeReference, _ plan: FieldPlan, in node: ResponseNode,
        at place: Int,
        _ next: inout NextLevel
    ) throws(GraphQLError) {
        switch value {
        case .failure(let error): return fail(error, plan, in: node, at: place)
        case .null, .json(.null):
            guard type.isNonNull else {
                node.slots[place] = .value(.null)
                return
            }
            return fail(
                GraphQLError("Cannot return null for non-nullable field \(name(of: plan))."), plan,
                in: node, at: place)
        default: break
        }
        switch type.nullable {
        case .list(let element):
            try completeList(value, element, type.isNonNull, plan, in: node, at: place, &next)
        case .named(let id):
            if schema[id].kind.isLeaf {
                completeLeaf(value, schema[id], plan, in: node, at: place)
            } else {
                try completeObject(value, id, type.isNonNull, plan, in: node, at: place, &next)
            }
        case .nonNull: break
        }
    }

    private func completeLeaf(
        _ value: ResolvedValue, _ type: NamedType, _ plan: FieldPlan, in node: ResponseNode, at place: Int
    ) {
        guard case .json(let json) = value else {
            return fail(
                GraphQLError("\(type.name) cannot represent an object or a list."), plan, in: node,
                at: place)
        }
        if type.kind == .enumeration {
            if case .string(let name) = json, type.values[name] != nil {
                node.slots[place] = .value(json)
                return
            }
            return fail(
                GraphQLError("Enum \"\(type.name)\" cannot represent value: \(json)."), plan, in: node,
                at: place)
        }
        guard let output = type.scalar.output(json) else {
            let message =
                "\(type.name) cannot represent the value \(json); expected \(type.scalar.expectation)."
            return fail(GraphQLError(message), plan, in: node, at: place)
        }
        node.slots[place] = .value(output)
    }

    private func completeList(
        _ value: ResolvedValue, _ element: TypeReference, _ isNonNull: Bool, _ plan: FieldPlan,
        in node: ResponseNode,
        at place: Int, _ next: inout NextLevel
    ) throws(GraphQLError) {
        let elements: [ResolvedValue]
        switch value {
        case .list(let values): elements = values
        case .json(.array(let values)): elements = values.map { .json($0) }
        default:
            return fail(
                GraphQLError("Expected a list for field \(name(of: plan))."), plan, in: node, at: place)
        }
        let list = ResponseNode(
            .list(element: element), count: elements.count, in: node, at: place, isNonNull: isNonNull)
        node.slots[place] = .node(list)
        for (index, item) in elements.enumerated() {
            try complete(item, as: element, plan, in: list, at: index, &next)
            // The rest of a list that is lost is not looked at.
            if list.isNulled { return }
        }
    }

    private func completeObject(
        _ value: ResolvedValue, _ id: TypeID, _ isNonNull: Bool, _ plan: FieldPlan, in node: ResponseNode,
        at place: Int,
        _ next: inout NextLevel
    ) throws(GraphQLError) {
        let source: any Sendable
        let typeName: String?
        switch value {
        case .object(let object, let name): (source, typeName) = (object, name)
        case .json(let json): (source, typeName) = (json, json["__typename"]?.stringValue)
        default:
            return fail(
                GraphQLError("Expected an object for field \(name(of: plan))."), plan, in: node, at: place)
        }
        let type: TypeID
        switch runtimeType(of: id, named: typeName, plan) {
        case .success(let found): type = found
        case .failure(let error): return fail(error, plan, in: node, at: place)
        }
        let plans = try plan.subplans(on: type, planner)
        let object = ResponseNode(
            .object(plans), count: plans.count, in: node, at: place, isNonNull: isNonNull)
        node.slots[place] = .node(object)
        let key = GroupKey(plan: ObjectIdentifier(plan), type: type)
        next.add(Member(source: source, node: object), to: key, plans)
    }

    /// The object type that a value of an interface or a union has.
    private func runtimeType(
        of id: TypeID, named name: String?, _ plan: FieldPlan
    ) -> Result<TypeID, GraphQLError> {
        let type = schema[id]
        guard type.kind.isAbstract else { return .success(id) }
        guard let name else {
            if type.possibleTypes.count == 1 { return .success(type.possibleTypes[0]) }
            return .failure(
                GraphQLError(
                    "Abstract type \"\(type.name)\" must resolve to an Object type at runtime for field "
                        + "\(self.name(of: plan))."))
        }
        guard let found = schema.type(named: name) else {
            return .failure(
                GraphQLError(
                    "Abstract type \"\(type.name)\" was resolved to a type \"\(name)\" "
                        + "that does not exist inside the schema."))
        }
        guard schema[found].kind == .object else {
            return .failure(
                GraphQLError(
                    "Abstract type \"\(type.name)\" was resolved to a non-object type \"\(name)\"."))
        }
        guard schema.isPossible(found, in: id) else {
            return .failure(
                GraphQLError("Runtime Object type \"\(name)\" is not a possible type for \"\(type.name)\".")
            )
        }
        return .success(found)
    }

    private func name(of plan: FieldPlan) -> String { plan.coordinate }
}
