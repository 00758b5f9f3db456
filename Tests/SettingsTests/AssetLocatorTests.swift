import Testing

@testable import Settings

@Suite struct AssetLocatorTests {
    private func locator(_ scratch: ScratchDirectory, executable: String, explicit: String? = nil) -> AssetLocator {
        var locator = AssetLocator(program: "oblik", explicit: explicit)
        locator.executable = scratch.path + "/" + executable
        locator.workingDirectory = scratch.path + "/work"
        return locator
    }

    private func makeAssets(_ scratch: ScratchDirectory, _ directory: String) throws {
        for name in ["themes", "migrations", "config"] { try scratch.makeDirectory("\(directory)/\(name)") }
    }

    @Test("An installed program finds share beside its bin")
    func findsShare() throws {
        try ScratchDirectory.run { scratch in
            try makeAssets(scratch, "usr/share/oblik")
            try makeAssets(scratch, "work")
            let found = try locator(scratch, executable: "usr/bin/oblik").find()
            #expect(found.root == scratch.path + "/usr/share/oblik")
            #expect(found.themes == found.root + "/themes")
            #expect(found.migrations == found.root + "/migrations")
            #expect(found.config == found.root + "/config")
        }
    }

    @Test("A program in a build folder finds the package above it")
    func findsPackage() throws {
        try ScratchDirectory.run { scratch in
            try makeAssets(scratch, "package")
            let found = try locator(scratch, executable: "package/.build/release/oblik").find()
            #expect(found.root == scratch.path + "/package")
        }
    }

    @Test("The working directory comes last")
    func findsWorkingDirectory() throws {
        try ScratchDirectory.run { scratch in
            try makeAssets(scratch, "work")
            #expect(try locator(scratch, executable: "bin/oblik").find().root == scratch.path + "/work")
        }
    }

    @Test("A directory that the user has named is the only one looked at, and must have all three")
    func looksOnlyThere() throws {
        try ScratchDirectory.run { scratch in
            try makeAssets(scratch, "work")
            try scratch.makeDirectory("half/themes")
            let half = scratch.path + "/half"
            let error = #expect(throws: AssetError.self) {
                try locator(scratch, executable: "bin/oblik", explicit: half).find()
            }
            #expect(error?.looked == [half])
            let named = locator(scratch, executable: "bin/oblik", explicit: scratch.path + "/work")
            #expect(try named.find().root == scratch.path + "/work")
        }
    }

    @Test("Where nothing is found, every place is named once")
    func explains() throws {
        try ScratchDirectory.run { scratch in
            let error = #expect(throws: AssetError.self) { try locator(scratch, executable: "a/bin/oblik").find() }
            let looked = try #require(error).looked
            let expected = ["/a/share/oblik", "/a/bin/share/oblik", "/a/bin", "/a"].map { scratch.path + $0 }
            #expect(Array(looked.prefix(4)) == expected)
            #expect(looked.last == scratch.path + "/work")
            #expect(Set(looked).count == looked.count)
            #expect(try #require(error).description.contains("OBLIK_ASSETS_DIR"))
        }
    }

    @Test("Without being told, a search begins where this process runs")
    func knowsItself() {
        let locator = AssetLocator(program: "oblik", explicit: nil)
        #expect(locator.executable.hasPrefix("/") && locator.executable != "/proc/self/exe")
        #expect(locator.workingDirectory.hasPrefix("/"))
    }
}
