import Wording

/// Where the columns of an "Online Retail" file stand, found by their names.
package struct OnlineRetailColumns: Hashable, Sendable {
    /// The columns, in the order of the original file.
    package enum Column: String, CaseIterable, Sendable {
        case invoice = "InvoiceNo"
        case code = "StockCode"
        case description = "Description"
        case quantity = "Quantity"
        case date = "InvoiceDate"
        case price = "UnitPrice"
        case customer = "CustomerID"
        case country = "Country"
    }

    /// How many fields every record has.
    package let count: Int
    private let places: [Int]

    /// Reads the header: the eight names in any order and letter case, each once; further columns are passed over.
    /// - Throws: ``InvalidInput`` that names every missing or repeated column.
    package init(header: CSVRecord) throws(InvalidInput) {
        var checker = Checker()
        if header.problem != nil {
            checker.fail(Violation("header", "format", "The first line is no readable CSV header."))
        }
        let names = header.texts.map { Text.trim($0).lowercased() }
        var places: [Int] = []
        for column in Column.allCases {
            let found = names.indices.filter { names[$0] == column.rawValue.lowercased() }
            if found.count > 1 {
                checker.fail(Violation(column.rawValue, "duplicate", "The column stands \(found.count) times."))
            }
            if found.isEmpty { checker.fail(Violation(column.rawValue, "required", "The column is missing.")) }
            places.append(found.first ?? 0)
        }
        try checker.finish()
        (self.count, self.places) = (header.count, places)
    }

    /// The field of `record` in `column`, without blanks around it.
    ///
    /// The record must have ``count`` fields.
    package func field(_ column: Column, of record: CSVRecord) -> ArraySlice<UInt8> {
        let place = places[column.place]
        var field = record[place]
        while let first = field.first, first == 32 || first == 9 { field.removeFirst() }
        while let last = field.last, last == 32 || last == 9 { field.removeLast() }
        return field
    }

    /// The fields of `record` in the order of the original file; missing ones are empty.
    package func texts(of record: CSVRecord) -> [String] {
        places.map { $0 < record.count ? String(decoding: record[$0], as: UTF8.self) : "" }
    }
}

extension OnlineRetailColumns.Column {
    fileprivate var place: Int {
        switch self {
        case .invoice: 0
        case .code: 1
        case .description: 2
        case .quantity: 3
        case .date: 4
        case .price: 5
        case .customer: 6
        case .country: 7
        }
    }
}
