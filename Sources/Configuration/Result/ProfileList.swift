/// The profiles of the configuration file.
public struct ProfileList: Sendable, Equatable {
    /// One profile, put on top of the rest of the file; flags and variables are left out of the picture.
    public struct Profile: Sendable, Equatable {
        /// The name.
        public var name: String
        /// The names of its keyspaces; one that needs a variable that is not set stands as it is written.
        public var keyspaces: [String]
        /// Its contact points, likewise.
        public var contactPoints: [String]

        /// Makes a profile.
        public init(name: String, keyspaces: [String], contactPoints: [String]) {
            self.name = name
            self.keyspaces = keyspaces
            self.contactPoints = contactPoints
        }
    }

    /// The configuration file, as a path that is usable from the working directory; nil when there is none.
    public var file: String?
    /// The profiles, in the order of the file.
    public var profiles: [Profile]

    /// Makes a list.
    public init(file: String?, profiles: [Profile]) {
        self.file = file
        self.profiles = profiles
    }
}
