import CQLSyntax
import CQLWire
import SchemaModel

extension StatementEnvironment {
    /// What a call of a user-defined function or aggregate is refused with; nil where there is none of that name.
    ///
    /// They are kept and described here, and their bodies are not run: no other answer would be true.
    func refusal(ofCalling function: QualifiedName, in keyspace: String) -> ServerError? {
        let owner = function.keyspace?.text ?? keyspace
        let name = function.name.text
        guard let found = catalogue[owner] else { return nil }
        if let function = found.functions.values.first(where: { $0.name == name }) {
            return .invalid(
                "The user-defined function \(owner).\(name) is in \(function.language), and this node does not run "
                    + "user-defined functions")
        }
        if found.aggregates.values.contains(where: { $0.name == name }) {
            return .invalid(
                "\(owner).\(name) is a user-defined aggregate, and this node does not run user-defined functions")
        }
        return nil
    }
}
