package import Domain

/// An order that is to be placed, with what its key stands for and who asks.
package struct OrderToPlace: Sendable {
    package let request: PlaceOrder
    /// SHA-256 of the order's meaning.
    package let fingerprint: [UInt8]
    package let principal: Principal

    package init(_ request: PlaceOrder, fingerprint: [UInt8], by principal: Principal) {
        (self.request, self.fingerprint, self.principal) = (request, fingerprint, principal)
    }
}
