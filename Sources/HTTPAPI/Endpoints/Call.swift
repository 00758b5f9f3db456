import Domain
import HTTPTypes
import Services

/// One request that has passed every check, as its endpoint sees it.
package struct Call: Sendable {
    let principal: Principal
    let services: ServiceCatalog
    let endpoint: Endpoint
    /// The parameters of the path, decoded.
    let path: [String: String]
    let query: QueryArguments
    let body: Body
    let headers: HTTPFields

    /// The number in the path.
    ///
    /// - Throws: ``Problem`` 404 for whatever can't be the number of a row, as for a number that no row has.
    func identifier<Entity>(_ name: String = "id") throws(Problem) -> Identifier<Entity> {
        let text = path[name] ?? ""
        guard let number = Int64(text), number > 0, String(number) == text else {
            throw .notFound("Nothing here can have the number \(text.prefix(32)).")
        }
        return Identifier(number)
    }
}
