/// How many requests of each class a client has a minute; 0 is as many as it likes.
package struct RateQuotas: Sendable, Hashable {
    package var perMinute: [RateClass: Int] = [.read: 3000, .write: 600, .login: 60, .stream: 60]
    /// Whether clients on this machine are held to it, too.
    ///
    /// They share one address, and the operator's own programs are among them.
    package var limitsLoopback = false

    package init() {}
}
