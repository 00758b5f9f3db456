extension UkrainianTable {
    /// Filters, the dashboard and what else lists know.
    static let more: [String: String] = [
        "{}: a text to look for, in quotes if it has blanks": "{}: текст для пошуку, у лапках, якщо з пропусками",
        "{}: a code, such as A-100, or A-* for all that begin so":
            "{}: код, як-от A-100, або A-* для всіх, що так починаються",
        "{}: a whole number, such as 5, >5, 5.. or 5..9": "{}: ціле число, як-от 5, >5, 5.. або 5..9",
        "{}: an amount, such as 12.50, >500, 100.. or 100..250": "{}: сума, як-от 12.50, >500, 100.. або 100..250",
        "{}: a date, such as 2026, 2026-01, 2026-01-15, today or 2026-01..":
            "{}: дата, як-от 2026, 2026-01, 2026-01-15, today або 2026-01..",
        "{}: one of {}": "{}: одне з {}",
        "A filter has at most {} conditions.": "У фільтрі щонайбільше {} умов.",
        "The quote is not closed.": "Лапки не закрито.",
        "There is no field {}; there are {}. Quotes make it a text.":
            "Немає поля {}; є {}. Лапки роблять це текстом.",
        "Nothing is asked for here.": "Тут нічого не запитано.",
    ]
}
