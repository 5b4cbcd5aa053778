import CQLWire

/// Times with durations added (`OperationFcts.TemporalOperationFunction`).
enum TimeArithmetic {
    /// A timestamp or a date moved by a duration: months first, then days, then the rest.
    static func shift(_ bytes: [UInt8], _ type: CQLType, by duration: [UInt8], isNegative: Bool) throws(ServerError)
        -> [UInt8]
    {
        guard let value = try? CQLValue(decoding: bytes[...], as: type),
            case .duration(let span)? = try? CQLValue(decoding: duration[...], as: .duration)
        else { throw .invalid("Unexpected error") }
        let sign: Int64 = isNegative ? -1 : 1
        do {
            switch value {
            case .timestamp(let milliseconds):
                guard span.nanoseconds % 1_000_000 == 0 else {
                    throw ServerError.invalid("The duration must have a millisecond precision. Was: \(span)")
                }
                let day: Int64 = 86_400_000
                let days = milliseconds >= 0 ? milliseconds / day : (milliseconds - day + 1) / day
                let moved = move(days, months: Int64(span.months) * sign) &+ Int64(span.days) * sign
                let rest = milliseconds &- days &* day &+ span.nanoseconds / 1_000_000 * sign
                return try CQLValue.timestamp(moved &* day &+ rest).encoded(as: type)
            case .date(let days):
                guard span.nanoseconds == 0 else {
                    throw ServerError.invalid("The duration must have a day precision. Was: \(span)")
                }
                let moved = move(Int64(days), months: Int64(span.months) * sign) &+ Int64(span.days) * sign
                return try CQLValue.date(Int32(truncatingIfNeeded: moved)).encoded(as: type)
            default:
                return bytes
            }
        } catch let error as ServerError {
            throw error
        } catch {
            throw .invalid("\(error)")
        }
    }

    /// A day some months later; a day that the month does not have becomes its last.
    private static func move(_ days: Int64, months: Int64) -> Int64 {
        guard months != 0 else { return days }
        let date = CivilDate(daysSinceEpoch: days)
        let index = date.year * 12 + date.month - 1 + months
        let year = index >= 0 ? index / 12 : (index - 11) / 12
        let month = index - year * 12 + 1
        var day = date.day
        while day > 28, !CivilDate(year: year, month: month, day: day).isReal { day -= 1 }
        return CivilDate(year: year, month: month, day: day).daysSinceEpoch
    }
}
