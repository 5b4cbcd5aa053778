/// The document of a command that ended well, around its data.
func envelope(
    _ command: String, _ data: String, exit: Int = 0, errors: String = "[]", warnings: String = "[]"
) -> String {
    let indented = data.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n  ")
    return """
        {
          "schema_version": 1,
          "command": "\(command)",
          "ok": \(exit == 0),
          "exit": \(exit),
          "data": \(indented),
          "errors": \(errors),
          "warnings": \(warnings)
        }

        """
}
