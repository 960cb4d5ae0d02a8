package no.forankring.anchorcheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import no.forankring.citation.Candidate;
import no.forankring.citation.Explanation;
import no.forankring.citation.Mention;
import no.forankring.citation.Reason;
import no.forankring.citation.Resolution;
import no.forankring.document.DocumentText;
import no.forankring.document.Documents;
import no.forankring.document.Passage;
import no.forankring.register.GoverningDocument;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.PartialDate;
import no.forankring.register.ReferenceText;
import no.forankring.register.Register;

/// Judges each item of a list of anchors: what it names, what is wrong with it, how it is written rightly.
///
/// Safe for many threads; keeps nothing.
public final class AnchorCheck {

    /// So that a list pasted without its heading is read as what it is.
    private static final String OPENING = "Styrende dokumenter:\n\n";

    private static final int LONGEST_LINE = 300;
    private static final Pattern NUMBER_OF_SERIES = Pattern.compile(
            "(?i)(?:meld|prop|innst|prp)[\\p{L}.]*\\s*(?:st\\.?|nr\\.?|s\\.?)*\\s*\\d+|NOU\\s*:?\\s*(?:nr\\.?\\s*)?\\d{1,3}(?!\\d)");
    private static final Pattern SESSION = Pattern.compile("(?<!\\d)(?:18|19|20)\\d\\d(?!\\d)");
    private static final Set<String> SESSION_REPAIRED = Set.of("session-repaired", "session-repaired-by-title");
    private static final Set<String> MISNAMED = Set.of("fuzzy-name", "erroneous-name");

    private final Register register;
    private final Map<GoverningDocumentId, List<GoverningDocumentId>> carriedOn = new LinkedHashMap<>();

    public AnchorCheck(Register register) {
        this.register = register;
        for (GoverningDocument document : register.all()) {
            for (GoverningDocumentId earlier : document.followsUp()) {
                boolean sameKind = register.find(earlier)
                        .filter(other -> other.type() == document.type())
                        .isPresent();
                if (sameKind) {
                    carriedOn
                            .computeIfAbsent(earlier, none -> new ArrayList<>())
                            .add(document.id());
                }
            }
        }
    }

