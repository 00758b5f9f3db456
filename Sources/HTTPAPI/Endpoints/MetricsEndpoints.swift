import Domain
import HTTPTypes
import Services

/// The server in numbers.
enum MetricsEndpoints {
    static let all = [
        Endpoint(
            .get, "/metrics", .anyone, "The server in numbers, for Prometheus; on this machine, or with permission.",
            tag: .server, name: "getMetrics", answers: [Answer(.ok, "All metrics.", .text([.plain]))],
            refusals: [.forbidden], rate: RateClass.none
        ) { call in
            try call.requireWatching()
            let page = MetricsPage(
                figures: call.services.observations.figures, pool: await call.services.poolFigures,
                process: ProcessFigures())
            var reply = Reply.text(page.text, contentType: "text/plain")
            reply.headers[.contentType] = "text/plain; version=0.0.4; charset=utf-8"
            return reply
        }
    ]
}

extension Call {
    /// Whether who asks may look inside the server: whoever is on this machine, or has the permission.
    var mayWatch: Bool {
        do throws(ServiceError) {
            try requireWatching()
            return true
        } catch {
            return false
        }
    }

    /// - Throws: ``ServiceError/forbidden(_:)`` for everybody else.
    func requireWatching() throws(ServiceError) {
        if !source.isLoopback { try principal.require(.watchServer) }
    }
}
