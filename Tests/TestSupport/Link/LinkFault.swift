/// What happens to a round trip between a program and its server.
package enum LinkFault: Sendable, Hashable, CustomStringConvertible {
    /// The link breaks before the server hears anything of it.
    case cutBefore
    /// The server does it, and the link breaks before the program hears of it.
    case cutAfter
    /// The server does it, and the link breaks after as many bytes of the answer.
    case cutReply(after: Int)
    /// The server does it, and the answer never comes.
    case stall
    /// The answer comes byte by byte.
    case trickle
    /// The server refuses with this SQLSTATE (PostgreSQL manual, appendix A), and has done nothing.
    case refuse(String)

    package var description: String {
        switch self {
        case .cutBefore: "cut before it was sent"
        case .cutAfter: "cut after it was done"
        case .cutReply(let count): "cut after \(count) bytes of the answer"
        case .stall: "never answered"
        case .trickle: "answered byte by byte"
        case .refuse(let state): "refused with \(state)"
        }
    }
}
