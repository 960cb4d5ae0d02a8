package no.forankring.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import no.forankring.access.Account;
import no.forankring.access.Accounts;
import no.forankring.access.AuditLog;
import no.forankring.access.AuditLog.Event;
import no.forankring.access.Role;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The accounts, for administrators. Whoever's rights change is logged out, so that they count at once.
@Controller
class UsersPage {

    private static final String ADDRESS = "/brukere";
    private static final String BACK = "redirect:" + ADDRESS;

    private final Accounts accounts;
    private final Sessions sessions;
    private final AuditLog audit;
    private final MessageSource messages;

    UsersPage(Accounts accounts, Sessions sessions, AuditLog audit, MessageSource messages) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
        this.messages = messages;
    }

    @GetMapping(ADDRESS)
    String users(Model model, Locale locale) {
        var words = new Words(messages, locale);
        List<UserRow> rows =
                accounts.list().stream().map(account -> row(account, words)).toList();
        model.addAttribute("view", new View(words.count("users.total", rows.size()), rows, AccountPage.roles(words)));
        return "users";
    }

    private UserRow row(Account account, Words words) {
        int open = sessions.of(account.name(), "").size();
        return new UserRow(
                account.name(),
                account.shown(),
                account.vouchedFor(),
                account.role().code(),
                words.of("role." + account.role().code()),
                account.unit(),
                account.personalData(),
                account.disabled(),
                words.of(
                        account.disabled() ? "users.disabled" : account.firstPassword() ? "users.first" : "users.open"),
                words.number(open),
                words.number(accounts.tokens(account.name()).size()));
    }

    @PostMapping(ADDRESS + "/ny")
    String add(
            @RequestParam("navn") String name,
            @RequestParam("rolle") String role,
            @RequestParam(name = "enhet", defaultValue = "") String unit,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        var words = new Words(messages, locale);
        String stripped = name.strip();
        if (accounts.account(stripped).isPresent()) {
            return refused(flash, words.of("users.refused.taken", stripped));
        }
        try {
            Role known = role(role);
            String password = accounts.add(stripped, known, unit);
            audit.note(who.getName(), Event.ACCOUNT_MADE, stripped, known.code());
            flash.addFlashAttribute("told", words.of("users.told.made", stripped));
            flash.addFlashAttribute("password", password);
        } catch (IllegalArgumentException e) {
            return refused(flash, words.of("users.refused.name"));
        }
        return BACK;
    }

    @PostMapping(ADDRESS + "/rolle")
    String role(
            @RequestParam("navn") String name,
            @RequestParam("rolle") String role,
            @RequestParam(name = "enhet", defaultValue = "") String unit,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        Role next = role(role);
        return changed(name, flash, locale, "users.told.role", () -> {
            accounts.setRole(name, next, unit);
            audit.note(
                    who.getName(), Event.ROLE_CHANGED, name, unit.isBlank() ? next.code() : next.code() + " " + unit);
        });
    }

    /// Gives or takes the right to see and release personal data.
    @PostMapping(ADDRESS + "/rett")
    String right(
            @RequestParam("navn") String name,
            @RequestParam(name = "gi", defaultValue = "false") boolean give,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        return changed(name, flash, locale, "users.told.right", () -> {
            accounts.allowPersonalData(name, give);
            audit.note(who.getName(), Event.RIGHT_CHANGED, name, give ? "personal-data" : "no personal-data");
        });
    }

    @PostMapping(ADDRESS + "/passord")
    String password(@RequestParam("navn") String name, Principal who, RedirectAttributes flash, Locale locale) {
        return changed(name, flash, locale, "users.told.password", () -> {
            audit.note(who.getName(), Event.PASSWORD_RESET, name);
            flash.addFlashAttribute("password", accounts.resetPassword(name));
        });
    }

    /// Shuts an account out, or lets it in again.
    @PostMapping(ADDRESS + "/sperre")
    String disable(
            @RequestParam("navn") String name,
            @RequestParam(name = "sperr", defaultValue = "false") boolean shut,
            Principal who,
            RedirectAttributes flash,
            Locale locale) {
        return changed(name, flash, locale, shut ? "users.told.disabled" : "users.told.enabled", () -> {
            accounts.setDisabled(name, shut);
            audit.note(who.getName(), shut ? Event.ACCOUNT_DISABLED : Event.ACCOUNT_ENABLED, name);
        });
    }

    private String changed(String name, RedirectAttributes flash, Locale locale, String told, Runnable change) {
        var words = new Words(messages, locale);
        if (accounts.account(name).isEmpty()) {
            throw new NotFoundException("No account is called " + name);
        }
        try {
            change.run();
        } catch (IllegalArgumentException vouchedFor) {
            return refused(flash, words.of("users.refused.vouched-for"));
        } catch (IllegalStateException last) {
            return refused(flash, words.of("users.refused.last", name));
        }
        sessions.endAll(name, "");
        flash.addFlashAttribute("told", words.of(told, name));
        return BACK;
    }

    private static String refused(RedirectAttributes flash, String why) {
        flash.addFlashAttribute("refused", why);
        return BACK;
    }

    private static Role role(String code) {
        return Role.of(code).orElseThrow(() -> new NotFoundException("No role is called " + code));
    }

    record View(String total, List<UserRow> rows, List<AccountPage.Choice> roles) {}

    /// @param vouchedFor whether a login service gives its role
    /// @param state in words
    /// @param sessions how many are open
    record UserRow(
            String name,
            String shown,
            boolean vouchedFor,
            String role,
            String roleText,
            String unit,
            boolean personalData,
            boolean disabled,
            String state,
            String sessions,
            String tokens) {}
}
