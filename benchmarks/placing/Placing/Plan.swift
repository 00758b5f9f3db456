import Glibc

/// What is measured against what.
struct Plan {
    let ways: [String]
    let clients: [Int]
    let rounds: Int
    let length: Duration

    /// Measures all ways in turn, round by round, so that what else the machine does falls on all of them, and prints a
    /// line for each.
    func compare(_ shop: BenchmarkShop, clients: Int, isHot: Bool) async throws {
        var rates: [String: [Int]] = [:]
        var refusals: [String: Int] = [:]
        for _ in 0..<rounds {
            for way in ways {
                let run = await shop.run(way: way, clients: clients, isHot: isHot, length: length)
                rates[way, default: []].append(run.rate)
                refusals[way, default: 0] += run.refused
            }
        }
        for way in ways {
            let sorted = rates[way, default: []].sorted()
            let all = rates[way, default: []].map(String.init).joined(separator: " ")
            let goods = isHot ? "hot" : "uniform"
            print(
                "\(goods) | \(clients) | \(way) | \(sorted[sorted.count / 2]) | \(all) | \(refusals[way, default: 0])")
        }
        // A file, too, should get each line as soon as it is known.
        fflush(nil)
    }
}
