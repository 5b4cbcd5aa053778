extension SettingReader {
    /// The role and its password.
    ///
    /// Of `password` and `password-file` the one in the higher layer counts, so that a flag or a variable wins over
    /// what the file says in either form; in one layer they exclude each other.
    mutating func credentials() -> (username: String?, password: Secret?) {
        let username = text(.username)
        let direct = layers.find(.password)
        let file = layers.find(.passwordFile)
        var password: Secret?
        if direct.source.rank == file.source.rank, direct.source != .default, let place = file.place {
            problems.append(
                place.problem(
                    .conflictingSettings,
                    "and \(direct.place?.subject ?? "password") both give the password",
                    hint: "keep one of them"
                )
            )
        } else if direct.source.rank >= file.source.rank {
            password = value(.password) { text in Secret(text.text) }
            passOver(.passwordFile, file, inFavourOf: direct)
        } else {
            password = passwordFromFile(file)
        }
        if scope == .cluster, problems.isEmpty { checkPair(username, password, direct, file) }
        return (username, password)
    }

    private mutating func passwordFromFile(_ found: SettingLayers.Found) -> Secret? {
        guard let path = path(.passwordFile), let place = found.place else {
            record(.password, nil, found.source, unresolved: origins[.passwordFile]?.unresolved)
            return nil
        }
        let words: String
        do {
            if let text = LineText.withoutFinalBreak(try interpolation.file(path)) {
                record(.password, text, found.source)
                return Secret(text)
            }
            words = "is not UTF-8"
        } catch {
            words = error.words
        }
        let problem = place.problem(.unreadableFile, "names the file \(quoted(path)), which \(words)")
        note(problem, for: .password, found.source)
        return nil
    }

    private mutating func passOver(
        _ name: SettingName,
        _ found: SettingLayers.Found,
        inFavourOf winner: SettingLayers.Found
    ) {
        let isGiven = found.source != .default
        record(name, nil, found.source, unresolved: isGiven ? "not used, since \(winner.source) wins" : nil)
    }

    private mutating func checkPair(
        _ username: String?,
        _ password: Secret?,
        _ direct: SettingLayers.Found,
        _ file: SettingLayers.Found
    ) {
        if username == nil, password != nil, let place = direct.place ?? file.place {
            problems.append(
                place.problem(
                    .conflictingSettings,
                    "gives a password, and nothing gives the username",
                    hint: "give --username, CQLMIG_USERNAME or cassandra.auth.username"
                )
            )
        }
        if username != nil, password == nil, let place = layers.find(.username).place {
            problems.append(
                place.problem(
                    .conflictingSettings,
                    "gives a username, and nothing gives the password",
                    hint: "give CQLMIG_PASSWORD, --password-file, --password-stdin or cassandra.auth.password"
                )
            )
        }
    }
}
