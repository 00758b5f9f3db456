import Testing

@testable import Domain

@Suite struct ImportOnlineRetailTests {
    private static let header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country"

    private func records(_ text: String) -> [CSVRecord] {
        var reader = CSVReader()
        var records: [CSVRecord] = []
        reader.read(Array(text.utf8)) { records.append($0) }
        reader.finish { records.append($0) }
        return records
    }

    private func read(_ row: String, header: String = header) throws -> Result<OnlineRetailLine, RejectReason> {
        let records = records(header + "\n" + row + "\n")
        var reader = OnlineRetailReader(columns: try OnlineRetailColumns(header: try #require(records.first)))
        return reader.read(try #require(records.last))
    }

    private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test("A row that is a sale is read field by field")
    func sale() throws {
        let line = try read("536365,85123A, WHITE  HEART ,6,2010-12-01 08:26:00,2.55,17850,United Kingdom").get()
        #expect(text(line.invoice) == "536365")
        #expect(text(line.code) == "85123A")
        #expect(text(line.description) == "WHITE  HEART")
        #expect(line.quantity == 6)
        #expect(line.date == Moment("2010-12-01T08:26:00Z"))
        #expect(line.price == Money(minor: 255))
        #expect(text(line.customer) == "17850")
        #expect(text(line.country) == "United Kingdom")
    }

    @Test("Columns are found by their names, in any order and case, among others")
    func columns() throws {
        let header = "country,CUSTOMERID,Extra,UnitPrice,InvoiceDate,Quantity, Description ,StockCode,InvoiceNo"
        let line = try read("France,12681,?,10,2011-12-09 12:50:00,2,CUP,22138,581587", header: header).get()
        #expect(text(line.invoice) == "581587")
        #expect(line.price == Money(minor: 1000))
        #expect(text(line.country) == "France")
    }

    @Test("A header that lacks columns or has one twice is refused, all of them named")
    func headers() throws {
        let header = "InvoiceNo,StockCode,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID"
        let record = try #require(records(header).first)
        let error = #expect(throws: InvalidInput.self) { try OnlineRetailColumns(header: record) }
        #expect(error?.violations.map(\.field) == ["StockCode", "Description", "Country"])
        #expect(error?.violations.map(\.rule) == ["duplicate", "required", "required"])
    }

    @Test(
        "Rows that are no sales, or can't be read, are told apart",
        arguments: [
            ("1,A,x,1,2010-12-01 08:26:00,1,1", RejectReason.fields),
            ("1,A,x,1,2010-12-01 08:26:00,1,1,UK,more", .fields),
            ("1,A,\"x\"y,1,2010-12-01 08:26:00,1,1,UK", .malformed),
            (",A,x,1,2010-12-01 08:26:00,1,1,UK", .invoice),
            ("53-6,A,x,1,2010-12-01 08:26:00,1,1,UK", .invoice),
            ("C,A,x,-1,2010-12-01 08:26:00,1,1,UK", .invoice),
            ("C536379,D,Discount,-1,2010-12-01 09:41:00,27.5,14527,UK", .returned),
            ("A563186,B,Adjust bad debt,1,2011-08-12 14:51:00,-11062.06,,UK", .writtenOff),
            ("1,A,x,1,2010-02-30 08:26:00,1,1,UK", .date),
            ("1,A,x,1,2010-12-01,1,1,UK", .date),
            ("1,A,x,1,1/12/2010 8:26,1,1,UK", .date),
            ("1,A,x,one,2010-12-01 08:26:00,1,1,UK", .quantity),
            ("1,A,x,1.5,2010-12-01 08:26:00,1,1,UK", .quantity),
            ("1,A,x,1000001,2010-12-01 08:26:00,1,1,UK", .quantityRange),
            ("1,A,x,99999999999999999999,2010-12-01 08:26:00,1,1,UK", .quantityRange),
            ("1,A,damaged,-3,2010-12-01 08:26:00,0,,UK", .stockCorrection),
            ("1,A,x,0,2010-12-01 08:26:00,1,1,UK", .stockCorrection),
            ("1,A,x,1,2010-12-01 08:26:00,,1,UK", .price),
            ("1,A,x,1,2010-12-01 08:26:00,1e3,1,UK", .price),
            ("1,A,x,1,2010-12-01 08:26:00,0.001,1,UK", .pricePrecision),
            ("1,A,x,1,2010-12-01 08:26:00,-1,1,UK", .priceNegative),
            ("1,A,x,1,2010-12-01 08:26:00,1000000000000,1,UK", .priceRange),
            ("1,A,x,1000000,2010-12-01 08:26:00,1000000,1,UK", .priceRange),
            ("1,A,found,7,2010-12-01 08:26:00,0.0,,UK", .unpriced),
            ("1,BANK CHARGES,x,1,2010-12-01 08:26:00,15,1,UK", .code),
            ("1,,x,1,2010-12-01 08:26:00,15,1,UK", .code),
            ("1,A*,x,1,2010-12-01 08:26:00,15,1,UK", .code),
            ("1,A,\"x\ny\",1,2010-12-01 08:26:00,15,1,UK", .description),
            ("1,A,x\u{1B}[2J,1,2010-12-01 08:26:00,15,1,UK", .description),
            ("1,A,x,1,2010-12-01 08:26:00,15,1/2,UK", .customer),
            ("1,A,x,1,2010-12-01 08:26:00,15,1,U\u{7}K", .country),
        ])
    func rejects(row: String, reason: RejectReason) throws {
        #expect(throws: reason) { try read(row).get() }
    }

    @Test(
        "Gifts, services and foreign letters are sales",
        arguments: [
            "537197,22841,ROUND CAKE TIN,1,2010-12-05 14:02:00,0.0,12647,Germany",
            "536370,POST,POSTAGE,3,2010-12-01 08:45:00,18.0,12583,France",
            "536370,gift_0001_40,,3,2010-12-01 08:45:00,18.250,,France",
            "536370,ЧАЙ-1,Чай “Ґанок”,1000000,2010-12-01 08:45:00,18.2,,Україна",
        ])
    func accepts(row: String) throws {
        #expect(throws: Never.self) { try read(row).get() }
    }

    @Test(
        "Numbers are read at a scale, never rounded",
        arguments: [
            ("0", 0), ("1", 100), ("-12.340", -1234), ("2.5", 250), ("007.10", 710), ("99999999999999999", nil),
            ("", nil), (".", nil), (".5", nil), ("1.", nil), ("1.2.3", nil), ("+1", nil), ("1,5", nil), ("-", nil),
            ("1.005", nil),
        ] as [(String, Int64?)])
    func decimals(text: String, value: Int64?) {
        let reading = DecimalReading(ArraySlice(text.utf8), scale: 2)
        if let value {
            #expect(reading == .value(value))
        } else {
            #expect([.tooPrecise, .tooLarge, .malformed].contains(reading))
        }
    }
}
