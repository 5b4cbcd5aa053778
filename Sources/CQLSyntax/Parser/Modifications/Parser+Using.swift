/// USING.
extension Parser {
    /// Reads `USING TIMESTAMP … AND TTL …` where it stands.
    mutating func using() throws(SyntaxError) -> Using {
        var timestamp: Term?
        var timeToLive: Term?
        guard skip(.using) else { return Using() }
        repeat {
            // The last one of two counts, as on the server.
            if skip(.timestamp) {
                timestamp = try wholeNumber()
            } else if skip(.ttl) {
                timeToLive = try wholeNumber()
            } else {
                throw unexpected(among: ["TIMESTAMP", "TTL"])
            }
        } while skip(.and)
        return Using(timestamp: timestamp, timeToLive: timeToLive)
    }
}
