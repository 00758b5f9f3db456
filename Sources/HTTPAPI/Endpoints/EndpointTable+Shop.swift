extension EndpointTable {
    /// Every endpoint of the shop.
    ///
    /// Whatever is not in here is answered 404.
    static func shop(health: @escaping HealthProvider) -> EndpointTable {
        EndpointTable(
            UserEndpoints.all + ProductEndpoints.all + OrderEndpoints.all + OrderLineEndpoints.all
                + AuthEndpoints.all
                + TokenEndpoints.all + AccountEndpoints.all + HealthEndpoints.all(health) + DocumentEndpoints.all)
    }
}
