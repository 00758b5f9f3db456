import Domain
import Wording

/// The form of a new product, or of one that is to be changed.
struct ProductForm: FormSubject {
    private(set) var original: Product?
    let format: Format

    init(original: Product?, format: Format) { (self.original, self.format) = (original, format) }

    var title: Phrase { original.map { "Edit \($0.sku)" } ?? "New product" }

    var fields: [FormField] {
        let common = [
            FormField(
                "sku", "Code",
                help: FieldHelp(
                    "The short code that is typed in orders; no blanks.",
                    rule: "1 to 64 characters without blanks, * and commas; upper and lower case are alike.",
                    examples: ["A-100"]), maximum: 64),
            FormField(
                "name", "Name",
                help: FieldHelp(
                    "The name, as it stands on orders.", rule: "1 to 200 characters.", examples: ["Чай зелений 100 г"])),
            FormField(
                "price", "Price",
                help: FieldHelp(
                    "In \(format.currencySign): 12 or 12,50 or 1 200.00",
                    rule: "From 0, with at most two decimals behind a comma or a point; blanks may part thousands.",
                    examples: ["12", "12,50", "1 200.00"]), kind: .amount(format), maximum: 24),
            FormField(
                "barcode", "Barcode",
                help: FieldHelp(
                    "Optional: scan it, or type 4 to 48 letters and digits.",
                    rule: "Letters, digits and hyphens; no two products share one.", examples: ["4820000000017"]),
                maximum: 48),
        ]
        let stock = FormField(
            "stock", "On hand",
            help: FieldHelp(
                "Pieces on hand now; later receipts add to them.",
                rule: "A whole number from 0 to 1,000,000,000; blanks may part thousands.", examples: ["40", "1 200"]),
            kind: .count(format), maximum: 14)
        return original == nil ? common + [stock] : common
    }

    var texts: [String: String] {
        guard let product = original else { return ["stock": "0"] }
        return [
            "sku": product.sku, "name": product.name, "price": format.amount(product.price),
            "barcode": product.barcode ?? "",
        ]
    }

    func query(_ values: FormValues) throws(InvalidInput) -> Query? {
        guard let product = original else { return .change(.createProduct(try new(values))) }
        let old = FormValues(texts)
        let edit = try ProductEdit(
            sku: values.edit("sku", from: old["sku"]), barcode: values.optionalEdit("barcode", from: old["barcode"]),
            name: values.edit("name", from: old["name"]), price: values.edit("price", from: old["price"]))
        return edit == (try ProductEdit()) ? nil : .change(.editProduct(product.id, edit, version: product.version))
    }

    private func new(_ values: FormValues) throws(InvalidInput) -> NewProduct {
        let stock = WholeNumber(values["stock"])
        var violations: [Violation] = []
        if stock == nil {
            violations.append(Violation("stock", "format", "On hand is a whole number from 0 to 1,000,000,000."))
        }
        do throws(InvalidInput) {
            let product = try NewProduct(
                sku: values["sku"], barcode: values.optional("barcode"), name: values["name"], price: values["price"],
                stock: stock?.value ?? 0)
            if violations.isEmpty { return product }
        } catch {
            violations = error.violations + violations
        }
        throw InvalidInput(violations)
    }

    func outcome(_ record: Record) -> (News, Phrase) {
        guard case .product(let product) = record else { return (.changed(record), "Saved.") }
        let sentence: Phrase = "\(product.sku) \(product.name) is saved."
        return original == nil ? (.created(record), sentence) : (.changed(record), sentence)
    }

    /// Whoever types a code or a name sees which there are already.
    func suggest(_ field: String, _ typed: String) -> Query? {
        guard field == "sku" || field == "name" else { return nil }
        let filter = ProductFilter(text: typed.isEmpty ? nil : typed)
        return .products(
            ProductListRequest(
                filter: filter, sort: field == "sku" ? .sku : .name, isDescending: false, limit: FieldLookup.limit))
    }

    func suggestions(_ field: String, _ typed: String, in reply: Reply) -> [FieldSuggestion] {
        guard case .products(let page) = reply else { return [] }
        return page.items.map { product in
            field == "sku"
                ? FieldSuggestion(product.sku, remark: product.name)
                : FieldSuggestion(product.name, remark: product.sku)
        }
    }

    func twins(_ field: String, _ text: String) -> Query? {
        field == "sku" || field == "barcode" ? .productsBearing(code: text) : nil
    }

    func warning(_ field: String, of twin: Record) -> Phrase? {
        guard case .product(let product) = twin, product.id != original?.id else { return nil }
        return product.archivedAt == nil
            ? "\(product.sku) \(product.name) has this code or barcode already."
            : "\(product.sku) \(product.name), which is archived, has this code or barcode already."
    }

    var version: Int? { original?.version }
    var reread: Query? { original.map { .product($0.id) } }

    mutating func rebase(on record: Record) {
        if case .product(let product) = record { original = product }
    }
}
