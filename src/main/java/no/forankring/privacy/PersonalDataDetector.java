package no.forankring.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.forankring.document.DocumentText;
import no.forankring.document.Documents;
import no.forankring.document.Language;
import no.forankring.document.Span;
import no.forankring.privacy.PersonalData.Kind;

/// Finds what a text says about private persons. Pure: the same text gives the same findings. Linear in the text, also
/// where somebody wrote it to be slow. Safe for many threads.
///
/// It would rather withhold too much than too little, save for what belongs to nobody: shared mailboxes such as
/// `post@`,
/// telephones of a switchboard, organisation numbers, ISBN, case numbers, years and amounts, and names of persons
/// within
/// the names of organisations.
public final class PersonalDataDetector {

    /// In text order; findings do not overlap, save that what stands in a sentence about health goes with the sentence.
    public List<PersonalData> find(DocumentText document) {
        return run(document).found;
    }

    /// What a line by itself, such as a file's name, says about private persons.
    public List<PersonalData> find(String line) {
        // A name of a file parts its words with anything.
        var found = new ArrayList<>(find(plain(line.replace('/', '\n'))));
        found.addAll(find(plain(line.replace('_', ' ').replace('/', '\n'))));
        return apart(found);
    }

    private static DocumentText plain(String line) {
        return new DocumentText(line, "", Language.UNDETERMINED, Optional.empty(), 0, List.of());
    }

    /// How many steps a text costs, for tests.
    static long work(String text) {
        return run(Documents.plainText(text)).steps;
    }

    private record Found(List<PersonalData> found, long steps) {}

    private static Found run(DocumentText document) {
        String text = document.text();
        var found = new ArrayList<PersonalData>();
        var emails = new EmailFinder(text, found);
        emails.find();
        var numbers = new NumberFinder(text, found);
        numbers.find();
        List<PersonalData> details = apart(found);
        var words = new TextWords(text);
        var names = new NameFinder(document, words, details);
        var health = new HealthFinder(text, words);
        var sentences = new ArrayList<PersonalData>();
        List<Span> patients = health.find(names.runs(), sentences);
        var named = new ArrayList<PersonalData>(sentences);
        named.addAll(details);
        names.find(named, patients);
        return new Found(apart(named), emails.steps + numbers.steps + names.steps + health.steps + 2L * text.length());
    }

    /// Without those that lie within another: the sentence about health goes before all, an address before a name.
    private static List<PersonalData> apart(List<PersonalData> all) {
        var sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing((PersonalData data) -> data.span().start())
                .thenComparing(data -> data.kind() == Kind.HEALTH ? 0 : 1)
                .thenComparing(data -> -data.span().end()));
        var apart = new ArrayList<PersonalData>();
        int over = 0;
        for (PersonalData data : sorted) {
            if (data.span().end() <= over) {
                continue;
            }
            Span span =
                    new Span(Math.max(over, data.span().start()), data.span().end());
            apart.add(new PersonalData(data.kind(), span, data.value()));
            over = span.end();
        }
        return List.copyOf(apart);
    }
}
