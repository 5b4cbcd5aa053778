// The values, types and consistency levels of the protocol are part of this API: who imports the client has them too.
@_exported public import CQLWire
