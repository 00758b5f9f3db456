public import JSON

extension Schema {
    /// Starts a subscription (section 6.2.3); it does not validate the document.
    ///
    /// - Parameters:
    ///   - document: A document that `validate` has found to be sound.
    ///   - operation: The name of the operation; nil where the document has only one.
    ///   - variables: The values of the operation's variables.
    ///   - context: What every resolver is told: who asks, what may be used.
    /// - Returns: The responses, or one that says why there are none.
    public func subscribe(
        _ document: Document, operation: String? = nil, variables: JSONObject = JSONObject(),
        context: any Sendable = JSONValue.null
    ) async -> SubscriptionStart {
        do throws(RequestFailure) {
            let prepared = try prepare(document, operation, variables, context)
            guard prepared.operation.kind == .subscription else {
                throw RequestFailure("The operation is no subscription.")
            }
            let plan = try Self.onlyField(of: prepared)
            return .responses(
                ResponseStream(
                    schema: self, document: document, prepared: prepared,
                    events: try await events(of: plan, document)))
        } catch {
            return .refused(GraphQLResponse(errors: error.errors))
        }
    }

    private static func onlyField(of prepared: Prepared) throws(RequestFailure) -> FieldPlan {
        let plans: [FieldPlan]
        do throws(GraphQLError) {
            plans = try prepared.planner.plans(for: [prepared.operation.selectionSet], on: prepared.root)
        } catch {
            throw RequestFailure(errors: [error])
        }
        guard let plan = plans.first, plans.count == 1 else {
            throw RequestFailure("A subscription selects exactly one field.")
        }
        return plan
    }

    private func events(of plan: FieldPlan, _ document: Document) async throws(RequestFailure) -> EventStream {
        guard case .stream(let open) = plan.definition.resolver else {
            throw RequestFailure("The field \"\(plan.definition.name)\" has no events.")
        }
        do {
            if let error = plan.argumentError { throw error }
            return try await open(plan.call)
        } catch {
            var located = translation(error, plan.call.context)
            if located.locations.isEmpty { located.locations = document.locations(plan.starts) }
            located.path = [.key(plan.responseKey)]
            throw RequestFailure(errors: [located])
        }
    }
}
