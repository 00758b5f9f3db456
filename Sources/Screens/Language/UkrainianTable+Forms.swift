extension UkrainianTable {
    /// What forms say of their fields.
    static let forms: [String: String] = [
        "Open the list of what the field may hold": "Відкрити список того, що може стояти в полі",
        "Take what somebody else has made of the field": "Взяти те, що в полі зробив інший",
        "Theirs": "Їхнє",
        "Keep your own text of the field": "Залишити в полі своє",
        "Yours": "Ваше",
        "It was": "Було",
        "Conflict": "Розбіжність",
        "Nobody else has changed this field meanwhile.": "Цього поля тим часом ніхто інший не змінював.",
        "This field has no list to choose from.": "Це поле не має списку для вибору.",
        "Somebody else has changed this record, but nothing on this form.":
            "Хтось інший змінив цей запис, але нічого з цієї форми.",
        "{} Save again.": "{} Збережіть ще раз.",
        "Changed by somebody else: {}. What you typed stays.": "Змінив хтось інший: {}. Набране вами лишається.",
        "Somebody else has changed this; it was \"{}\".": "Це змінив хтось інший; було «{}».",
        "Theirs is \"{}\". Take it, or keep yours.": "Їхнє — «{}». Візьміть його або залиште своє.",
        "{}: theirs is \"{}\". Take it, or keep yours.": "{}: їхнє — «{}». Візьміть його або залиште своє.",
        "Changed meanwhile by somebody else. {}": "Тим часом змінив хтось інший. {}",
        "Changed by somebody else: {}": "Змінив хтось інший: {}",
        "Edit the note of the order": "Змінити примітку замовлення",
        "The note of order {} is saved.": "Примітку замовлення {} збережено.",
        "What whoever packs the order should know. Enter saves.":
            "Що має знати той, хто пакує замовлення. Enter зберігає.",
        "Up to 2,000 characters; ⏎ ends a line. The audit log keeps what stood here before.":
            "До 2 000 знаків; ⏎ закінчує рядок. Журнал дій пам’ятає, що стояло тут раніше.",
        "Call before delivery": "Зателефонувати перед доставкою",
        "Pays on delivery": "Платить при отриманні",
        "Delivery 17": "Поставка 17",
        "Up to 2,000 characters.": "До 2 000 знаків.",
        "For example: {}": "Наприклад: {}",
        "There is a list to choose from.": "Є список, з якого можна вибрати.",
        "1 to 200 characters. Whoever is called so already is named when you leave the field.":
            "Від 1 до 200 знаків. Якщо так уже хтось зветься, про це буде сказано при виході з поля.",
        "1 to 200 characters.": "Від 1 до 200 знаків.",
        "Blanks, brackets, dots, hyphens and slashes may part the digits.":
            "Цифри можна розділяти пропусками, дужками, крапками, дефісами й скісними рисками.",
        "Something on both sides of one @, no blanks, at most 254 characters.":
            "Щось по обидва боки від одного @, без пропусків, щонайбільше 254 знаки.",
        "1 to 64 characters without blanks, * and commas; upper and lower case are alike.":
            "Від 1 до 64 знаків без пропусків, * і ком; великі й малі літери однакові.",
        "From 0, with at most two decimals behind a comma or a point; blanks may part thousands.":
            "Від 0, щонайбільше два знаки після коми або крапки; тисячі можна відділяти пропусками.",
        "Letters, digits and hyphens; no two products share one.":
            "Літери, цифри й дефіси; двох товарів з одним штрихкодом немає.",
        "A whole number from 0 to 1,000,000,000; blanks may part thousands.":
            "Ціле число від 0 до 1 000 000 000; тисячі можна відділяти пропусками.",
        "A whole number, not 0; a receipt adds, a correction may take away.":
            "Ціле число, не 0; надходження додає, виправлення може забрати.",
        "A correction is for goods that were counted anew, broken or lost.":
            "Виправлення — для товару, який перерахували, розбили або загубили.",
        "looking{}": "пошук{}",
        "Nothing fits.": "Нічого не підходить.",
        "Somebody is called so already: no. {}, {}.": "Так уже хтось зветься: № {}, {}.",
        "{}, no. {}, has this telephone already.": "Цей телефон уже має {}, № {}.",
        "{}, no. {}, has this e-mail address already.": "Цю адресу вже має {}, № {}.",
        "{} {} has this code or barcode already.": "Цей код або штрихкод уже має {} {}.",
        "{} {}, which is archived, has this code or barcode already.":
            "Цей код або штрихкод уже має {} {}, в архіві.",
    ]
}
