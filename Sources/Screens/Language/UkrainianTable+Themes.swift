extension UkrainianTable {
    /// Themes, and what can be wrong with their files.
    static let themes: [String: String] = [
        "Theme {} was read anew.": "Тему {} прочитано знову.",
        "{} The theme stays as it was.": "{} Тема лишається, як була.",
        "A theme has only name, contrast, palette, base and role.":
            "У темі є лише name, contrast, palette, base і role.",
        "A theme needs a name in quotes.": "Темі потрібна назва name у лапках.",
        "The contrast is \"high\", or is left out.": "contrast — це \"high\", або його немає.",
        "The palette is a table of colours.": "palette — це таблиця кольорів.",
        "A colour of the palette is written \"#rrggbb\".": "Колір у palette пишеться \"#rrggbb\".",
        "The roles are a table of styles.": "role — це таблиця стилів.",
        "There is no such role; there are {}.": "Такої ролі немає; є {}.",
        "A style is a table such as { fg = \"#ffffff\", bold = true }.":
            "Стиль — це таблиця, як-от { fg = \"#ffffff\", bold = true }.",
        "A colour is text in quotes.": "Колір — це текст у лапках.",
        "\"{}\" is no colour: neither \"#rrggbb\" nor a name of the palette.":
            "\"{}\" не колір: ні \"#rrggbb\", ні назва з palette.",
        "A style has only fg, bg, bold, dim, underline, reverse and italic.":
            "У стилі є лише fg, bg, bold, dim, underline, reverse та italic.",
        "The value is true or false.": "Значення — true або false.",
        "A contrast of {}:1 needs exact colours, and {} has others.":
            "Для контрасту {}:1 потрібні точні кольори, а в {} інші.",
        "The contrast of {} is {}:1, below {}:1.": "Контраст {} — {}:1, менше ніж {}:1.",
        "The file isn't TOML.": "Це не файл TOML.",
        "A table is named by letters from A to Z, digits, - and _, or by a text in quotes.":
            "Таблицю називають літерами від A до Z, цифрами, - та _ або текстом у лапках.",
        "The file can't be opened: {}.": "Файл не відкривається: {}.",
        "The file can't be read: {}.": "Файл не читається: {}.",
        "The file is larger than {} bytes.": "Файл більший за {} байтів.",
        "The file isn't UTF-8.": "Файл не в UTF-8.",
    ]
}
