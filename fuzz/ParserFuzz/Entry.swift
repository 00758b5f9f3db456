/// Where libFuzzer comes in: the first byte chooses the property, the rest is the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    ParserProperties.check(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
