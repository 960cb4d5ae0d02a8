package no.forankring.web;

import java.security.Principal;
import java.util.Locale;
import no.forankring.access.Accounts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// My password and my tokens.
@Controller
class AccountPage {

    private static final String ADDRESS = "/konto";

    private final Accounts accounts;
    private final MessageSource messages;

    AccountPage(Accounts accounts, MessageSource messages) {
        this.accounts = accounts;
        this.messages = messages;
    }

    @GetMapping(ADDRESS)
    String account(Principal who, Model model, Locale locale) {
        var words = new Words(messages, locale);
        model.addAttribute(
                "tokens",
                accounts.tokens(who.getName()).stream()
                        .map(token -> new TokenRow(
                                token.id(), token.label(), words.of("account.made", words.time(token.created()))))
                        .toList());
        model.addAttribute("passwordHelp", words.of("account.password.help", Accounts.SHORTEST_PASSWORD));
        return "account";
    }

    @PostMapping(ADDRESS + "/passord")
    String password(
            @RequestParam("gammelt") String old,
            @RequestParam("nytt") String next,
            Principal who,
            RedirectAttributes flash) {
        if (accounts.login(who.getName(), old).isEmpty()) {
            flash.addFlashAttribute("wrongPassword", true);
        } else if (next.length() < Accounts.SHORTEST_PASSWORD) {
            flash.addFlashAttribute("shortPassword", true);
        } else {
            accounts.setPassword(who.getName(), next);
            flash.addFlashAttribute("passwordChanged", true);
        }
        return "redirect:" + ADDRESS;
    }

    @PostMapping(ADDRESS + "/token")
    String token(@RequestParam("navn") String label, Principal who, RedirectAttributes flash) {
        String stripped = label.strip();
        flash.addFlashAttribute(
                "newToken",
                accounts.issueToken(who.getName(), stripped.substring(0, Math.min(stripped.length(), 100))));
        return "redirect:" + ADDRESS;
    }

    @PostMapping(ADDRESS + "/token/slett")
    String revoke(@RequestParam("id") String id, Principal who) {
        accounts.revokeToken(who.getName(), id);
        return "redirect:" + ADDRESS;
    }

    record TokenRow(String id, String label, String made) {}
}
