/// Something that was asked for: the answer, or why there is none.
///
/// Indirect, so that a fact is passed on as one word whatever it holds.
indirect enum Fact<Value: Sendable>: Sendable {
    case known(Value)
    /// A clause that says why.
    case unknown(String)

    /// The same with another form of the answer.
    func map<Other>(_ transform: (Value) -> Other) -> Fact<Other> {
        switch self {
        case .known(let value): .known(transform(value))
        case .unknown(let reason): .unknown(reason)
        }
    }

    /// The answer, if there is one.
    var value: Value? { if case .known(let value) = self { value } else { nil } }

    /// Why there is none.
    var reason: String? { if case .unknown(let reason) = self { reason } else { nil } }
}
