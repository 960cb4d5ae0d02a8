package no.forankring.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What `accounts.json` holds. What files of earlier versions do not say is null.
record AccountFile(List<StoredAccount> accounts, List<StoredToken> tokens) {

    AccountFile {
        accounts = List.copyOf(accounts);
        tokens = List.copyOf(tokens);
    }

    /// The same with the roles that earlier versions did not know: the first account keeps the accounts, the others
    /// write.
    AccountFile withRoles() {
        String first = accounts.isEmpty() ? "" : accounts.getFirst().name();
        return new AccountFile(
                accounts.stream()
                        .map(account -> account.role() != null
                                ? account
                                : account.with(account.name().equals(first) ? Role.ADMINISTRATOR : Role.ADVISER))
                        .toList(),
                tokens);
    }

    /// @param hash as [PasswordHash] writes it; empty for one whom a login service vouches for
    /// @param unit see [Account]
    /// @param personalData whether it may see and release personal data
    /// @param vouching the login service that vouches for it; null for one with a password
    record StoredAccount(
            String name,
            String hash,
            boolean firstPassword,
            @Nullable Boolean personalData,
            @Nullable Role role,
            @Nullable String unit,
            @Nullable Boolean disabled,
            @Nullable StoredVouching vouching) {

        Account account() {
            return new Account(
                    name,
                    known(),
                    unit == null ? "" : unit,
                    personalData == null ? name.equals(Accounts.FIRST_ACCOUNT) : personalData,
                    isDisabled(),
                    firstPassword,
                    vouching == null || vouching.shown().isEmpty() ? name : vouching.shown(),
                    vouching != null);
        }

        boolean isDisabled() {
            return Boolean.TRUE.equals(disabled);
        }

        /// One that a login service cannot take away.
        boolean isActiveAdministrator() {
            return known() == Role.ADMINISTRATOR && !isDisabled() && vouching == null;
        }

        private Role known() {
            return role == null ? Role.ADVISER : role;
        }

        StoredAccount with(Role next) {
            return new StoredAccount(name, hash, firstPassword, personalData, next, unit, disabled, vouching);
        }

        StoredAccount withUnit(String next) {
            return new StoredAccount(name, hash, firstPassword, personalData, role, next, disabled, vouching);
        }

        StoredAccount withPersonalData(boolean allowed) {
            return new StoredAccount(name, hash, firstPassword, allowed, role, unit, disabled, vouching);
        }

        StoredAccount withDisabled(boolean shut) {
            return new StoredAccount(name, hash, firstPassword, personalData, role, unit, shut, vouching);
        }

        StoredAccount withVouching(StoredVouching next) {
            return new StoredAccount(name, hash, firstPassword, personalData, role, unit, disabled, next);
        }

        StoredAccount withPassword(String next, boolean first) {
            return new StoredAccount(name, next, first, personalData, role, unit, disabled, vouching);
        }
    }

    /// See [VouchedFor].
    record StoredVouching(String issuer, String subject, String shown) {

        boolean isOf(VouchedFor who) {
            return issuer.equals(who.issuer()) && subject.equals(who.subject());
        }
    }

    /// @param sha256 of the secret, in hexadecimal digits
    /// @param role the most it may do; null for all that the account may
    record StoredToken(
            String id,
            String account,
            String label,
            String sha256,
            Instant created,
            @Nullable Role role,
            @Nullable Instant expires,
            @Nullable Instant used) {

        Token token(Role most) {
            return new Token(
                    id,
                    account,
                    label,
                    role == null ? most : Role.lesser(role, most),
                    created,
                    Optional.ofNullable(expires),
                    Optional.ofNullable(used));
        }

        boolean isOver(Instant now) {
            return expires != null && !now.isBefore(expires);
        }

        StoredToken usedAt(Instant now) {
            return new StoredToken(id, account, label, sha256, created, role, expires, now);
        }
    }
}
