import HTTPAPI
import JSON
import Postgres
import TestSupport
import Testing

@Suite struct ProductAPITests {
    @Test("A product is created and read in one shape, its price a decimal string")
    func createsAndReads() async throws {
        try await API.open { api in
            let created = try await api.post(
                "/products", #"{"sku":"TEA-1","name":"Чай","price":12.5,"stock":3,"barcode":"4820000000017"}"#)
            #expect(created.status == 201)
            let product = try created.json
            let id = try #require(product["id"]?.intValue)
            let names = [
                "id", "sku", "barcode", "name", "price", "stock", "inStock", "archivedAt", "createdAt", "updatedAt",
                "version",
            ]
            #expect(product.objectValue?.names == names)
            #expect(product["price"] == "12.50")
            #expect(product["stock"] == 3)
            #expect(created.headers["location"] == "/products/\(id)")
            #expect(try await api.get("/products/\(id)").json == product)
        }
    }

    @Test("A price is a decimal string or a number, exactly, or it is refused")
    func readsPrices() async throws {
        let cases =
            [
                (#""0""#, "0.00"), (#""12.50""#, "12.50"), ("12.5", "12.50"), ("1e2", "100.00"), ("0.01", "0.01"),
                (#""999999999999.99""#, "999999999999.99"), ("12.505", nil), (#""12,50""#, nil), (#""""#, nil),
                ("-1", nil),
                (#"" 1""#, nil), ("true", nil), ("1e40", nil), ("1e999999999999", nil), ("null", nil), ("[]", nil),
                (#""NaN""#, nil), (#""1000000000000""#, nil),
            ] as [(String, String?)]
        try await API.open { api in
            for (index, (price, expected)) in cases.enumerated() {
                let response = try await api.post(
                    "/products", "{\"sku\":\"A\(index)\",\"name\":\"B\",\"price\":\(price)}")
                if let expected {
                    #expect(response.status == 201, "\\(price)")
                    #expect(try response.json["price"]?.stringValue == expected, "\\(price)")
                } else {
                    #expect(response.status == 422, "\\(price)")
                    #expect(response.pointers == ["/price"], "\\(price)")
                }
            }
        }
    }

    @Test("Stock is received and corrected with a reason, never below nothing")
    func adjustsStock() async throws {
        try await API.open { api in
            let id = try await api.product(stock: 5)
            let received = try await api.post("/products/\(id)/stock", #"{"delta":7,"reason":"receipt"}"#)
            #expect(received.status == 200)
            #expect(try received.json["stock"] == 12)
            let corrected = try await api.post(
                "/products/\(id)/stock", #"{"delta":-2,"reason":"correction","note":"broken"}"#)
            #expect(try corrected.json["stock"] == 10)
            let short = try await api.post("/products/\(id)/stock", #"{"delta":-11,"reason":"correction"}"#)
            #expect(short.status == 409)
            #expect(short.code == "insufficient-stock")
            #expect(try short.json["items"]?[0]?["available"] == 10)
            #expect(try await api.stock(of: id) == 10)
            #expect(try await api.number("SELECT sum(delta)::bigint AS n FROM site.s_stock_move") == 10)
        }
    }

    @Test("A change of stock that makes no sense is refused with all its faults")
    func refusesAdjustments() async throws {
        try await API.open { api in
            let id = try await api.product()
            let path = "/products/\(id)/stock"
            #expect(try await api.post(path, #"{"delta":0}"#).pointers == ["/delta"])
            #expect(try await api.post(path, #"{"delta":1.5}"#).pointers == ["/delta"])
            #expect(try await api.post(path, #"{"delta":1,"reason":"sale"}"#).pointers == ["/reason"])
            #expect(try await api.post(path, #"{"reason":5,"stock":1}"#).pointers == ["/reason", "/stock", "/delta"])
            #expect(try await api.post(path, #"{"delta":99999999999999999999}"#).status == 422)
            #expect(try await api.post("/products/999/stock", #"{"delta":1}"#).status == 404)
        }
    }

    @Test("A patch changes a product but never its stock")
    func patches() async throws {
        try await API.open { api in
            let id = try await api.product(stock: 5)
            let patched = try await api.patch("/products/\(id)", #"{"price":"9.99","barcode":"12345678"}"#)
            #expect(try patched.json["price"] == "9.99")
            #expect(try patched.json["barcode"] == "12345678")
            let refused = try await api.patch("/products/\(id)", #"{"stock":100}"#)
            #expect(refused.status == 422)
            #expect(refused.pointers == ["/stock"])
            #expect(try await api.patch("/products/\(id)", #"{"barcode":null}"#).json["barcode"]?.isNull == true)
            #expect(try await api.stock(of: id) == 5)
        }
    }

    @Test("A taken code or barcode is a conflict that names the member")
    func refusesTakenCodes() async throws {
        try await API.open { api in
            _ = try await api.post("/products", #"{"sku":"TEA","name":"A","price":1,"barcode":"12345678"}"#)
            let sku = try await api.post("/products", #"{"sku":"tea","name":"A","price":1}"#)
            #expect((sku.status, sku.code, sku.pointers) == (409, "sku-taken", ["/sku"]))
            let barcode = try await api.post("/products", #"{"sku":"X","name":"A","price":1,"barcode":"12345678"}"#)
            #expect((barcode.status, barcode.code, barcode.pointers) == (409, "barcode-taken", ["/barcode"]))
        }
    }

    @Test("Filters compare with the column as they say")
    func filters() async throws {
        let cases = [
            ("price.gte=2", ["B", "C"]), ("price.gt=2", ["C"]), ("price.lt=2.00", ["A"]), ("price.lte=2", ["A", "B"]),
            ("price=2", ["B"]), ("stock.gt=10&stock.lt=30", ["B"]), ("stock.lte=10", ["A"]), ("stock=30", ["C"]),
            ("stock.gte=31", []), ("sku=b", ["B"]), ("q=%D1%87%D0%B0%D0%B9+c", ["C"]),
            ("sort=-price", ["C", "B", "A"]),
            ("sort=name", ["A", "B", "C"]), ("sort=-stock&limit=1", ["C"]),
            ("price.gte=1&price.gt=1&price.lte=3&price.lt=3", ["B"]),
        ]
        try await API.open { api in
            for (index, sku) in ["A", "B", "C"].enumerated() {
                _ = try await api.product(sku, price: "\(index + 1)", stock: 10 * (index + 1))
            }
            for (query, expected) in cases {
                let response = try await api.get("/products?\(query)")
                #expect(response.status == 200, "\(query)")
                #expect(try response.json.arrayValue?.map { $0["sku"]?.stringValue } == expected, "\(query)")
            }
        }
    }
}
