import EmbeddedPostgres
// For the removal of a whole directory.
import Foundation
import Reactor

/// Measures `OrderService.place` on a cluster of its own that waits for the disk, made for this and removed after it.
///
/// `placing [ways] [clients] [rounds] [milliseconds]`, such as `placing alone,2x1 1,8,64 3 2000`: ways of placing are
/// `alone` (every order by its own statement) and `NxM` (`N` alone before others queue, `M` groups at a time);
/// `*2` behind it has two writers, each with its own pool, share the clients, as two programs would.
@main struct Main {
    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst()) + Array(repeating: "", count: 4)
        let plan = Plan(
            ways: arguments[0].isEmpty ? ["alone", "2x1"] : arguments[0].split(separator: ",").map(String.init),
            clients: arguments[1].isEmpty ? [64] : arguments[1].split(separator: ",").compactMap { Int($0) },
            rounds: Int(arguments[2]) ?? 3, length: .milliseconds(Int(arguments[3]) ?? 2000))
        let options = ClusterOptions(
            name: "oblik", location: ClusterLocation(base: "/tmp/oblik-placing-\(getpid())"), environment: [:])
        defer { try? FileManager.default.removeItem(atPath: options.location.base) }
        let cluster = EmbeddedCluster(options: options)
        let loop = PollLoop(name: "postgres")
        do {
            let address = try await cluster.start()
            let shop = try await BenchmarkShop(conninfo: address.connectionString, on: loop)
            print("goods | clients | way | orders/s (median of \(plan.rounds)) | all rounds | refused")
            print("---|---|---|---|---|---")
            for isHot in [false, true] {
                for clients in plan.clients { try await plan.compare(shop, clients: clients, isHot: isHot) }
            }
            print("books that do not balance: \(try await shop.imbalance())")
            await shop.close()
        } catch {
            print("failed: \(error)")
        }
        loop.stop()
        try await cluster.leave()
    }
}
