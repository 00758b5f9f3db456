import Foundation
import Testing

@Suite struct ParserTests {
    @Test("The properties hold for everything that the fuzzer has kept")
    func corpus() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../fuzz/parsers")
            .standardized
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(files.count > 20)
        for file in files { ParserProperties.check(Array(try Data(contentsOf: folder.appending(path: file)))) }
    }
}
