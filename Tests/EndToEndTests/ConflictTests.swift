import Glibc
import Testing

extension EndToEnd {
    @Suite struct ConflictTests {
        @Test("Two people who edit one customer hear of each other at once, and nothing typed is lost")
        func conflict() async throws {
            try await Shop.open { shop in
                let first = try await Desk.open(shop, name: "first")
                let second = try await Desk.open(shop, name: "second")
                try await first.startOblik()
                try await first.createCustomer("Ada Lovelace", phone: "+44 20 7946 0001")
                try await second.startOblik()
                for desk in [first, second] {
                    try await desk.press("3", "/")
                    try await desk.enter("lovelace")
                    try await desk.wait(for: "Ada Lovelace")
                    try await desk.press("e")
                    try await desk.wait(for: "Edit Ada Lovelace", "F10 Save")
                }
                try await second.press("C-u")
                try await second.type("Countess Lovelace")
                try await second.wait(for: "Countess Lovelace")

                try await first.press("C-u")
                try await first.enter("Augusta Ada King")
                try await first.press("C-u")
                try await first.type("+38 (050) 111-22-33")
                try await first.press("F10")
                try await first.wait(for: "Augusta Ada King is saved")

                try await second.wait(for: "Changed by somebody else: Name, Phone", "Conflict", "Theirs")
                try await second.press("F10")
                try await second.wait(for: "Name: theirs is")
                try await second.press("F7")
                try await second.wait(for: "[Augusta Ada King]", "Countess Lovelace")
                try await second.press("F8")
                try await second.wait(for: "[Countess Lovelace]", "+380 50 111 22 33")
                try await second.press("F10")
                try await second.wait(for: "Countess Lovelace is saved")

                let row = try await shop.psql(
                    "SELECT name, phone, version FROM site.s_user WHERE phone IS NOT NULL")
                #expect(row == "Countess Lovelace|+380 50 111 22 33|3")
                let edits = try await shop.psql("SELECT count(*) FROM site.s_audit WHERE operation = 'editUser'")
                #expect(edits == "2")
                try await first.quit()
                try await second.quit()
                try await shop.waitUntilNothingRuns()
            }
        }
    }
}
