/// Something that is only done when a person says so.
struct Question: Equatable, Sendable {
    /// What will happen, line by line.
    let facts: [String]
    /// What is asked, without the choice of answers.
    let prompt: String
}
