import Domain
import Services
import TerminalUI
import Testing

@testable import Screens

/// The requests that the listener of the program answers, as the operator sees them.
@Suite struct RequestLogTests {
    private static func record(_ number: Int) -> RequestRecord {
        var record = RequestRecord()
        (record.id, record.at) = ("r\(number)", Fixture.noon)
        (record.method, record.path, record.route) = ("GET", "/orders/\(number)", "/orders/{id}")
        (record.status, record.took) = (200, .microseconds(1200 + number * 100))
        if number.isMultiple(of: 5) { (record.status, record.problem) = (404, "not-found") }
        if number.isMultiple(of: 7) { (record.status, record.problem) = (503, "unavailable") }
        return record
    }

    private static func stage(_ count: Int) -> Stage {
        var shop = Shop.small
        shop.requests = RequestLog(records: (1...count).map(record), count: count)
        return Stage(shop)
    }

    @Test("The latest requests stand on top; a key of Home and one of go-to lead there")
    func shows() {
        var stage = Self.stage(12)
        stage.does("7")
        #expect(stage.path == ["Home", "Request log"])
        Golden.expect(stage.text, is: "request-log")
        #expect(stage.isShown("12 requests since the start"))
        #expect(stage.isShown("404") && stage.isShown("/orders/5") && stage.isShown("not-found"))
        #expect(stage.isShown("2.4 ms"))
        stage.does("f3 g r")
        #expect(stage.path == ["Home", "Request log"])
    }

    @Test("Only those that failed are shown on demand, and all again")
    func failedOnly() {
        var stage = Self.stage(12)
        stage.does("7 f")
        #expect(stage.isShown("/orders/10") && stage.isShown("/orders/7"))
        #expect(!stage.isShown("/orders/12"))
        stage.does("f")
        #expect(stage.isShown("/orders/12"))
    }

    @Test("What comes in pushes the newest row down, but nothing moves once somebody has scrolled")
    func staysInPlace() {
        var stage = Self.stage(60)
        stage.does("7")
        #expect(stage.isShown("/orders/60"))
        stage.shop.requests = RequestLog(records: (1...62).map(Self.record), count: 62)
        stage.does("f5")
        #expect(stage.isShown("/orders/62"))
        stage.does("down")
        #expect(!stage.isShown("/orders/62") && stage.isShown("/orders/61"))
        stage.shop.requests = RequestLog(records: (10...70).map(Self.record), count: 70)
        stage.does("f5")
        #expect(!stage.isShown("/orders/62") && stage.isShown("/orders/61"))
        stage.does("end")
        #expect(stage.isShown("/orders/10 "))
        stage.does("home")
        #expect(stage.isShown("/orders/70 "))
    }

    @Test("It fits every size", arguments: [(1, 1), (20, 5), (40, 10), (200, 50)])
    func sizes(width: Int, height: Int) {
        var stage = Self.stage(30)
        stage.does("7")
        stage.resize(width: width, height: height)
        stage.does("end home pagedown")
        #expect(stage.path == ["Home", "Request log"])
    }
}
