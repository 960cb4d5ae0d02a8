package no.forankring.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import no.forankring.citation.Resolution;
import no.forankring.document.Documents;
import no.forankring.register.GoverningDocument;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;
import no.forankring.register.RegisterRdf;

/// Which governing document a person means by what the person writes.
final class Meant {

    private final Register register;
    private final Recognizers recognizers;

    Meant(Register register, Recognizers recognizers) {
        this.register = register;
        this.recognizers = recognizers;
    }

    /// The documents of the register with every word in a name, in the number or in the id; those whose name begins so
    /// first, then the shorter name.
    List<GoverningDocument> find(String words, int limit) {
        String asked = Judgment.normal(words);
        if (asked.isEmpty()) {
            return List.of();
        }
        List<String> parts = List.of(asked.split("[^\\p{L}\\p{N}]+")).stream()
                .filter(part -> !part.isEmpty())
                .toList();
        var found = new ArrayList<GoverningDocument>();
        for (GoverningDocument document : register.all()) {
            String all = Judgment.normal(String.join(
                    " ",
                    Stream.of(
                                    Stream.of(
                                            document.title(),
                                            document.shortTitle(),
                                            document.number(),
                                            document.session(),
                                            document.id().value()),
                                    document.aliases().stream(),
                                    document.ambiguousAliases().stream())
                            .flatMap(names -> names)
                            .toList()));
            if (!parts.isEmpty() && parts.stream().allMatch(all::contains)) {
                found.add(document);
            }
        }
        found.sort(Comparator.comparing((GoverningDocument document) ->
                        !Judgment.normal(document.label()).startsWith(asked))
                .thenComparing(document -> !Judgment.normal(document.label()).contains(asked))
                .thenComparing(document -> document.label().length())
                .thenComparing(GoverningDocument::label));
        return found.stream().limit(limit).toList();
    }

    GoverningDocumentId governing(String words) {
        String asked = words.strip();
        String id = asked.endsWith(")") ? asked.substring(asked.lastIndexOf('(') + 1, asked.length() - 1) : asked;
        List<GoverningDocumentId> listed = register.all().stream()
                .filter(document ->
                        document.id().value().equals(id) || document.label().equalsIgnoreCase(asked))
                .map(GoverningDocument::id)
                .toList();
        List<GoverningDocumentId> meant = listed.isEmpty() ? cited(asked) : listed;
        return switch (meant.size()) {
            case 0 -> throw ReviewException.noDocument(asked);
            case 1 -> meant.getFirst();
            default ->
                throw ReviewException.severalDocuments(
                        asked,
                        meant.stream()
                                .map(document -> "%s (%s)"
                                        .formatted(RegisterRdf.labelOfUnlisted(document, register), document.value()))
                                .toList());
        };
    }

    /// What the words cite, or may cite, each once.
    private List<GoverningDocumentId> cited(String words) {
        return recognizers.current().recognize(Documents.plainText(words)).stream()
                .flatMap(resolution -> switch (resolution) {
                    case Resolution.Resolved resolved ->
                        Stream.of(resolved.target().document());
                    case Resolution.Ambiguous ambiguous ->
                        ambiguous.candidates().stream()
                                .map(candidate -> candidate.target().document());
                    case Resolution.Unresolved unresolved -> Stream.empty();
                })
                .distinct()
                .toList();
    }
}
