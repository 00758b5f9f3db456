import Domain
import JSON

/// The body of a request, parsed and held against the shape that its endpoint declares.
package struct Body: Sendable {
    let object: BodyObject
    private let faults: [Fault]

    /// - Throws: ``Problem`` if the bytes are no JSON. Faults of shape are kept, to be told with those of the domain.
    init(_ bytes: [UInt8], shape: Shape) throws(Problem) {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw Self.problem(error)
        }
        object = BodyObject(value)
        faults = shape.faults(in: value, at: .root)
    }

    /// A body without content, for endpoints that need none.
    init(missing shape: Shape) {
        object = BodyObject(.object(JSONObject()))
        faults = shape.faults(in: .object(JSONObject()), at: .root)
    }

    /// Makes a checked value of the domain.
    ///
    /// - Throws: ``Problem`` with every fault of shape, and of the domain's rules those that are not at a place that
    ///   had a fault already.
    func checked<Value>(_ make: (BodyObject) throws(InvalidInput) -> Value) throws(Problem) -> Value {
        var all = faults
        do throws(InvalidInput) {
            let value = try make(object)
            if faults.isEmpty { return value }
        } catch {
            let more = error.violations.map(Fault.init)
            all += more.filter { fault in !faults.contains { $0.covers(fault) } }
        }
        throw .validation(all)
    }

    private static func problem(_ error: JSONError) -> Problem {
        // The text is JSON; it is the character that nothing here can store.
        if error.reason == .nulCharacter {
            return .validation([Fault(error.pointer, "nul-character", "The character U+0000 can't be stored.")])
        }
        let fault = Fault(error.pointer, "malformed", "\(error.reason)")
        return Problem(.malformedJSON, "\(error)", faults: [fault])
    }
}
