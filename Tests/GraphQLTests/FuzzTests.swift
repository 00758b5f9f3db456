import Foundation
import Testing

@Suite struct FuzzTests {
    @Test("Every property holds for everything that the fuzzer has kept", arguments: FuzzProperty.allCases)
    func corpus(property: FuzzProperty) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../fuzz/corpus")
            .standardized
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(files.count > 100)
        for file in files {
            FuzzProperty.check(Array(try Data(contentsOf: folder.appending(path: file))), property)
        }
    }
}
