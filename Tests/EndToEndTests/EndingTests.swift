import Glibc
import Testing

extension EndToEnd {
    @Suite struct EndingTests {
        @Test("A program killed in the middle of an order gives the terminal back, and the order is there again")
        func killed() async throws {
            try await Shop.open { shop in
                let desk = try await Desk.open(shop)
                try await desk.shell("stty -a > \(shop.folder)/before")
                try await desk.startOblik()
                try await desk.furnish()
                try await desk.beginOrder()
                try await desk.enter("3*A-100", "2*B-1")
                try await desk.wait(for: "2 B-1", "TOTAL  444.00 ₴", "draft saved")
                try await desk.type("A-1")
                try await desk.wait(for: "A-101")
                kill(try shop.program(), SIGKILL)
                try await desk.wait(for: "desk>")
                try await desk.shell("stty -a > \(shop.folder)/after")
                #expect(Files.text(of: shop.folder + "/before") == Files.text(of: shop.folder + "/after"))
                #expect(!Files.text(of: shop.folder + "/after").isEmpty)
                try await desk.shell("echo $((6*7)) > \(shop.folder)/answer")
                #expect(Files.text(of: shop.folder + "/answer") == "42\n")

                try await desk.startOblik()
                try await desk.press("1")
                try await desk.wait(for: "for Олена Іваненко, 2 lines: Enter continues")
                try await desk.press("Enter")
                try await desk.wait(for: "Олена Іваненко", "A-100", "B-1", "Lines 2   Pieces 5", "TOTAL  444.00 ₴")
                try await desk.press("F10")
                try await desk.wait(for: "Order 1 placed, 2 lines, 444.00 ₴")
                #expect(try await shop.psql("SELECT count(*), sum(total) FROM site.s_order") == "1|444.00")
                try await desk.quit()
                try await shop.waitUntilNothingRuns()
            }
        }

        @Test("A program killed with two orders open leaves both to the next one, discounts and all")
        func killedWithDrafts() async throws {
            try await Shop.open { shop in
                let desk = try await Desk.open(shop)
                try await desk.startOblik()
                try await desk.furnish()
                try await desk.beginOrder()
                try await desk.enter("3*A-100%5")
                try await desk.wait(for: "TOTAL  342.00 ₴", "draft saved")
                try await desk.press("C-n")
                try await desk.wait(for: "for Олена Іваненко, 1 line: Enter continues")
                try await desk.enter("олен", "2*B-1")
                try await desk.wait(for: "New order, draft 2 of 2", "TOTAL  84.00 ₴", "draft saved")
                kill(try shop.program(), SIGKILL)
                try await desk.wait(for: "desk>")

                try await desk.startOblik()
                try await desk.press("1")
                try await desk.wait(for: "for Олена Іваненко, 1 line: Enter continues")
                try await desk.press("Enter")
                try await desk.wait(for: "New order, draft 1 of 2", "TOTAL  84.00 ₴")
                try await desk.press("F11")
                try await desk.wait(for: "New order, draft 2 of 2", "TOTAL  342.00 ₴")
                try await desk.press("F10")
                try await desk.wait(for: "Order 1 placed, 1 line, 342.00 ₴")
                #expect(try await shop.psql("SELECT price, discount FROM site.s_order_item") == "120.00|5.00")
                try await desk.quit()
                try await shop.waitUntilNothingRuns()
            }
        }

        @Test("SIGTERM and a terminal that goes away end the program, stop the database and leave nothing")
        func ended() async throws {
            try await Shop.open { shop in
                let desk = try await Desk.open(shop)
                try await desk.shell("stty -a > \(shop.folder)/before")
                for signal in [SIGTERM, SIGHUP] {
                    try await desk.startOblik()
                    kill(try shop.program(), signal)
                    try await desk.wait(until: "the shell is back") {
                        $0.contains("desk>") && !$0.contains("New order")
                    }
                    try await desk.shell("stty -a > \(shop.folder)/after")
                    #expect(Files.text(of: shop.folder + "/before") == Files.text(of: shop.folder + "/after"))
                    try await shop.waitUntilNothingRuns()
                }
                try await desk.startOblik()
                // Shells and terminals send the same again; the database must be stopped all the same.
                try await eventually("the program has ended") {
                    let programs = shop.programs()
                    for program in programs { kill(program.id, SIGTERM) }
                    return programs.isEmpty ? () : nil
                }
                try await shop.waitUntilNothingRuns()
                try await desk.startOblik()
                #expect(!shop.programs().isEmpty)
                try await desk.hangUp()
                try await shop.waitUntilNothingRuns()
                let status = try await shop.oblik("db", "status")
                #expect(status.code == 3)
                #expect(status.output.contains("state      stopped\n"))
            }
        }
    }
}
