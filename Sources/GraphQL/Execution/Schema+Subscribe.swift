public import JSON

extension Schema {
    /// Starts a subscription (section 6.2.3).
    ///
    /// - Parameters:
    ///   - request: What `accept` has given for a subscription.
    ///   - context: What every resolver is told: who asks, what may be used.
    /// - Returns: The responses to come, one for each event.
    /// - Throws: ``RequestFailure`` where there will be none.
    public func subscribe(
        _ request: AcceptedRequest, context: any Sendable = JSONValue.null
    ) async throws(RequestFailure) -> ResponseStream {
        guard request.kind == .subscription else {
            throw RequestFailure(.operation, "The operation is no subscription.")
        }
        let planner = request.planner(self, context)
        let plan = try Self.onlyField(of: request, planner)
        let events = try await events(of: plan, request.document)
        return ResponseStream(schema: self, request: request, planner: planner, events: events)
    }

    private static func onlyField(
        of request: AcceptedRequest, _ planner: Planner
    ) throws(RequestFailure) -> FieldPlan {
        let plans: [FieldPlan]
        do throws(GraphQLError) {
            plans = try planner.plans(for: [request.operation.selectionSet], on: request.root)
        } catch {
            throw RequestFailure(.operation, [error])
        }
        guard let plan = plans.first, plans.count == 1 else {
            throw RequestFailure(.operation, "A subscription selects exactly one field.")
        }
        return plan
    }

    private func events(of plan: FieldPlan, _ document: Document) async throws(RequestFailure) -> EventStream {
        guard case .stream(let open) = plan.definition.resolver else {
            throw RequestFailure(.source, "The field \(plan.coordinate) has no events.")
        }
        do {
            if let error = plan.argumentError { throw error }
            return try await open(plan.call)
        } catch {
            var located = translation(error, plan.call.context)
            if located.locations.isEmpty { located.locations = document.locations(plan.starts) }
            located.path = [.key(plan.responseKey)]
            throw RequestFailure(.source, [located])
        }
    }
}
