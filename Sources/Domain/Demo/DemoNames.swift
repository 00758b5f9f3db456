/// Names of people who do not exist, in Ukrainian and in Latin letters.
enum DemoNames {
    /// A part of a name, and how it is written in an e-mail address.
    struct Part: Sendable {
        let text: String
        let latin: String

        init(_ text: String, _ latin: String) { (self.text, self.latin) = (text, latin) }
    }

    /// A Ukrainian family name in the forms of a man's and of a woman's; most have one form for both.
    struct FamilyName: Sendable {
        let man: Part
        let woman: Part

        init(_ text: String, _ latin: String) { (man, woman) = (Part(text, latin), Part(text, latin)) }

        init(man: Part, woman: Part) { (self.man, self.woman) = (man, woman) }
    }

    static let women = [
        Part("Олена", "olena"), Part("Марія", "mariia"), Part("Наталія", "nataliia"), Part("Ірина", "iryna"),
        Part("Оксана", "oksana"), Part("Тетяна", "tetiana"), Part("Юлія", "yuliia"), Part("Софія", "sofiia"),
        Part("Ганна", "hanna"), Part("Катерина", "kateryna"), Part("Людмила", "liudmyla"), Part("Соломія", "solomiia"),
        Part("Дарина", "daryna"), Part("Любов", "liubov"), Part("Єва", "yeva"), Part("Зоряна", "zoriana"),
    ]

    static let men = [
        Part("Андрій", "andrii"), Part("Олександр", "oleksandr"), Part("Іван", "ivan"), Part("Петро", "petro"),
        Part("Тарас", "taras"), Part("Богдан", "bohdan"), Part("Микола", "mykola"), Part("Сергій", "serhii"),
        Part("Юрій", "yurii"), Part("Дмитро", "dmytro"), Part("Євген", "yevhen"), Part("Ігор", "ihor"),
        Part("Василь", "vasyl"), Part("Роман", "roman"), Part("В’ячеслав", "viacheslav"), Part("Ґерард", "gerard"),
    ]

    static let families = [
        FamilyName("Шевченко", "shevchenko"), FamilyName("Коваленко", "kovalenko"), FamilyName("Бондар", "bondar"),
        FamilyName("Ткаченко", "tkachenko"), FamilyName("Кравчук", "kravchuk"), FamilyName("Олійник", "oliinyk"),
        FamilyName("Мельник", "melnyk"), FamilyName("Поліщук", "polishchuk"), FamilyName("Лисенко", "lysenko"),
        FamilyName("Савченко", "savchenko"), FamilyName("Мороз", "moroz"), FamilyName("Гаврилюк", "havryliuk"),
        FamilyName("Марченко", "marchenko"), FamilyName("Руденко", "rudenko"), FamilyName("Дем’яненко", "demianenko"),
        FamilyName("Їжак", "yizhak"), FamilyName("Щербак", "shcherbak"), FamilyName("Панасюк", "panasiuk"),
        FamilyName(man: Part("Левицький", "levytskyi"), woman: Part("Левицька", "levytska")),
        FamilyName(man: Part("Вишневський", "vyshnevskyi"), woman: Part("Вишневська", "vyshnevska")),
        FamilyName(man: Part("Яворський", "yavorskyi"), woman: Part("Яворська", "yavorska")),
        FamilyName(man: Part("Заболотний", "zabolotnyi"), woman: Part("Заболотна", "zabolotna")),
        FamilyName(man: Part("Підгірний", "pidhirnyi"), woman: Part("Підгірна", "pidhirna")),
        FamilyName(man: Part("Білецький", "biletskyi"), woman: Part("Білецька", "biletska")),
    ]

    static let latinGiven = [
        Part("Emma", "emma"), Part("Oliver", "oliver"), Part("Zoë", "zoe"), Part("José", "jose"),
        Part("Łukasz", "lukasz"), Part("Agnieszka", "agnieszka"), Part("François", "francois"),
        Part("Chloé", "chloe"), Part("Jürgen", "juergen"), Part("Ana", "ana"), Part("Björn", "bjoern"),
        Part("Sofia", "sofia"), Part("Noah", "noah"), Part("Mia", "mia"), Part("Tomáš", "tomas"),
        Part("Renée", "renee"),
    ]

    static let latinFamily = [
        Part("Wilson", "wilson"), Part("Müller", "mueller"), Part("García", "garcia"), Part("Kowalczyk", "kowalczyk"),
        Part("Dubois", "dubois"), Part("O’Brien", "obrien"), Part("Novák", "novak"), Part("Jensen", "jensen"),
        Part("Rossi", "rossi"), Part("Ståhl", "staahl"), Part("Wiśniewska-Nowak", "wisniewska-nowak"),
        Part("Smith", "smith"), Part("de Vries", "devries"), Part("Popescu", "popescu"), Part("Horváth", "horvath"),
        Part("Silva", "silva"),
    ]

    /// A name, given name first, and its e-mail form `given.family`.
    static func person(_ random: inout DemoRandom) -> (name: String, mailbox: String, isUkrainian: Bool) {
        let isUkrainian = random.happens(percent: 60)
        let (given, family): (Part, Part)
        if isUkrainian {
            let isWoman = random.happens(percent: 50)
            given = random.pick(isWoman ? women : men)
            let name = random.pick(families)
            family = isWoman ? name.woman : name.man
        } else {
            (given, family) = (random.pick(latinGiven), random.pick(latinFamily))
        }
        return ("\(given.text) \(family.text)", "\(given.latin).\(family.latin)", isUkrainian)
    }
}
