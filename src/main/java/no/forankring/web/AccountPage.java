package no.forankring.web;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.forankring.access.Account;
import no.forankring.access.Accounts;
import no.forankring.access.AuditLog;
import no.forankring.access.AuditLog.Event;
import no.forankring.access.PasswordRules;
import no.forankring.access.Role;
import no.forankring.access.Token;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// My password, my tokens and where I am logged in.
@Controller
class AccountPage {

    private static final String ADDRESS = "/konto";
    private static final int LONGEST_LIFE = 3650;

    private final Accounts accounts;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Clock clock;
    private final MessageSource messages;

    AccountPage(Accounts accounts, Sessions sessions, AuditLog audit, Clock clock, MessageSource messages) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping(ADDRESS)
    String account(Principal who, HttpSession session, Model model, Locale locale) {
        var words = new Words(messages, locale);
        Role most = accounts.account(who.getName()).map(Account::role).orElse(Role.READER);
        model.addAttribute(
                "vouchedFor",
                accounts.account(who.getName()).filter(Account::vouchedFor).isPresent());
        model.addAttribute("role", words.of("role." + most.code()));
        model.addAttribute(
                "roles",
                Arrays.stream(Role.values())
                        .filter(most::reaches)
                        .map(role -> new Choice(role.code(), words.of("role." + role.code())))
                        .toList());
        model.addAttribute(
                "tokens",
                accounts.tokens(who.getName()).stream()
                        .map(token -> row(token, words))
                        .toList());
        model.addAttribute(
                "sessions",
                sessions.of(who.getName(), session.getId()).stream()
                        .map(one -> new SessionRow(
                                one.id(), words.of("account.session.used", words.time(one.lastUsed())), one.thisOne()))
                        .toList());
        model.addAttribute("passwordHelp", words.of("account.password.help", PasswordRules.SHORTEST));
        return "account";
    }

    private TokenRow row(Token token, Words words) {
        return new TokenRow(
                token.id(),
                token.label(),
                String.join(
                        ", ",
                        words.of("role." + token.role().code()),
                        words.of("account.made", words.time(token.created())),
                        token.used()
                                .map(used -> words.of("account.token.used", words.time(used)))
                                .orElse(words.of("account.token.unused")),
                        token.expires()
                                .map(end -> words.of(
                                        end.isAfter(clock.instant()) ? "account.token.until" : "account.token.over",
                                        words.time(end)))
                                .orElse(words.of("account.token.endless"))));
    }

    @PostMapping(ADDRESS + "/passord")
    String password(
            @RequestParam("gammelt") String old,
            @RequestParam("nytt") String next,
            Principal who,
            HttpSession session,
            RedirectAttributes flash) {
        if (accounts.login(who.getName(), old).isEmpty()) {
            flash.addFlashAttribute("wrongPassword", true);
        } else if (PasswordRules.weakness(who.getName(), next).isPresent()) {
            flash.addFlashAttribute(next.length() < PasswordRules.SHORTEST ? "shortPassword" : "guessedPassword", true);
        } else {
            audit.note(who.getName(), Event.PASSWORD_CHANGED, who.getName());
            accounts.setPassword(who.getName(), next);
            sessions.endAll(who.getName(), session.getId());
            flash.addFlashAttribute("passwordChanged", true);
        }
        return "redirect:" + ADDRESS;
    }

    /// @param role the most it may do
    /// @param days how long it works; 0 for ever
    @PostMapping(ADDRESS + "/token")
    String token(
            @RequestParam("navn") String label,
            @RequestParam(name = "rolle", defaultValue = "") String role,
            @RequestParam(name = "dager", defaultValue = "0") int days,
            Principal who,
            RedirectAttributes flash) {
        String stripped = label.strip();
        Role most = Role.of(role).orElse(Role.ADMINISTRATOR);
        Optional<Instant> expires = days <= 0
                ? Optional.empty()
                : Optional.of(clock.instant().plus(Duration.ofDays(Math.min(days, LONGEST_LIFE))));
        audit.note(who.getName(), Event.TOKEN_MADE, who.getName(), most.code());
        flash.addFlashAttribute(
                "newToken",
                accounts.issueToken(
                        who.getName(), stripped.substring(0, Math.min(stripped.length(), 100)), most, expires));
        return "redirect:" + ADDRESS;
    }

    @PostMapping(ADDRESS + "/token/slett")
    String revoke(@RequestParam("id") String id, Principal who) {
        audit.note(who.getName(), Event.TOKEN_REVOKED, who.getName());
        accounts.revokeToken(who.getName(), id);
        return "redirect:" + ADDRESS;
    }

    @PostMapping(ADDRESS + "/okt/slett")
    String endSession(@RequestParam("id") String id, Principal who) {
        sessions.end(who.getName(), who.getName(), id);
        return "redirect:" + ADDRESS;
    }

    record Choice(String code, String text) {}

    /// @param about its role, when it was made and used, and how long it works
    record TokenRow(String id, String label, String about) {}

    record SessionRow(String id, String used, boolean thisOne) {}

    static List<Choice> roles(Words words) {
        return Arrays.stream(Role.values())
                .map(role -> new Choice(role.code(), words.of("role." + role.code())))
                .toList();
    }
}
