import Glibc

/// The account of the operating system that runs the program.
enum Account {
    /// Its name, or its number where it has none.
    static var name: String {
        guard let entry = getpwuid(getuid()) else { return "uid\(getuid())" }
        return String(cString: entry.pointee.pw_name)
    }
}