    /// Reads what a person pasted: a whole mandate as it is; bare lines, one document on each, as a list of anchors.
    public static DocumentText pasted(String text) {
        DocumentText asIs = Documents.plainText(text);
        boolean listed = asIs.passages().stream().anyMatch(passage -> passage.kind() == Passage.Kind.LIST_ITEM);
        if (listed && asIs.passages().getFirst().kind() != Passage.Kind.LIST_ITEM) {
            return asIs;
        }
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty() || lines.stream().anyMatch(line -> line.length() > LONGEST_LINE)) {
            return asIs;
        }
        var list = new StringBuilder(OPENING);
        for (String line : lines) {
            list.append(listed || line.matches("[-–—•*·].*") ? "" : "- ")
                    .append(line)
                    .append('\n');
        }
        return Documents.plainText(list.toString());
    }

    /// @param resolutions of the document's mentions, in text order
    /// @param day on which the documents are judged: the mandate's, or today
    public CheckedList check(DocumentText document, List<Resolution> resolutions, LocalDate day) {
        var passages = new TreeMap<Integer, Passage>();
        document.passages().forEach(passage -> passages.put(passage.span().start(), passage));
        var byPassage = new LinkedHashMap<Passage, List<Resolution>>();
        for (Resolution resolution : resolutions) {
            Map.Entry<Integer, Passage> holder =
                    passages.floorEntry(resolution.mention().span().start());
            if (holder != null) {
                byPassage
                        .computeIfAbsent(holder.getValue(), none -> new ArrayList<>())
                        .add(resolution);
            }
        }
        return new CheckedList(
                day,
                byPassage.entrySet().stream()
                        .map(entry -> item(entry.getKey(), entry.getValue(), day))
                        .toList());
    }

    private CheckedItem item(Passage passage, List<Resolution> resolutions, LocalDate day) {
        boolean nothing = resolutions.stream()
                .allMatch(resolution -> resolution.mention().form().equals(Mention.ANCHOR_ITEM));
        if (nothing) {
            return new CheckedItem(passage, List.of(), List.of(Remark.of(Remark.Kind.NOTHING)));
        }
        // «Lov … (helse- og omsorgstjenesteloven) § 3-1» is one document, named twice and with a provision.
        var byReference = new LinkedHashMap<String, CheckedAnchor>();
        for (Resolution resolution : resolutions) {
            CheckedAnchor anchor = anchor(resolution, day);
            String key = anchor.reference().isEmpty() ? anchor.words() : anchor.reference();
            byReference.merge(key, anchor, AnchorCheck::better);
        }
        List<CheckedAnchor> anchors = withoutRepeated(List.copyOf(byReference.values()));
        var documents = new LinkedHashSet<GoverningDocumentId>();
        anchors.forEach(anchor -> anchor.document().ifPresent(documents::add));
        List<Remark> remarks = passage.kind() == Passage.Kind.LIST_ITEM && documents.size() > 1
                ? List.of(Remark.of(Remark.Kind.SEVERAL_IN_ONE, List.copyOf(documents)))
                : List.of();
        return new CheckedItem(passage, anchors, remarks);
    }

    /// Where the number lacks its session but the title beside it is right, the one that says more counts.
    private static CheckedAnchor better(CheckedAnchor one, CheckedAnchor other) {
        return weight(other) < weight(one) ? other : one;
    }

    private static int weight(CheckedAnchor anchor) {
        return anchor.remarks().stream()
                .mapToInt(remark -> remark.kind().weight().ordinal())
                .max()
                .orElse(0);
    }

    /// A document named whole beside one of its provisions is that provision's document.
    private static List<CheckedAnchor> withoutRepeated(List<CheckedAnchor> anchors) {
        return anchors.stream()
                .filter(anchor -> anchors.stream()
                        .noneMatch(other -> other != anchor
                                && anchor.document().isPresent()
                                && other.document().equals(anchor.document())
                                && other.reference().startsWith(anchor.reference() + " ")))
                .toList();
    }

    private CheckedAnchor anchor(Resolution resolution, LocalDate day) {
        return switch (resolution) {
            case Resolution.Resolved resolved -> resolved(resolved, day);
            case Resolution.Ambiguous ambiguous -> {
                var remarks = new ArrayList<Remark>();
                if (lacksSession(ambiguous.mention().text())) {
                    remarks.add(Remark.of(Remark.Kind.SESSION_MISSING));
                }
                remarks.add(Remark.of(Remark.Kind.AMBIGUOUS, documents(ambiguous.candidates())));
                yield new CheckedAnchor(ambiguous, Optional.empty(), "", "", remarks);
            }
            case Resolution.Unresolved unresolved ->
                new CheckedAnchor(unresolved, Optional.empty(), "", "", List.of(Remark.of(Remark.Kind.UNKNOWN)));
        };
    }

    private static List<GoverningDocumentId> documents(List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> candidate.target().document())
                .distinct()
                .toList();
    }

    private CheckedAnchor resolved(Resolution.Resolved resolved, LocalDate day) {
        GoverningDocumentId id = resolved.target().document();
        Optional<GoverningDocument> known = register.findNamed(id);
        String pinpoint = resolved.target().pinpoint().text();
        String whole = known.map(ReferenceText::of).orElseGet(() -> Explanation.label(register, id));
        var remarks = new ArrayList<Remark>();
        Set<String> reasons = new LinkedHashSet<>();
        resolved.reasons().stream().map(Reason::key).forEach(reasons::add);
        if (lacksSession(resolved.mention().text())) {
            remarks.add(Remark.of(
                    Remark.Kind.SESSION_MISSING,
                    known.map(GoverningDocument::session).orElse("")));
        }
        if (reasons.stream().anyMatch(SESSION_REPAIRED::contains)) {
            remarks.add(Remark.of(
                    Remark.Kind.SESSION_WRONG,
                    known.map(GoverningDocument::session).orElse("")));
        }
        if (reasons.stream().anyMatch(MISNAMED::contains)) {
            remarks.add(Remark.of(Remark.Kind.MISNAMED));
        }
        known.ifPresentOrElse(
                document -> remarks.addAll(currency(document, day)),
                () -> remarks.add(Remark.of(Remark.Kind.NOT_IN_REGISTER)));
        if (remarks.stream().allMatch(remark -> remark.kind().weight() == Remark.Weight.NOTE)) {
            remarks.addFirst(Remark.of(Remark.Kind.RIGHT));
        }
        return new CheckedAnchor(resolved, Optional.of(id), whole, pinpoint, remarks);
    }

    /// Whether it held on the day. Replaced, ended and carried on are three things.
    private List<Remark> currency(GoverningDocument document, LocalDate day) {
        var remarks = new ArrayList<Remark>();
        Optional<PartialDate> from = document.inForceFrom();
        Optional<PartialDate> to = document.inForceTo();
        List<GoverningDocumentId> successors = document.replacedBy().stream()
                .filter(successor -> hasBegun(successor, day))
                .toList();
        boolean ended = to.filter(last -> day.isAfter(last.latest())).isPresent();
        if (!successors.isEmpty() && (ended || to.isEmpty())) {
            remarks.add(new Remark(
                    Remark.Kind.REPLACED, successors, to.map(PartialDate::text).orElse("")));
        } else if (ended) {
            remarks.add(new Remark(
                    Remark.Kind.ENDED,
                    carriedOn.getOrDefault(document.id(), List.of()),
                    to.map(PartialDate::text).orElse("")));
        } else if (from.filter(first -> day.isBefore(first.earliest())).isPresent()) {
            remarks.add(
                    Remark.of(Remark.Kind.NOT_YET, from.map(PartialDate::text).orElse("")));
        } else if (carriedOn.getOrDefault(document.id(), List.of()).stream().anyMatch(next -> hasBegun(next, day))) {
            remarks.add(Remark.of(Remark.Kind.CARRIED_ON, carriedOn.getOrDefault(document.id(), List.of())));
        }
        if (document.certainty() != GoverningDocument.Certainty.VERIFIED) {
            remarks.add(Remark.of(Remark.Kind.REGISTER_UNSURE));
        }
        return remarks;
    }

    private boolean hasBegun(GoverningDocumentId id, LocalDate day) {
        return register.find(id)
                .flatMap(document -> document.inForceFrom().or(document::date))
                .map(begin -> !day.isBefore(begin.earliest()))
                .orElse(true);
    }

    private static boolean lacksSession(String words) {
        return NUMBER_OF_SERIES.matcher(words).find() && !SESSION.matcher(words).find();
    }
}
