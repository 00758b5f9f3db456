/// Amounts in digits of three rows, made of half blocks.
enum LargeDigits {
    /// The three rows of `text`; `nil` if it has a sign that there is no large form of.
    static func rows(_ text: String) -> [String]? {
        var rows = ["", "", ""]
        for sign in text {
            guard let shape = shapes[sign] else { return nil }
            for index in rows.indices { rows[index] += (rows[index].isEmpty ? "" : " ") + shape[index] }
        }
        return rows
    }

    private static let shapes: [Character: [String]] = [
        "0": ["█▀█", "█ █", "▀▀▀"], "1": ["▀█ ", " █ ", "▀▀▀"], "2": ["▀▀█", "█▀▀", "▀▀▀"],
        "3": ["▀▀█", " ▀█", "▀▀▀"], "4": ["█ █", "▀▀█", "  ▀"], "5": ["█▀▀", "▀▀█", "▀▀▀"],
        "6": ["█▀▀", "█▀█", "▀▀▀"], "7": ["▀▀█", "  █", "  ▀"], "8": ["█▀█", "█▀█", "▀▀▀"],
        "9": ["█▀█", "▀▀█", "▀▀▀"], ",": [" ", " ", "█"], ".": [" ", " ", "▀"], " ": [" ", " ", " "],
        "\u{A0}": [" ", " ", " "], "\u{202F}": [" ", " ", " "],
    ]
}
