import Glibc

/// Where libFuzzer comes in: the first byte chooses the property unless FUZZ_PROPERTY names one, the rest is the text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    FuzzProperty.check(Array(UnsafeBufferPointer(start: start, count: count)), wanted)
    return 0
}

private let wanted = getenv("FUZZ_PROPERTY").flatMap { FuzzProperty(rawValue: String(cString: $0)) }
