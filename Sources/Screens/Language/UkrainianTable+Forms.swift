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
