import Domain
import Postgres

/// A row that is read from a temporary table, completed here, and copied into a table of the shop.
protocol CopiedRow: RowDecodable {
    var id: Int64 { get }

    func add(to copy: inout BinaryCopy)
}

/// A customer of an import.
struct ImportedCustomer: CopiedRow {
    let id: Int64
    let customer: String
    let reference: String
    let country: String
    let createdAt: Moment

    init(row: Row) throws(RowError) {
        (id, customer) = (try row["id"], try row["customer"])
        (reference, country, createdAt) = (try row["reference"], try row["country"], try row["at"])
    }

    private var name: String { customer.isEmpty ? "Walk-in customer" : "Customer \(customer)" }

    /// All who are not known share one row; the country of the last of them would tell nothing.
    private var note: String? {
        customer.isEmpty ? "Rows of imported files that name no customer" : country.isEmpty ? nil : country
    }

    func add(to copy: inout BinaryCopy) {
        copy.row(7)
        copy.add(id)
        copy.add(name)
        copy.add(note)
        copy.add(UserRepository.searchText(name: name, email: nil, login: nil, phone: nil))
        copy.add(reference)
        copy.add(createdAt)
        copy.add(createdAt)
    }
}

/// A product of an import.
struct ImportedProduct: CopiedRow {
    let id: Int64
    let sku: String
    let name: String
    let price: Money
    let stock: Int32
    let createdAt: Moment

    init(row: Row) throws(RowError) {
        (id, sku, name) = (try row["id"], try row["sku"], try row["name"])
        (price, stock, createdAt) = (try row["price"], try row["stock"], try row["at"])
    }

    func add(to copy: inout BinaryCopy) {
        copy.row(8)
        copy.add(id)
        copy.add(sku)
        copy.add(name)
        copy.add(price)
        copy.add(stock)
        copy.add(SearchText.fold(sku, name))
        copy.add(createdAt)
        copy.add(createdAt)
    }
}
