/// What a comment is beside a comment.
enum CommentRole: Hashable {
    /// Nothing: it is for readers.
    case remark
    /// `-- @down`, alone on its line.
    case downMarker
    /// What was meant to be the marker, and why it is none.
    case downMarkerNearMiss(String)
    /// `-- @name …`, on a line of its own.
    case directive(Directive)
    /// `-- @name …` behind something else on its line.
    case directiveBehindCode(Directive)
    /// What would be a directive if it were written `-- @name`.
    case directiveNearMiss(Directive)
}
