/// What a rule says of a place before it is known how much that matters.
struct Remark: Hashable, Sendable {
    /// The bytes that it is about; nil for the file as a whole.
    let range: Range<Int>?
    /// The fact and what follows from it.
    let message: String
    /// What to do instead; nil for what the rule recommends in general.
    let hint: String?
    /// What puts it right without a decision of anybody; none where somebody has to think.
    let edits: [TextEdit]

    /// Says something of a place.
    init(_ range: Range<Int>?, _ message: String, hint: String? = nil, edits: [TextEdit] = []) {
        self.range = range
        self.message = message
        self.hint = hint
        self.edits = edits
    }
}
