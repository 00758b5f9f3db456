/// Why a row of an "Online Retail" file does not become a line of an order.
///
/// The file is a ledger of everything that happened to invoices and shelves, not a list of sales. What is left out
/// either can't be read, or is no sale:
/// - Invoices `C…` take goods back. They don't name the invoice they belong to, so that no order could be cancelled
///   for them; as orders of negative quantities they would falsify every total.
/// - Invoices `A…` write off bad debts: bookkeeping, in which nothing is sold.
/// - Quantities below one on plain invoices have no price and often a note for a name (`damaged`, `thrown away`,
///   `?`): somebody corrected the stock.
/// - Rows without price and without customer are the same in the other direction (`found`, `check`). With a customer
///   a price of zero is a gift or a sample that left the shop on an invoice: such rows are imported.
/// - A price below a cent (0.001 in four rows) has no amount in money; rounding it would invent one.
/// - The code `BANK CHARGES` has a blank, which no code of a product may have; a fee of the bank is no product
///   either. Postage, carriage and vouchers have proper codes and were billed: they are imported.
///
/// Cases of one row stand in the order in which they are checked: the first that applies is told.
package enum RejectReason: String, Error, CaseIterable, Sendable {
    case malformed, fields, invoice, returned, writtenOff, date, quantity, quantityRange, stockCorrection
    case price, pricePrecision, priceNegative, priceRange, unpriced, code, description, customer, country
    /// Found when all rows are known: the invoice as a whole can't become an order.
    case customerConflict, totalRange

    /// The reason as a sentence for people.
    package var message: String {
        switch self {
        case .malformed: "The record is not CSV in UTF-8, or too long."
        case .fields: "The record has another number of fields than the header."
        case .invoice: "The invoice's number is not 1 to 32 digits."
        case .returned: "The invoice takes goods back (C…); it names no order."
        case .writtenOff: "The invoice writes off a debt (A…); nothing was sold."
        case .date: "The date is not written YYYY-MM-DD HH:MM:SS, or does not exist."
        case .quantity: "The quantity is not a whole number."
        case .quantityRange: "The quantity is above 1,000,000."
        case .stockCorrection: "The quantity is below 1: a correction of stock, no sale."
        case .price: "The price is not a number."
        case .pricePrecision: "The price has fractions of a cent."
        case .priceNegative: "The price is negative."
        case .priceRange: "The amount is larger than the books can hold."
        case .unpriced: "There is neither a price nor a customer: a correction of stock, no sale."
        case .code: "The code has blanks, commas or asterisks, or is not 1 to 64 characters long."
        case .description: "The description has control characters or more than 200 characters."
        case .customer: "The customer's number is not 1 to 32 letters, digits or hyphens."
        case .country: "The country has control characters or more than 100 characters."
        case .customerConflict: "The rows of this invoice name several customers."
        case .totalRange: "The invoice's total is larger than the books can hold."
        }
    }
}
