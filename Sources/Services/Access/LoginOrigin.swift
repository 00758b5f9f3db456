import Sodium

/// Where a login comes from.
package struct LoginOrigin: Sendable {
    /// The network address, where there is one.
    package let address: String?
    /// What the program calls itself, in one short line.
    package let userAgent: String?

    package init(address: String?, userAgent: String? = nil) {
        self.address = address
        self.userAgent = userAgent.map { text in
            let plain = text.unicodeScalars.prefix(200).filter { $0.properties.generalCategory != .control }
            return String(String.UnicodeScalarView(plain))
        }
    }

    /// The subject under which tries from here are counted.
    var subject: String? { address.map { "address:\($0)" } }

    /// The subject under which tries with this login are counted: a hash, since people type passwords there.
    static func subject(login: String) -> String { "login:\(SHA256.hexadecimal(Array(login.utf8)))" }
}
