package no.forankring.web;

import java.util.List;

/// What every page shows around its own content.
///
/// @param language tag for `html lang`
/// @param contentLanguage `no` where the interface is not Norwegian, so that quotes are read aloud in their own
/// language; else empty
/// @param path for marking where one is in the menu
/// @param sought what was typed where a search led straight here; empty elsewhere
/// @param user empty when not logged in
/// @param shown what to call the user
/// @param writes whether this user may do more than read
/// @param personalData whether this user may see what is withheld of some documents
/// @param administrator whether this user keeps the accounts
/// @param firstPassword true while the account has the password of the first start
/// @param preferences light or dark, and whether single keys do something
/// @param theme address of the organisation's own style sheet; empty when there is none
record Frame(
        String language,
        String contentLanguage,
        String path,
        String sought,
        String user,
        String shown,
        boolean writes,
        boolean personalData,
        boolean administrator,
        boolean firstPassword,
        Preferences preferences,
        String theme,
        List<LanguageLink> languages) {

    record LanguageLink(String tag, String name, String href, boolean current) {}

    public boolean in(String section) {
        return path.equals(section) || path.startsWith(section + "/");
    }

    public boolean inAny(String first, String second) {
        return in(first) || in(second);
    }

    /// The search in place of where it led.
    public String searchHref() {
        return SearchAddress.of(sought).direct(false).href();
    }

    public boolean loggedIn() {
        return !user.isEmpty();
    }
}
