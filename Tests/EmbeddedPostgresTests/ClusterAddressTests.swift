import Testing

@testable import EmbeddedPostgres

@Suite struct ClusterAddressTests {
    private let address = ClusterAddress(
        socketDirectory: "/tmp/it's \\ a&b", port: 5432, database: "shelf", role: "shelf")

    @Test("The words of the connection string are quoted")
    func quotes() {
        #expect(
            address.connectionString == #"host='/tmp/it\'s \\ a&b' port=5432 dbname='shelf' user='shelf'"#)
        #expect(address.connectionString(database: "other").contains("dbname='other'"))
    }

    @Test("The URL's parameters are percent-encoded")
    func encodes() {
        #expect(
            address.url == "postgresql:///shelf?host=%2Ftmp%2Fit%27s%20%5C%20a%26b&port=5432&user=shelf")
    }
}
