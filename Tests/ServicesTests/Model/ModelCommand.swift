import Domain
import TestSupport

/// One thing that somebody asks of the shop, in numbers: what they mean is up to what there is at that moment.
///
/// Slots count what was created so far; a slot beyond it is a number that nothing has.
enum ModelCommand: Sendable, Hashable {
    case createUser(name: Int, email: Int?)
    case editUser(Int, name: Int, email: Int?, isStale: Bool)
    case archiveUser(Int, Bool)
    case createProduct(sku: Int, price: Int64, stock: Int)
    case editProduct(Int, sku: Int?, price: Int64?, isStale: Bool)
    case archiveProduct(Int, Bool)
    case adjust(Int, delta: Int)
    case place(user: Int, lines: [Line], key: Int, note: Int?)
    case move(Int, OrderStatus)
    case cancel(Int)
    case note(Int, Int?, isStale: Bool)
    case listOrders(OrderSort, isDescending: Bool, OrderStatus?, limit: Int, isBackward: Bool)
    case listProducts(ProductSort, isDescending: Bool, archivedToo: Bool, least: Int64?, limit: Int)
    case listUsers(UserSort, isDescending: Bool, archivedToo: Bool, limit: Int)
    case listMoves(product: Int)

    /// A line of a basket.
    struct Line: Sendable, Hashable {
        var product: Int
        var quantity: Int
        var told: Told
        var discount: Int
    }

    /// Which price the customer was told: none, the product's, or one that is not it any more.
    enum Told: Sendable, Hashable, CaseIterable { case nothing, current, stale }
}

extension ModelCommand {
    /// A command by chance; creations and orders come more often than the rest.
    static func random(_ random: inout SeededRandom) -> ModelCommand {
        let isRare = Int.random(in: 0..<5, using: &random) == 0
        let slot = Int.random(in: 0..<(isRare ? 8 : 3), using: &random)
        switch Int.random(in: 0..<32, using: &random) {
        case 0, 1: return .createUser(name: slot, email: isRare ? nil : .random(in: 0..<3, using: &random))
        case 2:
            return .editUser(slot, name: .random(in: 0..<6, using: &random), email: isRare ? nil : 1, isStale: isRare)
        case 3, 30: return .archiveUser(slot, Int.random(in: 0..<3, using: &random) == 0)
        case 4...6:
            return .createProduct(
                sku: slot, price: .random(in: 0...3000, using: &random), stock: .random(in: 0...9, using: &random))
        case 7:
            return .editProduct(
                slot, sku: isRare ? .random(in: 0..<6, using: &random) : nil,
                price: .random(in: 0...3000, using: &random), isStale: .random(using: &random) && isRare)
        case 8, 31: return .archiveProduct(slot, Int.random(in: 0..<3, using: &random) == 0)
        case 9, 10: return .adjust(slot, delta: [-7, -1, 1, 5, 12].randomElement(using: &random) ?? 1)
        case 11...19: return order(&random)
        case 20, 21: return .cancel(slot)
        case 22, 23: return .move(slot, OrderStatus.allCases.randomElement(using: &random) ?? .paid)
        case 24: return .note(slot, isRare ? nil : slot, isStale: isRare)
        default: return list(&random)
        }
    }

    private static func order(_ random: inout SeededRandom) -> ModelCommand {
        let range = 0..<(Int.random(in: 0..<5, using: &random) == 0 ? 7 : 3)
        let products = Array(range).shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random))
        let lines = products.map { product in
            Line(
                product: product, quantity: .random(in: 1...4, using: &random),
                told: [.nothing, .nothing, .current, .stale].randomElement(using: &random) ?? .nothing,
                discount: [0, 0, 0, 500, 1250, 3333].randomElement(using: &random) ?? 0)
        }
        return .place(
            user: .random(in: 0..<3, using: &random), lines: lines, key: .random(in: 0..<20, using: &random),
            note: Bool.random(using: &random) ? nil : 3)
    }

    private static func list(_ random: inout SeededRandom) -> ModelCommand {
        let (isDescending, archivedToo) = (Bool.random(using: &random), Bool.random(using: &random))
        let limit = Int.random(in: 1...4, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            return .listProducts(
                [.id, .sku, .price, .stock, .createdAt].randomElement(using: &random) ?? .id,
                isDescending: isDescending, archivedToo: archivedToo, least: Bool.random(using: &random) ? 1500 : nil,
                limit: limit)
        case 1:
            return .listUsers(
                [.id, .name, .createdAt].randomElement(using: &random) ?? .id, isDescending: isDescending,
                archivedToo: archivedToo, limit: limit)
        case 2: return .listMoves(product: .random(in: 0..<6, using: &random))
        default:
            return .listOrders(
                OrderSort.allCases.randomElement(using: &random) ?? .id, isDescending: isDescending,
                Bool.random(using: &random) ? nil : OrderStatus.allCases.randomElement(using: &random), limit: limit,
                isBackward: .random(using: &random))
        }
    }
}
