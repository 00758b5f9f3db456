/// One record of a CSV file: its fields as bytes, quotes taken off.
package struct CSVRecord: Sendable {
    /// Why a record can't be read as it stands.
    package enum Problem: Hashable, Sendable {
        /// The bytes are not UTF-8.
        case encoding
        /// A quote stands in the middle of an unquoted field, or something other than a comma follows a closing one.
        case strayQuote
        /// The file ends inside a quoted field.
        case unclosedQuote
        /// A field is longer than ``CSVReader/Limits/field``.
        case fieldTooLong
        /// The record is longer than ``CSVReader/Limits/record``; it is cut there and ends with its line.
        case recordTooLong
    }

    /// The line of the file on which the record begins, from 1.
    package internal(set) var line = 1
    package internal(set) var problem: Problem?
    /// The fields one after the other, without separators.
    var bytes: [UInt8] = []
    /// Where each field ends in `bytes`.
    var ends: [Int] = []

    package init() {}

    /// How many fields there are.
    package var count: Int { ends.count }

    /// The bytes of the field at `index`, from 0.
    package subscript(_ index: Int) -> ArraySlice<UInt8> {
        bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    /// The fields as texts; what is not UTF-8 is shown as U+FFFD.
    package var texts: [String] { (0..<count).map { String(decoding: self[$0], as: UTF8.self) } }

    mutating func clear(line: Int) {
        self.line = line
        problem = nil
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }
}
