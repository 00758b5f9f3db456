/// A field that has to be waited for, with all the objects of a level that ask for it.
struct Job {
    let plan: FieldPlan
    let place: Int
    let members: [Executor.Member]

    /// How many objects a field without a batch is resolved for at the same time.
    private static let width = 16

    /// What can be handed to another task: the resolver, its arguments, the parents' values.
    private struct Work: Sendable {
        let resolver: Resolver?
        let call: FieldCall
        let sources: [any Sendable]

        func run() async -> [ResolvedValue] {
            switch resolver {
            case .batch(let resolve):
                do {
                    let values = try await resolve(sources, call)
                    guard values.count == sources.count else {
                        throw GraphQLError(
                            "A batch of \(sources.count) objects was answered with \(values.count) values.")
                    }
                    return values
                } catch {
                    return sources.map { _ in .failure(error) }
                }
            case .single(let resolve): return await runSingly(resolve)
            default: return sources.map { _ in .null }
            }
        }

        private func runSingly(
            _ resolve: @escaping @Sendable (any Sendable, FieldCall) async throws -> ResolvedValue
        ) async -> [ResolvedValue] {
            if sources.count == 1 { return [await Self.outcome(resolve, sources[0], call)] }
            var values = [ResolvedValue](repeating: .null, count: sources.count)
            await withTaskGroup(of: (Int, ResolvedValue).self) { group in
                for (place, source) in sources.enumerated() {
                    if place >= Job.width, let (done, value) = await group.next() { values[done] = value }
                    group.addTask { (place, await Self.outcome(resolve, source, call)) }
                }
                for await (place, value) in group { values[place] = value }
            }
            return values
        }

        private static func outcome(
            _ resolve: @Sendable (any Sendable, FieldCall) async throws -> ResolvedValue, _ source: any Sendable,
            _ call: FieldCall
        ) async -> ResolvedValue {
            do {
                return try await resolve(source, call)
            } catch {
                return .failure(error)
            }
        }
    }

    /// Runs jobs at the same time.
    /// - Returns: For each job the values, in the order of its objects.
    static func run(_ jobs: [Job]) async -> [[ResolvedValue]] {
        let works = jobs.map {
            Work(resolver: $0.plan.definition.resolver, call: $0.plan.call, sources: $0.members.map(\.source))
        }
        if works.count == 1 { return [await works[0].run()] }
        var results = [[ResolvedValue]](repeating: [], count: works.count)
        await withTaskGroup(of: (Int, [ResolvedValue]).self) { group in
            for (place, work) in works.enumerated() { group.addTask { (place, await work.run()) } }
            for await (place, values) in group { results[place] = values }
        }
        return results
    }
}
