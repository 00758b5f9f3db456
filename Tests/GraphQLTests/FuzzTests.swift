import Foundation
import Testing

@Suite struct FuzzTests {
    @Test("The properties hold for everything that the fuzzer has kept")
    func corpus() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../fuzz/corpus")
            .standardized
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(files.count > 100)
        for file in files { FuzzProperties.check(Array(try Data(contentsOf: folder.appending(path: file)))) }
    }
}
