/// What a filter of products can ask for.
package enum ProductField: String, FilterField {
    case code, barcode, name, price, stock, archived, created

    package var aliases: [String] {
        switch self {
        case .code: ["sku"]
        case .barcode: ["ean"]
        default: []
        }
    }

    package var kind: FilterKind {
        switch self {
        case .code, .barcode: .code
        case .name: .text
        case .price: .money
        case .stock: .number
        case .archived: .archived
        case .created: .date
        }
    }

    package static var main: ProductField? { .price }
}
