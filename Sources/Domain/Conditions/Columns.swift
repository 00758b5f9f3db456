/// What users can be filtered by.
package enum UserColumn: String, ListColumn {
    case id, role, name, email, phone, note, archivedAt, createdAt, updatedAt

    package var kind: ColumnKind {
        switch self {
        case .id: .id
        case .role: .choice(Role.allCases.map(\.rawValue))
        case .name: .text(maximum: 200)
        case .email: .text(maximum: 254)
        case .phone: .text(maximum: 40)
        case .note: .text(maximum: 2000)
        case .archivedAt, .createdAt, .updatedAt: .moment
        }
    }

    package var isOptional: Bool { [.email, .phone, .note, .archivedAt].contains(self) }
}

/// What products can be filtered by.
package enum ProductColumn: String, ListColumn {
    case id, sku, barcode, name, price, stock, archivedAt, createdAt, updatedAt

    package var kind: ColumnKind {
        switch self {
        case .id: .id
        case .sku: .text(maximum: 64)
        case .barcode: .text(maximum: 48)
        case .name: .text(maximum: 200)
        case .price: .money
        case .stock: .number(-1...Int64(Stock.range.upperBound))
        case .archivedAt, .createdAt, .updatedAt: .moment
        }
    }

    package var isOptional: Bool { [.barcode, .archivedAt].contains(self) }
}

/// What orders can be filtered by.
package enum OrderColumn: String, ListColumn {
    case id, userId, status, total, itemCount, note, createdAt, updatedAt

    package var kind: ColumnKind {
        switch self {
        case .id, .userId: .id
        case .status: .choice(OrderStatus.allCases.map(\.rawValue))
        case .total: .money
        case .itemCount: .number(0...1_000_000)
        case .note: .text(maximum: 2000)
        case .createdAt, .updatedAt: .moment
        }
    }

    package var isOptional: Bool { self == .note }
}

/// What the lines of orders can be filtered by.
package enum OrderLineColumn: String, ListColumn {
    case id, orderId, productId, sku, name, quantity, price, discount

    package var kind: ColumnKind {
        switch self {
        case .id, .orderId, .productId: .id
        case .sku: .text(maximum: 64)
        case .name: .text(maximum: 200)
        case .quantity: .number(0...1_000_000_000)
        case .price: .money
        case .discount: .percent
        }
    }
}

/// What the stock ledger can be filtered by.
package enum StockMoveColumn: String, ListColumn {
    case id, delta, reason, orderId, at

    package var kind: ColumnKind {
        switch self {
        case .id, .orderId: .id
        case .delta: .number(-1_000_000_000...1_000_000_000)
        case .reason: .choice(StockReason.allCases.map(\.rawValue))
        case .at: .moment
        }
    }

    package var isOptional: Bool { self == .orderId }
}
