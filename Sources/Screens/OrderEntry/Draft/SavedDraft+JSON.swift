import Domain
import JSON

extension SavedDraft {
    /// The formats of the file; a file of another one is left alone.
    ///
    /// The second has discounts. It is written where there are some, so that an older program leaves such a draft alone
    /// instead of forgetting them, and opens all others.
    private static let formats: ClosedRange<Int64> = 1...2

    /// The draft as a file's bytes.
    var bytes: [UInt8] {
        var writer = JSONWriter(reservingCapacity: 512 + 192 * draft.lines.count)
        writer.object {
            $0.field("format", draft.lines.discountedCount > 0 ? Self.formats.upperBound : Self.formats.lowerBound)
            $0.field("key", draft.key.value)
            $0.field("owner", owner.value)
            $0.field("savedAt", savedAt.microseconds)
            $0.field("revision", draft.revision)
            $0.field("inFlight", draft.isInFlight)
            $0.field("note", draft.note)
            $0.key("customer")
            Self.write(draft.customer, to: &$0)
            $0.key("lines")
            $0.array { writer in
                for line in draft.lines.all { Self.write(line, to: &writer) }
            }
        }
        return writer.bytes
    }

    /// Reads a file's bytes; `nil` where they are not such a draft.
    init?(bytes: [UInt8]) {
        guard let root = try? JSONValue(parsing: bytes), root["format"]?.intValue.map(Self.formats.contains) == true,
            let name = root["key"]?.stringValue, let key = try? IdempotencyKey(name),
            let owner = root["owner"]?.intValue, let savedAt = root["savedAt"]?.intValue,
            let revision = root["revision"]?.intValue, let lines = root["lines"]?.arrayValue
        else { return nil }
        var draft = OrderDraft(key: key)
        draft.revision = Int(revision)
        draft.isInFlight = root["inFlight"]?.boolValue ?? false
        draft.note = root["note"]?.stringValue
        draft.customer = root["customer"].flatMap(Self.customer)
        for value in lines {
            guard let line = Self.line(value), draft.lines.index(of: line.product) == nil,
                (try? draft.lines.check(line, at: nil)) != nil
            else { return nil }
            draft.lines.apply(LineChange(index: draft.lines.count, before: nil, after: line))
        }
        self.init(draft: draft, owner: Identifier(owner), savedAt: Moment(microseconds: savedAt))
    }

    private static func write(_ customer: OrderDraft.Customer?, to writer: inout JSONWriter) {
        guard let customer else {
            writer.null()
            return
        }
        writer.object {
            $0.field("id", customer.id.value)
            $0.field("name", customer.name)
            $0.field("phone", customer.phone)
        }
    }

    private static func write(_ line: DraftLine, to writer: inout JSONWriter) {
        writer.object {
            $0.field("product", line.product.value)
            $0.field("sku", line.sku)
            $0.field("name", line.name)
            $0.field("quantity", line.quantity)
            $0.field("price", unscaled: line.price.minor, scale: 2)
            if line.discount > .zero { $0.field("discount", unscaled: Int64(line.discount.basisPoints), scale: 2) }
            $0.field("stock", line.stock)
        }
    }

    private static func customer(_ value: JSONValue) -> OrderDraft.Customer? {
        guard let id = value["id"]?.intValue, let name = value["name"]?.stringValue else { return nil }
        return OrderDraft.Customer(id: Identifier(id), name: name, phone: value["phone"]?.stringValue)
    }

    private static func line(_ value: JSONValue) -> DraftLine? {
        guard let product = value["product"]?.intValue, let sku = value["sku"]?.stringValue,
            let name = value["name"]?.stringValue, let quantity = value["quantity"]?.intValue,
            let price = value["price"]?.stringValue.flatMap({ Money($0) }), let stock = value["stock"]?.intValue
        else { return nil }
        var line = DraftLine(
            product: Identifier(product), sku: sku, name: name, quantity: Int(quantity), price: price,
            stock: Int(stock))
        if let text = value["discount"]?.stringValue {
            guard let discount = Percent(text) else { return nil }
            line.discount = discount
        }
        return line
    }
}
