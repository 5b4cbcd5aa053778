/// A message that could not be read from, or written to, the native protocol.
///
/// An error names the field that failed, what that field needed and what it had. The layer that knows the frame adds
/// its opcode and stream with ``inFrame(opcode:stream:)``.
public struct WireError: Error, Hashable, Sendable {
    /// What went wrong, for a caller that has to act on it.
    public enum Kind: Hashable, Sendable {
        /// The bytes end before the field does.
        case truncated
        /// Bytes follow the end of a message or of a value.
        case leftover
        /// An announced length or count is above the limit.
        case tooLarge
        /// The bytes do not have the form that the protocol prescribes.
        case malformed
        /// The bytes may be right, but this implementation does not speak that part of the protocol.
        case unsupported
        /// A message or a value that was to be written does not fit the protocol or the type.
        case unencodable
    }

    /// What went wrong.
    public var kind: Kind

    /// The field, as the protocol specification calls it where it has a name; the innermost first, then where it stands.
    public var field: String

    /// What the field needed, a noun phrase.
    public var needed: String

    /// What the field had, a noun phrase.
    public var had: String

    /// The offset in the frame's body (or in the bytes given to the decoder) at which the field starts, where known.
    public var position: Int?

    /// The opcode of the frame, once the frame layer has added it.
    public var opcode: Opcode?

    /// The stream id of the frame, once the frame layer has added it.
    public var stream: Int16?

    /// Creates an error about one field.
    public init(
        _ kind: Kind,
        field: String,
        needed: String,
        had: String,
        position: Int? = nil,
        opcode: Opcode? = nil,
        stream: Int16? = nil
    ) {
        self.kind = kind
        self.field = field
        self.needed = needed
        self.had = had
        self.position = position
        self.opcode = opcode
        self.stream = stream
    }

    /// The same error, saying in which frame it happened.
    public func inFrame(opcode: Opcode, stream: Int16) -> WireError {
        var error = self
        error.opcode = opcode
        error.stream = stream
        return error
    }

    /// The same error, saying in which larger thing the field stands, such as a column.
    public func within(_ place: String) -> WireError {
        var error = self
        error.field = "\(field) of \(place)"
        return error
    }
}

extension WireError: CustomStringConvertible {
    /// One sentence with frame, field, position, what was needed and what was there.
    public var description: String {
        var text = ""
        if let opcode {
            text += "\(opcode) frame"
            if let stream { text += " on stream \(stream)" }
            text += ": "
        }
        text += "\(field)"
        if let position { text += " at byte \(position)" }
        return text + " needs \(needed), but has \(had)."
    }
}

extension WireError {
    static func truncated(_ field: String, needed: Int, had: Int, at position: Int) -> WireError {
        WireError(.truncated, field: field, needed: bytes(needed), had: bytes(had), position: position)
    }

    static func malformed(_ field: String, needed: String, had: String, at position: Int? = nil) -> WireError {
        WireError(.malformed, field: field, needed: needed, had: had, position: position)
    }

    static func unencodable(_ field: String, needed: String, had: String) -> WireError {
        WireError(.unencodable, field: field, needed: needed, had: had)
    }

    /// A number of bytes, in words.
    static func bytes(_ count: Int) -> String {
        count == 1 ? "1 byte" : "\(count) bytes"
    }
}
