/// What a word of the grammar may still name.
enum KeywordRole {
    /// No word of that release's grammar: it is a name like any other.
    case identifier
    /// `basic_unreserved_keyword`: names anything.
    case unreserved
    /// A type of the language: names anything but a type.
    case nativeType
    /// `count`: names anything but a type.
    case count
    /// `key`: names anything but a function.
    case key
    /// `ttl`, `writetime`, `maxwritetime`, `cast`, `json`, `distinct`: names anything but a type or a function.
    case selection
    /// `token`: names functions only.
    case token
    /// Names nothing without double quotes.
    case reserved
}

extension Keyword {
    /// What the word may name in a release, or in the most generous one.
    func role(in release: CassandraRelease?) -> KeywordRole {
        if let release, release < introduced { return .identifier }
        switch self {
        case .ascii, .bigint, .blob, .boolean, .counter, .date, .decimal, .double, .duration, .float, .inet, .int,
            .smallint, .text, .time, .timestamp, .timeuuid, .tinyint, .uuid, .varchar, .varint:
            return .nativeType
        case .ttl, .writetime, .cast, .json, .distinct: return .selection
        case .maxwritetime: return release == nil ? .identifier : .selection
        case .includedIndexes, .excludedIndexes: return release == nil ? .identifier : .reserved
        case .key: return .key
        case .count: return .count
        case .token: return .token
        case .default, .mbean, .mbeans, .replace, .unset: return release == .v311 ? .reserved : .unreserved
        case .add, .allow, .alter, .and, .apply, .asc, .authorize, .batch, .begin, .by, .columnfamily, .create, .delete,
            .desc, .describe, .drop, .entries, .execute, .false, .from, .full, .grant, .if, .in, .index, .infinity,
            .insert, .into, .is, .keyspace, .limit, .materialized, .modify, .nan, .norecursive, .not, .null, .of, .on,
            .or, .order, .primary, .rename, .revoke, .schema, .select, .set, .table, .to, .true, .truncate, .unlogged,
            .update, .use, .using, .view, .where, .with:
            return .reserved
        default: return .unreserved
        }
    }

    /// The release whose grammar has the word first; before it the word is a name like any other.
    var introduced: CassandraRelease {
        switch self {
        case .access, .aggregates, .cluster, .columnfamilies, .datacenters, .internals, .only, .tables, .types: .v40
        case .hashed: .v41
        case .ann, .cidrs, .identity, .masked, .maxwritetime, .selectMasked, .unmask, .vector: .v50
        case .between, .check, .column, .comment, .comments, .commit, .end, .excludedIndexes, .field, .for, .generated,
            .includedIndexes, .indexes, .label, .labels, .let, .security, .superusers, .then, .transaction:
            .v60
        default: .v311
        }
    }
}
