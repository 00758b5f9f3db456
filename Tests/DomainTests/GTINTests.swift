import Testing

@testable import Domain

@Suite struct GTINTests {
    @Test(
        "Numbers with their check digit are goods",
        arguments: [
            "4820000000017", "96385074", "036000291452", "00012345600012", "5901234123457",
        ])
    func valid(_ number: String) { #expect(GTIN.isValid(number)) }

    @Test(
        "Other numbers and texts are none",
        arguments: [
            "", "4820000000018", "0671234567", "380671234567", "9638507", "482000000001a", "４８２００００００００１７",
        ])
    func invalid(_ text: String) { #expect(!GTIN.isValid(text)) }

    @Test("A scan is told from what was half typed before it")
    func split() throws {
        let scan = try #require(GTIN.split("олен5901234123457"))
        #expect(scan.before == "олен" && scan.number == "5901234123457")
        #expect(GTIN.split("15901234123457")?.number != "5901234123457")
        #expect(GTIN.split("олена") == nil)
        #expect(GTIN.split("96385074")?.before == "")
    }
}
