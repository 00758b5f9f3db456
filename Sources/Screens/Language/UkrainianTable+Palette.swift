extension UkrainianTable {
    /// The palette, help, and what was said.
    static let palette: [String: String] = [
        "filter": "фільтр",
        "number": "номер",
        "code or name": "код або назва",
        "name or telephone": "ім'я або телефон",
        "name": "назва",
        "key or words": "клавіша або слова",
        "a command, or a word and what belongs to it": "команда, або слово і те, що до нього",
        "There is no order {}.": "Замовлення {} немає.",
        "There is no theme {}; there are {}.": "Теми {} немає; є {}.",
        "No key is called {}, and nothing that one does.": "Ні клавіші, ні дії з назвою {} немає.",
        "An order is called by its number, such as 104233.": "Замовлення називають за номером, як-от 104233.",
        "looking for it{}": "шукаю{}",
        "type to search": "шукайте",
        "Messages": "Повідомлення",
        "Nothing was said.": "Нічого не сказано.",
        "not on this screen": "не на цьому екрані",
        "type to search; Tab, then a key: what it does": "шукайте; Tab, потім клавіша: що вона робить",
        "{} does nothing.": "{} нічого не робить.",
        "Press a key, and see what it does.": "Натисніть клавішу, щоб побачити, що вона робить.",
        "Show what was said, the latest first": "Показати, що було сказано, останнє першим",
        "Open an order by its number": "Відкрити замовлення за номером",
        "Open a product by its code": "Відкрити товар за кодом",
        "Open a customer by name or telephone": "Відкрити клієнта за ім'ям або телефоном",
        "Choose the colours": "Вибрати кольори",
    ]
}
