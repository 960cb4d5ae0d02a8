package no.forankring.access;

/// Someone who may log in.
///
/// @param name as typed at the login page
/// @param unit the key of the unit whose documents an [Role#OWNER] decides over, as in `usht-fjordvik`; else empty
/// @param personalData whether it may see what is withheld of any document, and release it
/// @param disabled shut out until enabled again
/// @param firstPassword true until a password that somebody else made was changed
public record Account(
        String name, Role role, String unit, boolean personalData, boolean disabled, boolean firstPassword) {

    public Account {
        if (!name.matches("[\\p{L}\\p{N}._@-]{1,64}")) {
            throw new IllegalArgumentException(
                    "An account's name holds 1 to 64 letters, digits, dots, hyphens, underscores or @, but got "
                            + name);
        }
    }

    /// The same with no more than a role; what a lesser role has no use for goes too.
    Account atMost(Role most) {
        return most.reaches(role) ? this : new Account(name, most, "", false, disabled, firstPassword);
    }

    /// Whether it decides over what a unit owns.
    public boolean decidesFor(String owner) {
        return role == Role.ADMINISTRATOR || role == Role.OWNER && !unit.isEmpty() && unit.equals(owner);
    }
}
