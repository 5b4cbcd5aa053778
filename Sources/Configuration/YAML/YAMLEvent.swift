/// What libyaml reports, step by step.
struct YAMLEvent: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        case documentStart
        case alias(name: String)
        case scalar(YAMLScalar)
        case sequenceStart
        case mappingStart
        /// The end of a sequence, of a mapping or of a document.
        case end
    }

    var kind: Kind
    var mark: YAMLMark
    var anchor: String?
    var tag: String?
}
