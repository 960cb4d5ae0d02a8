package no.forankring.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/// What axe finds on a page, in words.
public final class Axe {

    private Axe() {}

    /// In the page itself: the other way opens one more window for each look, and our pages have no frames.
    public static AxeBuilder of(Page page) {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    public static List<String> violations(AxeBuilder axe) {
        return axe.analyze().getViolations().stream().map(Axe::inWords).toList();
    }

    private static String inWords(Rule rule) {
        var words = new StringBuilder(rule.getId()).append(": ").append(rule.getHelp());
        rule.getNodes()
                .forEach(node -> words.append("\n  ").append(node.getHtml()).append(node.getFailureSummary()));
        return words.toString();
    }
}
