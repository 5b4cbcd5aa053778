/// The binary that is measured.
struct MeasuredTool {
    let binary: String

    struct Failure: Error, CustomStringConvertible {
        let description: String

        init(_ description: String) { self.description = description }
    }

    /// Runs a command on a project, which has to succeed.
    func run(_ arguments: [String], project: String) throws -> ChildProcess.Measured {
        let result = try ChildProcess.measure(binary, arguments + ["--config", project + "/cqlmig.yml"])
        guard result.exitCode == 0 else {
            throw Failure("cqlmig \(arguments.joined(separator: " ")) ended with \(result.exitCode)")
        }
        return result
    }

    /// A size in megabytes with two digits behind the point.
    static func megabytes(_ bytes: Int) -> String { fixed(Double(bytes) / 1_000_000) }

    /// A number with two digits behind the point.
    static func fixed(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        return "\(hundredths / 100).\(String(hundredths % 100 + 100).dropFirst())"
    }
}
