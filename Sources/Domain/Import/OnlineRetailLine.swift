/// One row of an "Online Retail" file that is a line of an order.
package struct OnlineRetailLine: Sendable {
    package let invoice: ArraySlice<UInt8>
    /// The product's code as it stands in the file; letter case does not tell products apart.
    package let code: ArraySlice<UInt8>
    /// Empty where the row has none.
    package let description: ArraySlice<UInt8>
    package let quantity: Int32
    package let date: Moment
    /// Zero for a gift.
    package let price: Money
    /// Empty where the customer is not known.
    package let customer: ArraySlice<UInt8>
    package let country: ArraySlice<UInt8>
}

/// Reads the rows of an "Online Retail" file under the rules that ``RejectReason`` explains.
package struct OnlineRetailReader: Sendable {
    package let columns: OnlineRetailColumns
    /// The last date that was read: the rows of one invoice share it.
    private var lastDate: (bytes: ArraySlice<UInt8>, moment: Moment) = ([], Moment(microseconds: 0))

    package init(columns: OnlineRetailColumns) { self.columns = columns }

    /// Reads one record.
    package mutating func read(_ record: CSVRecord) -> Result<OnlineRetailLine, RejectReason> {
        do throws(RejectReason) {
            if record.problem != nil { throw .malformed }
            if record.count != columns.count { throw .fields }
            let invoice = try invoice(of: record)
            let date = try date(of: record)
            let quantity = try quantity(of: record)
            let customer = columns.field(.customer, of: record)
            let price = try price(of: record, quantity: quantity, hasCustomer: !customer.isEmpty)
            let code = try code(of: record)
            let description = try line(.description, of: record, maximum: 200, else: .description)
            guard customer.allSatisfy(Self.isReferenceByte), customer.count <= 32 else { throw .customer }
            let country = try line(.country, of: record, maximum: 100, else: .country)
            return .success(
                OnlineRetailLine(
                    invoice: invoice, code: code, description: description, quantity: quantity, date: date,
                    price: price, customer: customer, country: country))
        } catch {
            return .failure(error)
        }
    }

    private func invoice(of record: CSVRecord) throws(RejectReason) -> ArraySlice<UInt8> {
        let invoice = columns.field(.invoice, of: record)
        let digits = invoice.dropFirst()
        guard (1...32).contains(invoice.count), digits.allSatisfy({ (48...57).contains($0) }) else { throw .invoice }
        switch invoice.first {
        case UInt8(ascii: "C"), UInt8(ascii: "c"): throw digits.isEmpty ? .invoice : .returned
        case UInt8(ascii: "A"), UInt8(ascii: "a"): throw digits.isEmpty ? .invoice : .writtenOff
        case .some(48...57): return invoice
        default: throw .invoice
        }
    }

    private mutating func date(of record: CSVRecord) throws(RejectReason) -> Moment {
        let bytes = columns.field(.date, of: record)
        if bytes == lastDate.bytes { return lastDate.moment }
        guard bytes.count == 19, bytes[bytes.startIndex + 10] == 32,
            let moment = Moment(String(decoding: bytes, as: UTF8.self) + "Z")
        else { throw .date }
        // A copy of its own: the slice would keep the record's memory.
        lastDate = (ArraySlice(Array(bytes)), moment)
        return moment
    }

    private func quantity(of record: CSVRecord) throws(RejectReason) -> Int32 {
        switch DecimalReading(columns.field(.quantity, of: record), scale: 0) {
        case .value(let value) where value < 1: throw .stockCorrection
        case .value(let value):
            guard let quantity = Int32(exactly: value), PlaceOrder.quantities.contains(Int(quantity)) else {
                throw .quantityRange
            }
            return quantity
        case .tooLarge: throw .quantityRange
        case .tooPrecise, .malformed: throw .quantity
        }
    }

    private func price(
        of record: CSVRecord, quantity: Int32, hasCustomer: Bool
    ) throws(RejectReason) -> Money {
        switch DecimalReading(columns.field(.price, of: record), scale: 2) {
        case .value(let minor):
            if minor < 0 { throw .priceNegative }
            if minor == 0 && !hasCustomer { throw .unpriced }
            let price = Money(minor: minor)
            guard price <= .maximum, price.times(Int(quantity)) != nil else { throw .priceRange }
            return price
        case .tooLarge: throw .priceRange
        case .tooPrecise: throw .pricePrecision
        case .malformed: throw .price
        }
    }

    /// The product's code, under the rules of ``Text/sku(_:)``.
    private func code(of record: CSVRecord) throws(RejectReason) -> ArraySlice<UInt8> {
        let bytes = columns.field(.code, of: record)
        let isPlain = bytes.allSatisfy { Self.isVisible($0) && $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: ",") }
        if isPlain && (1...64).contains(bytes.count) { return bytes }
        do throws(Violation) {
            return ArraySlice(try Text.sku(String(decoding: bytes, as: UTF8.self)).utf8)
        } catch {
            throw .code
        }
    }

    /// One line of text, or nothing, under the rules of ``Text/line(_:field:maximum:)``.
    private func line(
        _ column: OnlineRetailColumns.Column, of record: CSVRecord, maximum: Int, else reason: RejectReason
    ) throws(RejectReason) -> ArraySlice<UInt8> {
        let bytes = columns.field(column, of: record)
        if bytes.count <= maximum && bytes.allSatisfy({ Self.isVisible($0) || $0 == 32 }) { return bytes }
        do throws(Violation) {
            let text = try Text.line(String(decoding: bytes, as: UTF8.self), field: column.rawValue, maximum: maximum)
            return ArraySlice((text ?? "").utf8)
        } catch {
            throw reason
        }
    }

    private static func isVisible(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }

    private static func isReferenceByte(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte & 0xDF) || byte == UInt8(ascii: "-")
    }
}
