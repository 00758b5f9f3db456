import Foundation
import Testing

@testable import TerminalUI

@Suite struct ClipboardTests {
    @Test("Base64 is that of Foundation, for every remainder and every byte", arguments: 0..<20)
    func encodes(count: Int) {
        let bytes = (0..<(count * 13)).map { UInt8(truncatingIfNeeded: $0 * 37 + count) }
        #expect(Clipboard.base64(bytes) == Array(Data(bytes).base64EncodedString().utf8))
    }

    @Test("A text goes out as OSC 52 in base64, so that no byte of it is a control character")
    func plain() {
        let bytes = Clipboard.sequence(for: "\u{1B}]52;c;x\u{7} Чай", through: .none)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text == "\u{1B}]52;c;G101MjtjO3gHINCn0LDQuQ==\u{7}")
    }

    @Test("Under tmux it goes out as it is, and wrapped with its escapes doubled")
    func tmux() {
        let text = String(decoding: Clipboard.sequence(for: "hello", through: .tmux), as: UTF8.self)
        let plain = "\u{1B}]52;c;aGVsbG8=\u{7}"
        #expect(text == plain + "\u{1B}Ptmux;\u{1B}" + plain + "\u{1B}\\")
    }

    @Test("GNU screen gets pieces that it takes, which are the plain sequence when put together")
    func screen() {
        let long = String(repeating: "облік ", count: 1000)
        let wrapped = String(decoding: Clipboard.sequence(for: long, through: .screen), as: UTF8.self)
        let pieces = wrapped.components(separatedBy: "\u{1B}\\").dropLast()
        #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count < 768 })
        let together = pieces.map { $0.dropFirst(2) }.joined()
        #expect(Array(together.utf8) == Clipboard.sequence(for: long, through: .none))
    }
}
