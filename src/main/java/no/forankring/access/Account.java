package no.forankring.access;

/// Someone who may log in.
///
/// @param name as typed at the login page; made up for one whom a login service vouches for
/// @param unit the key of the unit whose documents an [Role#OWNER] decides over, as in `usht-fjordvik`; else empty
/// @param personalData whether it may see what is withheld of any document, and release it
/// @param disabled shut out until enabled again
/// @param firstPassword true until a password that somebody else made was changed
/// @param shown what to call it on pages
/// @param vouchedFor whether a login service vouches for it, so that it has no password here
public record Account(
        String name,
        Role role,
        String unit,
        boolean personalData,
        boolean disabled,
        boolean firstPassword,
        String shown,
        boolean vouchedFor) {

    /// One with a password.
    public Account(String name, Role role, String unit, boolean personalData, boolean disabled, boolean firstPassword) {
        this(name, role, unit, personalData, disabled, firstPassword, name, false);
    }

    public Account {
        if (!name.matches("[\\p{L}\\p{N}._@-]{1,64}")) {
            throw new IllegalArgumentException(
                    "An account's name holds 1 to 64 letters, digits, dots, hyphens, underscores or @, but got "
                            + name);
        }
    }

    /// The same with no more than a role; what a lesser role has no use for goes too.
    Account atMost(Role most) {
        return most.reaches(role)
                ? this
                : new Account(name, most, "", false, disabled, firstPassword, shown, vouchedFor);
    }

    /// Whether it decides over what a unit owns.
    public boolean decidesFor(String owner) {
        return role == Role.ADMINISTRATOR || role == Role.OWNER && !unit.isEmpty() && unit.equals(owner);
    }
}
