/// What tells one person from another; two users who have it in common may be the same one, entered twice.
package enum UserTrait: Hashable, Sendable {
    /// The same words, whatever case and accents they are written in.
    case name(String)
    /// The same address, whatever case it is written in.
    case email(String)
    /// The same telephone, see ``PhoneNumber/spellings(_:)``.
    case phone(String)
}
