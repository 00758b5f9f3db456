import NIOCore

/// Where a request comes from.
package struct ClientAddress: Hashable, Sendable {
    /// The address without a port; nil for a socket that has none.
    package let text: String?
    /// Whether it is this machine.
    package let isLoopback: Bool

    package init(_ text: String?) {
        self.text = text
        isLoopback = text.map { $0.hasPrefix("127.") || $0 == "::1" || $0.hasPrefix("::ffff:127.") } ?? true
    }

    init(of channel: any Channel) { self.init(channel.remoteAddress?.ipAddress) }
}
