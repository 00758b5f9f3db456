import Services

/// The page at `/metrics`.
struct MetricsPage {
    let figures: Observations.Figures
    let pool: PoolFigures
    let process: ProcessFigures

    var text: String {
        var page = PrometheusText()
        requests(&page)
        orders(&page)
        database(&page)
        system(&page)
        return page.text
    }

    private var routes: [(key: Observations.Figures.RouteKey, value: Observations.Figures.Route)] {
        figures.routes.sorted { ($0.key.route, $0.key.method) < ($1.key.route, $1.key.method) }
    }

    private static func labels(_ key: Observations.Figures.RouteKey) -> [(String, String)] {
        [("method", key.method), ("route", key.route)]
    }

    private func requests(_ page: inout PrometheusText) {
        page.family("http_requests_total", .counter, "Requests that were answered.")
        for (key, route) in routes {
            for (status, count) in route.statuses.sorted(by: { $0.key < $1.key }) {
                page.sample("http_requests_total", Self.labels(key) + [("status", "\(status)")], count)
            }
        }
        page.family(
            "http_request_duration_seconds", .histogram, "Time from a request's head until its answer is ready.")
        for (key, route) in routes {
            var sum = 0
            for (bound, count) in zip(Observations.bounds, route.counts) {
                sum += count
                let labels = Self.labels(key) + [("le", "\(bound)")]
                page.sample("http_request_duration_seconds_bucket", labels, sum)
            }
            let labels = Self.labels(key)
            page.sample("http_request_duration_seconds_bucket", labels + [("le", "+Inf")], route.count)
            page.sample("http_request_duration_seconds_sum", labels, route.seconds)
            page.sample("http_request_duration_seconds_count", labels, route.count)
        }
        page.family("http_problems_total", .counter, "Requests that were refused, by the code of the problem.")
        for (code, count) in figures.problems.sorted(by: { $0.key < $1.key }) {
            page.sample("http_problems_total", [("code", code)], count)
        }
        page.single("http_requests_in_flight", .gauge, "Requests without a whole answer.", figures.inFlight)
        page.single("http_event_streams", .gauge, "Clients that follow events.", figures.streams)
    }

    private func orders(_ page: inout PrometheusText) {
        page.single("orders_created_total", .counter, "Orders that were placed, by any face.", figures.ordersPlaced)
        page.single(
            "oversell_prevented_total", .counter, "Orders that were refused for want of stock.",
            figures.oversellsPrevented)
        page.single(
            "idempotent_replays_total", .counter, "Orders that were asked for again with the same key.",
            figures.ordersReplayed)
    }

    private func database(_ page: inout PrometheusText) {
        page.family("db_pool_connections", .gauge, "Connections to the database.")
        page.sample("db_pool_connections", [("state", "busy")], pool.busy)
        page.sample("db_pool_connections", [("state", "idle")], pool.idle)
        page.single("db_pool_connections_max", .gauge, "Connections that there may be.", pool.size)
        page.single("db_pool_waiting", .gauge, "Callers that wait for a connection.", pool.waiting)
    }

    private func system(_ page: inout PrometheusText) {
        page.family("process_cpu_seconds_total", .counter, "Processor time, user and system.")
        page.sample("process_cpu_seconds_total", [], process.cpuSeconds)
        page.single("process_resident_memory_bytes", .gauge, "Memory that is resident.", process.residentBytes)
        page.single("process_virtual_memory_bytes", .gauge, "Memory that is mapped.", process.virtualBytes)
        page.single("process_open_fds", .gauge, "Open file descriptors.", process.openFiles)
        page.single("process_max_fds", .gauge, "File descriptors that there may be.", process.maximumFiles)
        page.single("process_threads", .gauge, "Threads of the operating system.", process.threads)
        page.family("process_start_time_seconds", .gauge, "When the process began, in seconds since 1970.")
        page.sample("process_start_time_seconds", [], process.startSeconds)
    }
}
