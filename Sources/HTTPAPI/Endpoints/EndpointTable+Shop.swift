extension EndpointTable {
    /// Every endpoint of the shop.
    ///
    /// Whatever is not in here is answered 404.
    static func shop(
        graph: GraphQLHandler, streams: StreamLimits = StreamLimits(), stop: StopSignal = StopSignal(),
        files: PageFiles = .none, health: @escaping HealthProvider
    ) -> EndpointTable {
        EndpointTable(
            UserEndpoints.all + ProductEndpoints.all + OrderEndpoints.all + OrderLineEndpoints.all
                + AuthEndpoints.all + TokenEndpoints.all + AccountEndpoints.all
                + HealthEndpoints.all(health, stop) + MetricsEndpoints.all
                + EventEndpoints.all(streams) + GraphQLEndpoints.all(graph, files) + DocumentEndpoints.all(files))
    }
}
