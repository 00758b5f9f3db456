extension UkrainianTable {
    /// Logins, passwords, roles and tokens.
    static let access: [String: String] = [
        "Logging in": "Вхід",
        "Log in": "Вхід",
        "Go on to the password; from there, log in": "Перейти до пароля; звідти увійти",
        "The shop is kept by {}.": "Крамницю веде {}.",
        "Login": "Логін",
        "Password": "Пароль",
        "checking{}": "перевірка{}",
        "Accounts are made on the server's machine: oblik user add":
            "Облікові записи створює на сервері: oblik user add",
        "Log in first.": "Спершу увійдіть.",
        "Your role ({}) does not permit this.": "Ваша роль ({}) цього не дозволяє.",
        "This token may not do this ({}).": "Цьому токену таке не дозволено ({}).",
        "Your login has ended; log in again.": "Ваш вхід завершено; увійдіть знову.",
        "Login and password don't match.": "Логін і пароль не пасують одне до одного.",
        "Too many tries; the next one is let through in {}.": "Забагато спроб; наступну буде прийнято за {}.",
        "second": "секунду|секунди|секунд",
        "Somebody else has this login.": "Цей логін має хтось інший.",
        "This is the last administrator; name another one first.":
            "Це останній адміністратор; спершу призначте іншого.",
        "A scope is read, write, accounts, or the name of an operation.":
            "Область — це read, write, accounts або назва дії.",
        "A token needs a scope.": "Токен потребує області.",
        "At most {} scopes.": "Щонайбільше {} областей.",
        "A token lives for 1 to 366 days.": "Токен живе від 1 до 366 днів.",
        "An account for a customer has the role customer.": "Обліковий запис клієнта має роль customer.",
        "A login is needed.": "Потрібен логін.",
        "A login has Latin letters, digits, and the marks . _ - @ only.":
            "У логіні лише латинські літери, цифри та знаки . _ - @.",
        "A password has at least 12 characters; a few words do well.":
            "У паролі щонайменше 12 знаків; кілька слів підійдуть.",
        "A password has at most 1,024 bytes.": "У паролі щонайбільше 1 024 байти.",
        "This password is among the first that anybody would try.": "Цей пароль кожен спробує серед перших.",
    ]
}
