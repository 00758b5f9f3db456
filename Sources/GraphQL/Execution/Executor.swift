import JSON

/// Executes an operation level by level (section 6.3).
///
/// All objects of one level are looked at together: what a field needs from outside is asked for once for all of them,
/// so that the number of requests to a store is the number of fields that need it, whatever the number of objects.
/// Null propagation works on the tree of the response; nothing is asked for what has become null.
final class Executor {
    let schema: Schema
    let document: Document
    let planner: Planner
    private var hasFailures = false
    /// How many levels deep an answer may be.
    private let maximumLevels = 250

    /// The objects of one type that one field gave, on one level.
    struct Group {
        let type: TypeID
        let plans: [FieldPlan]
        var members: [Member] = []
    }

    struct Member {
        let source: any Sendable
        let node: ResponseNode
    }

    struct GroupKey: Hashable {
        let plan: ObjectIdentifier
        let type: TypeID
    }

    /// The objects that the next level will be made of, in the order in which their groups were met.
    struct NextLevel {
        private(set) var groups: [Group] = []
        private var places: [GroupKey: Int] = [:]

        mutating func add(_ member: Member, to key: GroupKey, _ plans: [FieldPlan]) {
            if let place = places[key] {
                groups[place].members.append(member)
            } else {
                places[key] = groups.count
                groups.append(Group(type: key.type, plans: plans, members: [member]))
            }
        }
    }

    init(schema: Schema, document: Document, planner: Planner) {
        self.schema = schema
        self.document = document
        self.planner = planner
    }

    /// The response to an operation.
    func run(_ operation: Operation, on root: TypeID, source: any Sendable) async -> GraphQLResponse {
        do throws(GraphQLError) {
            let plans = try planner.plans(for: [operation.selectionSet], on: root)
            let node = ResponseNode(.object(plans), count: plans.count, in: nil, at: 0, isNonNull: false)
            let group = Group(type: root, plans: plans, members: [Member(source: source, node: node)])
            if operation.kind == .mutation {
                // One after the other, each with all that is selected below it (section 6.2.2).
                for place in plans.indices where !node.isNulled { try await resolve([group], only: place) }
            } else {
                try await resolve([group], only: nil)
            }
            return response(node)
        } catch {
            return GraphQLResponse(errors: [error])
        }
    }

    /// The response to one event of a subscription, whose field has this value.
    func run(event: ResolvedValue, plan: FieldPlan) async -> GraphQLResponse {
        do throws(GraphQLError) {
            let node = ResponseNode(.object([plan]), count: 1, in: nil, at: 0, isNonNull: false)
            var next = NextLevel()
            try complete(event, at: ResponsePosition(plan: plan, node: node, place: 0), &next)
            try await resolve(next.groups, only: nil)
            return response(node)
        } catch {
            return GraphQLResponse(errors: [error])
        }
    }

    private func response(_ node: ResponseNode) -> GraphQLResponse {
        var errors: [GraphQLError] = []
        let value = node.value(&errors)
        return GraphQLResponse(data: value ?? .null, errors: errors)
    }

    /// Resolves a level and all those below it.
    private func resolve(_ first: [Group], only place: Int?) async throws(GraphQLError) {
        var level = first
        var only = place
        var count = 0
        while !level.isEmpty {
            count += 1
            guard count <= maximumLevels else {
                throw GraphQLError("Selections are nested too deeply. Execution aborted.")
            }
            if Task.isCancelled { throw GraphQLError("The execution was cancelled.") }
            var next = NextLevel()
            var jobs: [Job] = []
            for group in level {
                for (place, plan) in group.plans.enumerated() where only == nil || only == place {
                    try start(plan, at: place, for: group.members, of: group.type, &next, &jobs)
                }
            }
            only = nil
            let results = await Job.run(jobs)
            for (job, values) in zip(jobs, results) {
                for (member, value) in zip(job.members, values) {
                    try complete(
                        value, at: ResponsePosition(plan: job.plan, node: member.node, place: job.place), &next)
                }
            }
            level = next.groups
        }
    }

    /// Resolves a field for all objects of a group, or notes what has to be waited for.
    private func start(
        _ plan: FieldPlan, at place: Int, for members: [Member], of type: TypeID, _ next: inout NextLevel,
        _ jobs: inout [Job]
    ) throws(GraphQLError) {
        if let error = plan.argumentError {
            for member in members {
                fail(error, at: ResponsePosition(plan: plan, node: member.node, place: place))
            }
            return
        }
        if plan.definition.name == "__typename" {
            for member in members { member.node.slots[place] = .value(.string(schema[type].name)) }
            return
        }
        switch plan.definition.resolver {
        case .single, .batch:
            // Nobody is asked for what is lost; what is at hand is still looked at, for the errors in front of it.
            let members = hasFailures ? members.filter { !$0.node.isLost } : members
            if !members.isEmpty { jobs.append(Job(plan: plan, place: place, members: members)) }
        case .property(let resolve):
            for member in members {
                let value: ResolvedValue
                do {
                    value = try resolve(member.source, plan.call)
                } catch {
                    value = .failure(error)
                }
                try complete(value, at: ResponsePosition(plan: plan, node: member.node, place: place), &next)
            }
        case .stream, nil:
            for member in members {
                let value =
                    Introspection.value(of: plan, in: schema)
                    ?? Self.member(plan.definition.name, of: member.source)
                try complete(value, at: ResponsePosition(plan: plan, node: member.node, place: place), &next)
            }
        }
    }

    /// The member of a JSON object, for schemas without resolvers.
    private static func member(_ name: String, of source: any Sendable) -> ResolvedValue {
        guard let json = source as? JSONValue, let value = json[name] else { return .null }
        return .json(value)
    }

    /// Notes an error of a field: one that has a place keeps it.
    func fail(_ error: any Error, at position: ResponsePosition) {
        hasFailures = true
        var located = schema.translation(error, planner.context)
        if located.locations.isEmpty { located.locations = document.locations(position.plan.starts) }
        located.path = position.node.path(to: position.place)
        position.node.fail(position.place, located)
    }
}
