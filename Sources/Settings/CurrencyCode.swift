/// A currency whose amounts have two decimals, such as UAH.
///
/// Money is kept in hundredths, so the yen (no decimals) and the dinars (three) are no choice.
public struct CurrencyCode: Sendable, Hashable, CustomStringConvertible {
    /// The three letters.
    public let description: String

    /// The currency with this code; nil where ISO 4217 has none with two decimals.
    public init?(_ code: String) {
        guard Self.codes.contains(code) else { return nil }
        description = code
    }

    /// The active codes of ISO 4217 with two minor digits (list one, 2024), without funds, metals and test codes.
    private static let codes = Set(
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF \
        CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG \
        HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU \
        MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR \
        SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED \
        VES WST XCD YER ZAR ZMW ZWG
        """.split(separator: " ").map(String.init))
}
