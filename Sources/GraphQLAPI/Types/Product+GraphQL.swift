package import Domain
package import GraphQL
import Services

extension Product: GraphQLObject {
    package static let graphQL = ObjectDefinition<Product, Caller>("Product", "Something that the shop sells.") {
        Field("id", \.id)
        Field("sku", \.sku, "The code, which no other product has.")
        Field("barcode", \.barcode)
        Field("name", \.name)
        Field("price", \.price, "The price of one piece.")
        Field("stock", \.toldStock, "Pieces on hand; never negative. Customers are not told.")
        Field("inStock", \.isInStock, "Whether there are any pieces on hand.")
        Field("archivedAt", \.archivedAt, "When the product was taken out of sale.")
        Field("createdAt", \.createdAt)
        Field("updatedAt", \.updatedAt)
        Field("version", \.version, "Counts the edits, from 1; sales do not count.")
    }
}
