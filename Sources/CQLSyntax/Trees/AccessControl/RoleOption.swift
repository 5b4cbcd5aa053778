/// One option of CREATE ROLE or ALTER ROLE.
public enum RoleOption: Hashable, Sendable {
    /// `PASSWORD = '…'`.
    case password(String)
    /// `HASHED PASSWORD = '…'` (4.1 and later).
    case hashedPassword(String)
    /// `GENERATED PASSWORD` (6.0).
    case generatedPassword
    /// `OPTIONS = {…}`.
    case options([Property.Entry])
    /// `SUPERUSER = true`.
    case superuser(Bool)
    /// `LOGIN = true`.
    case login(Bool)
    /// `ACCESS TO DATACENTERS {…}`, or to all of them (4.0 and later).
    case datacenters([String]?)
    /// `ACCESS FROM CIDRS {…}`, or from all of them (5.0 and later).
    case cidrs([String]?)
}
