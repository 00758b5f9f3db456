/// How a listener is to behave beyond its limits.
package struct HTTPOptions: Sendable {
    /// How many requests a client has a minute.
    package var rates = RateQuotas()
    /// Origins whose pages may use the shop from a browser, such as `https://shop.example`.
    package var origins: Set<String> = []
    /// Whether answers tell how long they took (`Server-Timing`).
    package var tellsTiming = false
    /// The certificate and key of a listener that speaks TLS, and HTTP/2 where the client does.
    package var tls: TLSFiles?
    /// Where a line for each request is written to.
    package var accessLog: (@Sendable ([UInt8]) -> Void)?

    /// How `/graphql` answers.
    package var graphQL = GraphQLOptions()

    package init() {}
}

/// A certificate with those that vouch for it, and its private key, as PEM files.
package struct TLSFiles: Sendable, Hashable {
    package let certificate, key: String

    package init(certificate: String, key: String) { (self.certificate, self.key) = (certificate, key) }
}
