import Domain
import Glibc
import Services
import TestSupport
import Testing

@Suite struct DataFullFileTests {
    /// The UCI "Online Retail" file, which is no part of this repository.
    private static let file = Repository.path("../shared/data/online_retail.csv.xz")

    @Test(
        "All 541,909 rows of the real file are accounted for, the books are clean, and a second run changes nothing",
        .enabled(if: access(file, R_OK) == 0))
    func wholeFile() async throws {
        try await DataFixture.open { shop in
            let report = try await shop.imports.run(ImportOptions(file: Self.file), as: shop.principal)
            #expect(report.lines == 541_909)
            #expect(report.importedLines + report.rejectedLines == 541_909)
            #expect(
                report.rejected == [
                    .returned: 9288, .stockCorrection: 1336, .unpriced: 1139, .code: 11, .pricePrecision: 4,
                    .writtenOff: 3,
                ])
            #expect(report.orders == 19_952 && report.customers == 4339 && report.products == 3810)
            try await shop.expectClean()
            let before = try await shop.checksums()
            let second = try await shop.imports.run(ImportOptions(file: Self.file), as: shop.principal)
            #expect(second.knownLines == 530_128 && second.importedLines == 0)
            #expect(try await shop.checksums() == before)
        }
    }
}
