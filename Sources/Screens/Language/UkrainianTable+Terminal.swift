extension UkrainianTable {
    /// What has to do with the terminal itself.
    static let terminal: [String: String] = [
        "Copied {}.": "Скопійовано {1:символ|символи|символів}.",
        "character": "символ|символи|символів",
        "That is too long for a clipboard, which takes {} bytes. Export it instead.":
            "Задовго для буфера обміну: він бере {} байтів. Краще експортуйте.",
        "This terminal ({}) has no clipboard that programs can write to.":
            "Цей термінал ({}) не має буфера обміну, у який може писати програма.",
        "Lines {}   Pieces {}   TOTAL  {}": "Рядків {}   Штук {}   РАЗОМ  {}",
        "Line by line: ? lists the keys, ^L reads the whole screen.":
            "Рядок за рядком: ? показує клавіші, ^L читає весь екран.",
        "The terminal is away.": "Термінал недоступний.",
    ]
}
