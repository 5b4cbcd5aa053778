import Testing

/// Every suite on real nodes is in an extension of this one, so that one test runs at a time.
///
/// All use one cluster, and there is no agreement on its schema to wait for while somebody else changes it.
/// `make test-cassandra SMOKE=1` runs the suites whose names begin with Smoke.
@Suite(.serialized) enum RealNodes {}
