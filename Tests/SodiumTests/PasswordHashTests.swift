import Sodium
import Testing

@Suite struct PasswordHashTests {
    /// What the tests pay: the least that libsodium takes.
    private let cheap = PasswordHash.Cost(passes: 1, memory: 8192)

    @Test("A hash names argon2id and its cost, has a salt of its own, and proves its password alone")
    func hashes() throws {
        let password = Array("correct horse battery".utf8)
        let hash = try #require(PasswordHash.hash(password, cost: cheap))
        #expect(hash.hasPrefix("$argon2id$v=19$m=8,t=1,p=1$"))
        #expect(try #require(PasswordHash.hash(password, cost: cheap)) != hash)
        #expect(PasswordHash.verify(password, hash))
        #expect(!PasswordHash.verify(password + [0], hash))
        #expect(!PasswordHash.verify(Array("correct horse batterY".utf8), hash))
        #expect(!PasswordHash.verify([], hash))
    }

    @Test("The empty password and one of 1,024 bytes are hashed whole")
    func extremes() throws {
        for password in [[], [UInt8](repeating: 97, count: 1024)] {
            let hash = try #require(PasswordHash.hash(password, cost: cheap))
            #expect(PasswordHash.verify(password, hash))
        }
        let long = [UInt8](repeating: 97, count: 1024)
        let hash = try #require(PasswordHash.hash(long, cost: cheap))
        #expect(!PasswordHash.verify(long.dropLast() + [98], hash))
        #expect(!PasswordHash.verify(long + [97], hash))
    }

    @Test("A hash of another cost is to be made anew, and what is no hash proves nothing")
    func rehash() throws {
        let hash = try #require(PasswordHash.hash([1], cost: cheap))
        #expect(!PasswordHash.needsRehash(hash, cost: cheap))
        #expect(PasswordHash.needsRehash(hash))
        for text in ["", "x", "$argon2id$", String(repeating: "a", count: 400), "$argon2id$v=19$m=8,t=1,p=1$\u{0}"] {
            #expect(!PasswordHash.verify([1], text))
            #expect(PasswordHash.needsRehash(text))
        }
    }
}
