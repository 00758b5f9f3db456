import Glibc
import NIOCore

/// Why the server could not begin to listen.
package struct HTTPStartFailure: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Reason: Sendable, Hashable {
        /// Another program has the port.
        case addressInUse
        /// The account may not listen there, as on ports below 1024.
        case permissionDenied
        /// The host is no address of this machine, or can't be resolved.
        case addressNotAvailable
        /// The system's words.
        case other(String)
    }

    package let host: String
    package let port: Int
    package let reason: Reason

    init(host: String, port: Int, error: any Error) {
        (self.host, self.port) = (host, port)
        switch (error as? IOError)?.errnoCode {
        case EADDRINUSE: reason = .addressInUse
        case EACCES, EPERM: reason = .permissionDenied
        case EADDRNOTAVAIL: reason = .addressNotAvailable
        case let code?: reason = .other(String(cString: strerror(code)))
        case nil: reason = error is SocketAddressError ? .addressNotAvailable : .other("\(error)")
        }
    }

    /// One sentence: which address, and why not.
    package var description: String {
        let why =
            switch reason {
            case .addressInUse: "another program has the port"
            case .permissionDenied: "this account may not listen there"
            case .addressNotAvailable: "this machine has no such address"
            case .other(let words): words
            }
        return "HTTP can't listen on \(host):\(port): \(why)."
    }
}
