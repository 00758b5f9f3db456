import Domain
import Services
import TerminalUI
import Wording

/// How many rows the filter has: known where the list ends in what is loaded, counted where somebody asks.
extension ListPane {
    /// Asks for the exact number.
    mutating func count() -> [Step] {
        guard let request = rows.export(request(.first)) else { return [.say(.info("These rows can't be counted."))] }
        isCounting = true
        return [.ask(.count(request), .count)]
    }

    mutating func receiveCount(_ reply: Result<Reply, ServiceError>) -> [Step] {
        isCounting = false
        switch reply {
        case .success(.counted(let count?)):
            counted = count
            return [.say(.done("\(count: count, "row", "rows") under this filter."))]
        case .success: return [.say(.info("Not counted: there are too many rows. A narrower filter has fewer."))]
        case .failure(let error): return error == .unavailable ? [] : [.say(.error(error.headline))]
        }
    }

    /// Other rows come: what was counted and is being marked is not theirs.
    mutating func forgetFiltered() -> [Step] {
        counted = nil
        guard isCounting else { return stopMarking() }
        isCounting = false
        return [.drop(.count)] + stopMarking()
    }
}
