extension UkrainianTable {
    /// Saved views, and what is kept of lists.
    static let views: [String: String] = [
        "Keep the view as ": "Зберегти вигляд як ",
        "view {}": "вигляд {}",
        "view {}, {}": "вигляд {}, {}",
        "Views": "Вигляди",
        "usual view": "звичайний вигляд",
        "a name": "назва",
        "No view is kept yet.": "Збережених виглядів ще немає.",
        "No view is called so.": "Вигляду з такою назвою немає.",
        "Views of these rows are not kept.": "Вигляди цих рядків не зберігаються.",
        "Delete the view “{}”?": "Видалити вигляд «{}»?",
        "The filter is not understood: mend it first.": "Фільтр незрозумілий: спершу виправте його.",
        "A view needs a name, of at most {} characters.": "Вигляду потрібна назва, щонайбільше {} символів.",
        "Keep this in the place of the view “{}”?": "Зберегти це замість вигляду «{}»?",
        "There are {} views already: delete one first.": "Виглядів уже {}: спершу видаліть якийсь.",
        "The view “{}” is kept.": "Вигляд «{}» збережено.",
        "The view “{}” is deleted.": "Вигляд «{}» видалено.",
        "These rows can't be counted.": "Ці рядки не можна порахувати.",
        "{} under this filter.": "{1:рядок|рядки|рядків} за цим фільтром.",
        "Not counted: there are too many rows. A narrower filter has fewer.":
            "Не пораховано: рядків забагато. За вужчим фільтром їх менше.",
        "Not counted.": "Не пораховано.",
        "Stopped: {} marked.": "Зупинено: позначено {}.",
        "{} marked.": "Позначено {1:рядок|рядки|рядків}.",
        "{} rows are marked, as many as a list keeps; the filter has more.":
            "Позначено {} рядків, більше список не тримає; за фільтром їх більше.",
        "No row is marked.": "Жодного рядка не позначено.",
        "Mark all rows of the filter": "Позначити всі рядки фільтра",
        "Take all marks away": "Зняти всі позначки",
        "Count the rows of the filter": "Порахувати рядки фільтра",
        "Show the record beside the list, or no longer": "Показувати запис поряд зі списком або ні",
        "Scroll the record beside the list down": "Прокрутити запис поряд униз",
        "Scroll the record beside the list up": "Прокрутити запис поряд угору",
        "A record stands beside its list from {} columns on.":
            "Запис стоїть поряд зі списком від {} колонок термінала.",
        "No record stands beside the list.": "Запису поряд зі списком немає.",
        "History": "Історія",
        "more line": "ще рядок|ще рядки|ще рядків",
        "taken back: {}": "повернено: {}",
        "{} {} takes it back.": "{} {} повертає.",
        "Taken back.": "Повернено.",
        "Take back what was just done": "Повернути щойно зроблене",
        "{} As of {}. Trying again; F5 tries now.": "{} Станом на {}. Нові спроби тривають; F5 — зараз.",
        "{} no longer fit": "{} вже не підходять",
        "writing customers": "записуються клієнти",
        "writing products": "записуються товари",
        "writing orders": "записуються замовлення",
        "writing lines": "записуються рядки",
        "writing the ledger": "записується рух товару",
        "indexing": "будуються індекси",
        "finishing": "завершення",
        "{} %": "{} %",
        "row a second": "рядок за секунду|рядки за секунду|рядків за секунду",
        "The shop has {}, {}, {} and {} now.":
            """
        Тепер у крамниці {1:клієнт|клієнти|клієнтів}, {2:товар|товари|товарів}, \
        {3:замовлення|замовлення|замовлень} і {4:рядок|рядки|рядків}.
        """,
        "PostgreSQL says: {}": "PostgreSQL каже: {}",
        "The database does not answer. {}": "База даних не відповідає. {}",
        "Choose a saved view": "Вибрати збережений вигляд",
        "Keep filter, sorts and columns as a view":
            "Зберегти фільтр, сортування й колонки як вигляд",
        "Open a list in a saved view": "Відкрити список у збереженому вигляді",
        "{} can't be read. It is put aside as {}; the lists begin as usual.":
            "{} не читається. Його відкладено як {}; списки починаються звично.",
        "{} can't be read, and is left alone: views and places are not kept.":
            "{} не читається, і його не чіпають: вигляди й місця не зберігаються.",
        "Kept until the program ends, no longer: {} {}: {}.": "Збережено лише до кінця роботи програми: {} {}: {}.",
        "Kept until the program ends, no longer: another program is writing {}.":
            "Збережено лише до кінця роботи програми: {} саме пише інша програма.",
        "Kept until the program ends, no longer: {} can't be read, and is left alone.":
            "Збережено лише до кінця роботи програми: {} не читається, і його не чіпають.",
    ]
}
