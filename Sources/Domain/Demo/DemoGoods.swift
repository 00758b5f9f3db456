/// What the demo shop sells: kinds of goods, each with Ukrainian and English words, sizes and a range of prices.
enum DemoGoods {
    /// Kinds that are sold in the same sizes.
    struct Shelf: Sendable {
        /// The first letters of the shelf's codes.
        let code: String
        /// Ukrainian and English names.
        let kinds: [(ukrainian: String, english: String)]
        /// Ukrainian and English sizes.
        let sizes: [(ukrainian: String, english: String)]
        /// Prices in minor units.
        let prices: ClosedRange<Int>
    }

    /// Makers that do not exist: words that stand in quotes behind any noun.
    static let makers: [(ukrainian: String, english: String)] = [
        ("«Ластівка»", "Lastivka"), ("«Верес»", "Veres"), ("«Ожина»", "Ozhyna"), ("«Карпатська хата»", "Karpathouse"),
        ("«Джерело»", "Dzherelo"), ("«Зоря»", "Zoria"), ("«Калинівка»", "Kalynivka"), ("«Їжачок»", "Yizhachok"),
    ]

    static let shelves = [
        Shelf(
            code: "TEA",
            kinds: [
                ("Чай зелений", "Green tea"), ("Чай чорний", "Black tea"), ("Чай липовий", "Linden tea"),
                ("Кава мелена", "Ground coffee"), ("Кава в зернах", "Coffee beans"), ("Какао", "Cocoa"),
                ("Чай м’ятний", "Mint tea"), ("Цикорій розчинний", "Instant chicory"),
            ],
            sizes: [("50 г", "50 g"), ("100 г", "100 g"), ("250 г", "250 g"), ("500 г", "500 g"), ("1 кг", "1 kg")],
            prices: 45_00...620_00),
        Shelf(
            code: "GRO",
            kinds: [
                ("Мед гречаний", "Buckwheat honey"), ("Крупа гречана", "Buckwheat"),
                ("Борошно пшеничне", "Wheat flour"),
                ("Цукор", "Sugar"), ("Сіль морська", "Sea salt"), ("Рис круглий", "Round rice"),
                ("Олія соняшникова", "Sunflower oil"), ("Печиво вівсяне", "Oat biscuits"),
                ("Варення з аличі", "Plum jam"), ("Шоколад чорний", "Dark chocolate"),
            ],
            sizes: [("200 г", "200 g"), ("400 г", "400 g"), ("900 г", "900 g"), ("2 кг", "2 kg")],
            prices: 18_00...340_00),
        Shelf(
            code: "PAP",
            kinds: [
                ("Зошит у клітинку", "Squared exercise book"), ("Блокнот", "Notepad"), ("Папір офісний", "Copy paper"),
                ("Ручка кулькова", "Ballpoint pen"), ("Олівці кольорові", "Coloured pencils"),
                ("Конверти", "Envelopes"), ("Щоденник", "Diary"), ("Клей-олівець", "Glue stick"),
            ],
            sizes: [("1 шт.", "1 pc"), ("5 шт.", "5 pcs"), ("10 шт.", "10 pcs"), ("50 шт.", "50 pcs")],
            prices: 4_50...410_00),
        Shelf(
            code: "HOM",
            kinds: [
                ("Рушник лляний", "Linen towel"), ("Чашка керамічна", "Ceramic cup"), ("Тарілка глибока", "Deep plate"),
                ("Свічка воскова", "Wax candle"), ("Скатертина", "Tablecloth"), ("Кошик плетений", "Wicker basket"),
                ("Ковдра вовняна", "Woollen blanket"), ("Лампа настільна", "Desk lamp"),
                ("Дзеркало", "Mirror"), ("Подушка", "Pillow"),
            ],
            sizes: [
                ("біле", "white"), ("зелене", "green"), ("синє", "blue"), ("сіре", "grey"), ("вишневе", "cherry"),
            ].map { ("оздоблення \($0.0)", "\($0.1) trim") },
            prices: 65_00...2_400_00),
        Shelf(
            code: "TOO",
            kinds: [
                ("Молоток", "Hammer"), ("Викрутка хрестова", "Phillips screwdriver"), ("Цвяхи", "Nails"),
                ("Стрічка ізоляційна", "Insulating tape"), ("Рулетка", "Tape measure"), ("Пензель", "Paintbrush"),
                ("Фарба акрилова", "Acrylic paint"), ("Лампочка світлодіодна", "LED bulb"),
            ],
            sizes: [("мала", "small"), ("середня", "medium"), ("велика", "large")].map {
                ("упаковка \($0.0)", "\($0.1) pack")
            },
            prices: 12_00...890_00),
    ]

    /// The name of the product with this number: Ukrainian and English ones take turns at random.
    static func name(_ random: inout DemoRandom, shelf: Shelf) -> String {
        let (kind, size, maker) = (random.pick(shelf.kinds), random.pick(shelf.sizes), random.pick(makers))
        return random.happens(percent: 55)
            ? "\(kind.ukrainian) \(maker.ukrainian), \(size.ukrainian)"
            : "\(kind.english) “\(maker.english)”, \(size.english)"
    }
}
