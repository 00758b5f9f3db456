import Domain
import Postgres

extension UserRepository {
    static func tested(_ column: UserColumn) -> TestedColumn {
        switch column {
        case .id: TestedColumn("id")
        case .role: TestedColumn("role")
        case .name: TestedColumn("name")
        case .email: TestedColumn("email", ignoresCase: true)
        case .phone: TestedColumn("phone")
        case .note: TestedColumn("note")
        case .archivedAt: TestedColumn("archived_at")
        case .createdAt: TestedColumn("created_at")
        case .updatedAt: TestedColumn("updated_at")
        }
    }
}

extension ProductRepository {
    static func tested(_ column: ProductColumn) -> TestedColumn {
        switch column {
        case .id: TestedColumn("id")
        case .sku: TestedColumn("sku", ignoresCase: true)
        case .barcode: TestedColumn("barcode", ignoresCase: true)
        case .name: TestedColumn("name")
        case .price: TestedColumn("price")
        case .stock: TestedColumn("stock")
        case .archivedAt: TestedColumn("archived_at")
        case .createdAt: TestedColumn("created_at")
        case .updatedAt: TestedColumn("updated_at")
        }
    }
}

extension OrderRepository {
    static func tested(_ column: OrderColumn) -> TestedColumn {
        switch column {
        case .id: TestedColumn("id")
        case .userId: TestedColumn("user_id")
        case .status: TestedColumn("status")
        case .total: TestedColumn("total")
        case .itemCount: TestedColumn("line_count")
        case .note: TestedColumn("note")
        case .createdAt: TestedColumn("created_at")
        case .updatedAt: TestedColumn("updated_at")
        }
    }

    static func tested(_ column: OrderLineColumn) -> TestedColumn {
        switch column {
        case .id: TestedColumn("id")
        case .orderId: TestedColumn("order_id")
        case .productId: TestedColumn("product_id")
        case .sku: TestedColumn("sku")
        case .name: TestedColumn("name")
        case .quantity: TestedColumn("quantity")
        case .price: TestedColumn("price")
        case .discount: TestedColumn("discount")
        }
    }
}

extension StockRepository {
    static func tested(_ column: StockMoveColumn) -> TestedColumn {
        switch column {
        case .id: TestedColumn("id")
        case .delta: TestedColumn("delta")
        case .reason: TestedColumn("reason")
        case .orderId: TestedColumn("order_id")
        case .at: TestedColumn("at")
        }
    }
}
