import EventLoop

/// The search for a coordinator: the contact points in turn, each with all of its addresses, then, when a data centre
/// is wanted, the nodes that are in it.
struct ContactRound: Sendable {
    /// Finds the addresses of a host.
    typealias Resolver = @Sendable (ContactPoint) async -> Result<[SocketAddress], SystemError>

    let settings: ClusterSettings
    let loop: Loop
    let resolver: Resolver

    /// A round that looks names up with `resolver`, or else with the system's.
    init(settings: ClusterSettings, loop: Loop, resolver: Resolver? = nil) {
        self.settings = settings
        self.loop = loop
        let timeout = settings.connectTimeout
        self.resolver =
            resolver ?? { point in
                do throws(SystemError) {
                    return .success(try await loop.addresses(of: point.host, port: point.port, timeout: timeout))
                } catch {
                    return .failure(error)
                }
            }
    }

    func run() async throws(ClientError) -> Contact {
        var attempts: [ContactAttempt] = []
        for point in settings.contactPoints {
            guard let contact = try await contact(point, &attempts) else { continue }
            return try await inLocalDataCenter(contact, &attempts)
        }
        throw ClientError(.noNodeReachable(attempts))
    }

    private func contact(
        _ point: ContactPoint, _ attempts: inout [ContactAttempt]
    ) async throws(ClientError) -> Contact? {
        let addresses: [SocketAddress]
        do throws(SystemError) {
            addresses = try await resolver(point).get()
        } catch {
            attempts.append(ContactAttempt(place: "\(point)", reason: error.reason))
            return nil
        }
        for address in addresses {
            // Several silent hosts take several times the connect timeout; nobody should have to sit through that.
            guard !Task.isCancelled else { throw ClientError(.cancelled) }
            let place = address.host == point.host ? "\(point)" : "\(point) (\(address))"
            if let contact = try await contact(address, place, &attempts) { return contact }
        }
        return nil
    }

    private func contact(
        _ address: SocketAddress, _ place: String, _ attempts: inout [ContactAttempt]
    ) async throws(ClientError) -> Contact? {
        do throws(ClientError) {
            return try await Contact.make(with: address, settings, on: loop)
        } catch {
            // The next node would refuse the same credentials, and might lock the account for it.
            if case .authentication = error.kind { throw error }
            attempts.append(ContactAttempt(place: place, reason: error.reason))
            return nil
        }
    }

    private func inLocalDataCenter(
        _ contact: Contact, _ attempts: inout [ContactAttempt]
    ) async throws(ClientError) -> Contact {
        let topology = contact.topology
        guard let wanted = settings.localDataCenter, topology.coordinator.node.dataCenter != wanted else {
            return contact
        }
        await contact.connection.close()
        let local = topology.peers.filter { $0.dataCenter == wanted }
        guard !local.isEmpty else {
            throw ClientError(.unknownDataCenter(wanted, known: Set(topology.nodes.map(\.dataCenter)).sorted()))
        }
        for node in local {
            if let found = try await self.contact(node.address, "\(node.address)", &attempts) { return found }
        }
        throw ClientError(.noNodeReachable(attempts))
    }
}

extension ClientError {
    /// What went wrong, without the node: for a list that names the nodes itself.
    fileprivate var reason: String { ClientError(kind).description }
}
