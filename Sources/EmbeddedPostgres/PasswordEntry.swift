import Glibc

/// An account of the operating system, as the password database has it.
struct PasswordEntry: Sendable, Equatable {
    let name: String
    let uid: uid_t
    let gid: gid_t
    let home: String

    /// The account with this name, or nil where there is none.
    static func find(name: String) -> PasswordEntry? {
        find { entry, buffer, size, result in getpwnam_r(name, entry, buffer, size, result) }
    }

    /// The account with this number, or nil where there is none (as in some containers).
    static func find(uid: uid_t) -> PasswordEntry? {
        find { entry, buffer, size, result in getpwuid_r(uid, entry, buffer, size, result) }
    }

    private typealias Lookup = (
        UnsafeMutablePointer<passwd>, UnsafeMutablePointer<CChar>, Int,
        UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>
    ) -> Int32

    private static func find(_ lookup: Lookup) -> PasswordEntry? {
        var entry = passwd()
        var result: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16_384)
        return buffer.withUnsafeMutableBufferPointer { space -> PasswordEntry? in
            guard let start = space.baseAddress, lookup(&entry, start, space.count, &result) == 0, result != nil,
                let name = entry.pw_name, let home = entry.pw_dir
            else { return nil }
            return PasswordEntry(
                name: String(cString: name), uid: entry.pw_uid, gid: entry.pw_gid, home: String(cString: home))
        }
    }
}
