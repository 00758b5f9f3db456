import Synchronization

/// Counts what is noticed, and holds the latest requests; shared by all faces of a program.
package final class Observations: Sendable {
    /// How many requests are held for the request log.
    package static let recentCapacity = 500

    /// What was counted up to now.
    package struct Figures: Sendable {
        /// The answers to one method of one route.
        package struct Route: Sendable {
            package internal(set) var statuses: [Int: Int] = [:]
            /// How many took as long as the bound at the same place of ``Observations/bounds``, and longer than the
            /// one before it; those beyond the last are in none.
            package internal(set) var counts = [Int](repeating: 0, count: Observations.bounds.count)
            package internal(set) var seconds = 0.0

            package var count: Int { statuses.values.reduce(0, +) }
        }

        package struct RouteKey: Hashable, Sendable {
            package let method: String
            /// Empty where the address is none of ours.
            package let route: String
        }

        package internal(set) var routes: [RouteKey: Route] = [:]
        package internal(set) var problems: [String: Int] = [:]
        package internal(set) var inFlight = 0
        package internal(set) var streams = 0
        package internal(set) var ordersPlaced = 0
        package internal(set) var ordersReplayed = 0
        package internal(set) var oversellsPrevented = 0
    }

    /// The bounds of the histogram, in seconds.
    package static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    fileprivate struct State {
        var figures = Figures()
        var recent: [RequestRecord] = []
        var ended = 0
    }

    private let state = Mutex(State())

    package init() {}

    package func note(_ observation: Observation) {
        state.withLock { $0.note(observation) }
    }

    package var figures: Figures { state.withLock { $0.figures } }

    /// The latest requests.
    package var requestLog: RequestLog {
        state.withLock { RequestLog(records: Array($0.recent.suffix(Self.recentCapacity)), count: $0.ended) }
    }
}

extension Observations.State {
    fileprivate mutating func note(_ observation: Observation) {
        switch observation {
        case .requestBegan: figures.inFlight += 1
        case .requestEnded(let record):
            figures.inFlight -= 1
            count(record)
            keep(record)
        case .streamBegan: figures.streams += 1
        case .streamEnded: figures.streams -= 1
        case .orderPlaced: figures.ordersPlaced += 1
        case .orderReplayed: figures.ordersReplayed += 1
        case .oversellPrevented: figures.oversellsPrevented += 1
        }
    }

    private mutating func count(_ record: RequestRecord) {
        let key = Observations.Figures.RouteKey(
            method: record.route == nil ? "" : record.method, route: record.route ?? "")
        let seconds = record.took / .seconds(1)
        let place = Observations.bounds.firstIndex { seconds <= $0 }
        // Changed in place: a copy of the counts for each request would cost more than the counting.
        figures.routes[key, default: Observations.Figures.Route()].take(record.status, seconds, place)
        if let problem = record.problem { figures.problems[problem, default: 0] += 1 }
    }

    private mutating func keep(_ record: RequestRecord) {
        ended += 1
        recent.append(record)
        // Half of them at a time, so that the rest is not moved for each request.
        if recent.count > Observations.recentCapacity * 2 { recent.removeFirst(Observations.recentCapacity) }
    }
}

extension Observations.Figures.Route {
    fileprivate mutating func take(_ status: Int, _ duration: Double, _ place: Int?) {
        statuses[status, default: 0] += 1
        seconds += duration
        if let place { counts[place] += 1 }
    }
}
