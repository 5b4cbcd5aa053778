/// The consistency levels of conditional statements.
public enum SerialConsistencyName: String, Sendable, CaseIterable {
    /// All data centres take part.
    case serial
    /// Only the data centre of the coordinator takes part.
    case localSerial = "local_serial"
}
