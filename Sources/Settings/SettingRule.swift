/// What a setting's text must be, in words and in code.
enum SettingRule: Sendable, Equatable {
    case choice([String])
    case integer(ClosedRange<Int>)
    case flag
    case path
    case connection
    case loopback
    case host
    case origins
    case currency
    case name

    /// The type, for the table of settings.
    var type: String {
        switch self {
        case .choice: "choice"
        case .integer: "whole number"
        case .flag: "flag"
        case .path: "path"
        case .connection: "connection string"
        case .loopback, .host: "address"
        case .origins: "list"
        case .currency: "code"
        case .name: "name"
        }
    }

    /// The rule as the end of a sentence that begins with "must be".
    var requirement: String {
        switch self {
        case .choice(let choices): "one of " + choices.joined(separator: ", ")
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .flag: "true or false (or yes, no, on, off, 1, 0)"
        case .path: "a path of 1 to 4096 bytes"
        case .connection: "a postgresql:// URL or words such as host=/run/postgresql dbname=shop"
        case .loopback: "a loopback address (127.0.0.1, ::1 or localhost)"
        case .host: "an address or name of this machine, such as 127.0.0.1 or 0.0.0.0"
        case .origins: "origins such as https://shop.example, parted by commas"
        case .currency: "the ISO 4217 code of a currency with two decimals, such as UAH"
        case .name: "1 to 64 lower-case letters, digits, - or _"
        }
    }

    /// Whether a text keeps the rule.
    func allows(_ text: String) -> Bool {
        switch self {
        case .choice(let choices): choices.contains(text)
        case .integer(let range): Self.integer(text).map(range.contains) ?? false
        case .flag: Self.flag(text) != nil
        case .path: (1...4096).contains(text.utf8.count) && !text.utf8.contains(0)
        case .connection: Self.isConnection(text)
        case .loopback: Self.isLoopback(text)
        case .host: Self.isHost(text)
        case .origins: Self.origins(text) != nil
        case .currency: CurrencyCode(text) != nil
        case .name: Self.isName(text)
        }
    }

    /// A whole number in plain digits: no sign but minus, no blanks.
    static func integer(_ text: String) -> Int? {
        text.hasPrefix("+") ? nil : Int(text)
    }

    /// A yes or no in the usual words.
    static func flag(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "yes", "1", "on": true
        case "false", "no", "0", "off": false
        default: nil
        }
    }

    private static func isConnection(_ text: String) -> Bool {
        guard !text.utf8.contains(0), text.utf8.count <= 4096 else { return false }
        return text.hasPrefix("postgresql://") || text.hasPrefix("postgres://") || text.contains("=")
    }

    private static func isLoopback(_ text: String) -> Bool {
        if ["::1", "localhost"].contains(text) { return true }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127"
            && parts.allSatisfy { part in
                (1...3).contains(part.count) && part.allSatisfy(\.isASCII) && UInt8(part) != nil
            }
    }

    private static func isHost(_ text: String) -> Bool {
        (1...253).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    /// Scheme, host and perhaps a port each, in lower case, without a path.
    static func origins(_ text: String) -> Set<String>? {
        var origins: Set<String> = []
        for part in text.lowercased().split(separator: ",", omittingEmptySubsequences: false) {
            let origin = String(part.drop { $0 == " " })
            let host = ["https://", "http://"].lazy.compactMap { scheme in
                origin.hasPrefix(scheme) ? String(origin.dropFirst(scheme.count)) : nil
            }.first
            guard let host, isHost(host) else { return nil }
            origins.insert(origin)
        }
        return origins
    }

    private static func isName(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                    UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
