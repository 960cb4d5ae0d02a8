package no.forankring.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.forankring.register.RegisterException.Problem;

/// The rules that hold within a row and between rows.
final class RegisterRules {

    private final List<RegisterRow> rows;
    private final Map<GoverningDocumentId, RegisterRow> byId = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private RegisterRules(List<RegisterRow> rows) {
        this.rows = rows;
    }

    /// What is wrong, in the order of the rows; empty when every rule holds.
    static List<Problem> check(List<RegisterRow> rows) {
        var rules = new RegisterRules(rows);
        rules.idsAreUnique();
        for (RegisterRow row : rows) {
            rules.idAgreesWithNumberAndSession(row);
            rules.datesAreInOrder(row);
            rules.targetsExist(row);
            rules.namesOfOneRowDiffer(row);
        }
        rules.uniqueNamesBelongToOneRow();
        rules.sharedShortTitlesSayThatTheyAreAmbiguous();
        return rules.problems;
    }

    private void idsAreUnique() {
        for (RegisterRow row : rows) {
            RegisterRow first = byId.putIfAbsent(row.document().id(), row);
            if (first != null) {
                problem(
                        row,
                        "the id is used by %s line %d too".formatted(first.file(), first.line()),
                        "Merge the two entries, or give one of them another id.");
            }
        }
    }

    private void idAgreesWithNumberAndSession(RegisterRow row) {
        GoverningDocument document = row.document();
        Optional<SystematicId> parsed = SystematicId.parse(document.id());
        if (parsed.isEmpty()) {
            return;
        }
        SystematicId id = parsed.get();
        boolean law = id.type() == DocumentType.LAW && document.type() == DocumentType.AMENDING_LAW;
        boolean directorate = document.id().value().startsWith("hdir-");
        if (document.type() != id.type() && !law && !directorate) {
            problem(
                    row,
                    "the id belongs to the type %s, but the type is %s"
                            .formatted(id.type().code(), document.type().code()),
                    "Correct the one that is wrong.");
        }
        String number = document.number().toUpperCase(Locale.ROOT);
        // 2011/24/EU has the mark of its treaty after the number.
        boolean sameNumber = number.equals(id.number()) || number.startsWith(id.number() + "/E");
        if (!sameNumber) {
            problem(
                    row,
                    "the id says number \"%s\", the field says \"%s\"".formatted(id.number(), document.number()),
                    "Correct the one that is wrong.");
        }
        if (!id.session().isEmpty()
                && !SystematicId.longSession(id.session()).equals(SystematicId.longSession(document.session()))) {
            problem(
                    row,
                    "the id says session \"%s\", the field says \"%s\"".formatted(id.session(), document.session()),
                    "Correct the one that is wrong; sessions are written 2017–2018.");
        }
        String date = document.date().map(PartialDate::text).orElse("");
        if (!id.date().isEmpty() && !id.date().equals(date)) {
            problem(
                    row,
                    "the id says date %s, the field says \"%s\"".formatted(id.date(), date),
                    "Correct the one that is wrong.");
        }
        datedWithinSession(row, id);
    }

    private void datedWithinSession(RegisterRow row, SystematicId id) {
        Optional<PartialDate> date = row.document().date();
        String session = SystematicId.longSession(id.session());
        if (date.isEmpty() || !session.contains("–")) {
            return;
        }
        int year = Integer.parseInt(session.substring(0, 4));
        // The Storting's session runs from 1 October to 30 September.
        LocalDate first = LocalDate.of(year, 10, 1);
        LocalDate last = LocalDate.of(year + 1, 9, 30);
        if (date.get().latest().isBefore(first) || date.get().earliest().isAfter(last)) {
            problem(
                    row,
                    "it is dated %s, outside its session %s".formatted(date.get(), id.session()),
                    "Correct the date or the session.");
        }
    }

    private void datesAreInOrder(RegisterRow row) {
        Optional<PartialDate> from = row.document().inForceFrom();
        Optional<PartialDate> to = row.document().inForceTo();
        if (from.isPresent()
                && to.isPresent()
                && to.get().latest().isBefore(from.get().earliest())) {
            problem(
                    row,
                    "it ends %s, before it begins %s".formatted(to.get(), from.get()),
                    "Correct in-force-from or in-force-to.");
        }
    }

    private void targetsExist(RegisterRow row) {
        GoverningDocument document = row.document();
        targetsExist(row, "replaced-by", document.replacedBy());
        targetsExist(row, "replaces", document.replaces());
        targetsExist(row, "follows-up", document.followsUp());
        targetsExist(row, "revises", document.lineage().revises());
        targetsExist(row, "continues", document.lineage().continues());
        targetsExist(row, "renames", document.lineage().renames());
        sourcesBelongToARelation(row);
    }

    private void sourcesBelongToARelation(RegisterRow row) {
        GoverningDocument document = row.document();
        var older = new HashSet<GoverningDocumentId>(document.replaces());
        older.addAll(document.lineage().revises());
        older.addAll(document.lineage().continues());
        older.addAll(document.lineage().renames());
        for (GoverningDocumentId id : document.lineage().sources().keySet()) {
            if (!older.contains(id)) {
                problem(
                        row,
                        "a source is given for %s, which the entry stands in no relation to".formatted(id),
                        "Name it under replaces, revises, continues or renames, or remove the source.");
            }
        }
    }

    private void targetsExist(RegisterRow row, String field, List<GoverningDocumentId> targets) {
        for (GoverningDocumentId target : targets) {
            if (target.equals(row.document().id())) {
                problem(row, "the field " + field + " points to the entry itself", "Remove it.");
            } else if (!byId.containsKey(target) && SystematicId.parse(target).isEmpty()) {
                problem(
                        row,
                        "the field %s points to %s, which is neither an entry nor the id of a numbered document"
                                .formatted(field, target),
                        "Correct the id, or add an entry for it.");
            }
        }
    }

    private void namesOfOneRowDiffer(RegisterRow row) {
        GoverningDocument document = row.document();
        var seen = new HashSet<String>();
        seen.add(Register.key(document.title()));
        if (!document.shortTitle().isEmpty() && !seen.add(Register.key(document.shortTitle()))) {
            problem(row, "the short title equals the title", "Leave out the short title.");
        }
        for (String alias : concat(document.aliases(), document.erroneousAliases())) {
            if (!seen.add(Register.key(alias))) {
                problem(
                        row,
                        "the name \"%s\" stands twice".formatted(alias),
                        "Keep it once; upper case, dashes and spaces do not make another name.");
            }
        }
        var ambiguous = new HashSet<String>();
        for (String alias : document.ambiguousAliases()) {
            boolean claimed = concat(document.aliases(), document.erroneousAliases()).stream()
                    .anyMatch(other -> Register.key(other).equals(Register.key(alias)));
            if (!ambiguous.add(Register.key(alias)) || claimed) {
                problem(
                        row,
                        "the name \"%s\" stands twice".formatted(alias),
                        "Keep it once, as ambiguous if anything else can be meant by it.");
            }
        }
    }

    private void uniqueNamesBelongToOneRow() {
        var claimants = new HashMap<String, Set<RegisterRow>>();
        var known = new HashMap<String, Set<RegisterRow>>();
        for (RegisterRow row : rows) {
            GoverningDocument document = row.document();
            for (String alias : concat(document.aliases(), document.erroneousAliases())) {
                claimants
                        .computeIfAbsent(Register.key(alias), none -> new LinkedHashSet<>())
                        .add(row);
            }
            var names = new ArrayList<String>(document.ambiguousAliases());
            names.addAll(document.aliases());
            names.addAll(document.erroneousAliases());
            names.add(document.title());
            names.add(document.label());
            for (String name : names) {
                known.computeIfAbsent(Register.key(name), none -> new LinkedHashSet<>())
                        .add(row);
            }
        }
        for (RegisterRow row : rows) {
            GoverningDocument document = row.document();
            for (String alias : concat(document.aliases(), document.erroneousAliases())) {
                Set<RegisterRow> bearers =
                        Objects.requireNonNullElse(known.get(Register.key(alias)), Set.<RegisterRow>of());
                if (bearers.size() > 1) {
                    problem(
                            row,
                            "the name \"%s\" is said to mean this document alone, but %s has it too"
                                    .formatted(alias, others(bearers, row)),
                            "Move it to ambiguous-aliases in all of them, or remove it.");
                }
            }
        }
    }

    private void sharedShortTitlesSayThatTheyAreAmbiguous() {
        var bearers = new LinkedHashMap<String, Set<RegisterRow>>();
        for (RegisterRow row : rows) {
            if (!row.document().shortTitle().isEmpty()) {
                bearers.computeIfAbsent(Register.key(row.document().shortTitle()), none -> new LinkedHashSet<>())
                        .add(row);
            }
        }
        for (Set<RegisterRow> shared : bearers.values()) {
            for (RegisterRow row : shared) {
                String title = row.document().shortTitle();
                boolean said = row.document().ambiguousAliases().stream()
                        .anyMatch(alias -> Register.key(alias).equals(Register.key(title)));
                if (shared.size() > 1 && !said) {
                    problem(
                            row,
                            "the short title \"%s\" is that of %s too".formatted(title, others(shared, row)),
                            "Write it in ambiguous-aliases of all of them, or choose another short title.");
                }
            }
        }
    }

    private static String others(Set<RegisterRow> rows, RegisterRow row) {
        return rows.stream()
                .filter(other -> other != row)
                .map(other -> other.document().id().value())
                .collect(Collectors.joining(", "));
    }

    private static List<String> concat(List<String> first, List<String> second) {
        var both = new ArrayList<String>(first);
        both.addAll(second);
        return both;
    }

    private void problem(RegisterRow row, String what, String remedy) {
        problems.add(new Problem(row.file(), row.line(), row.document().id().value(), what, remedy));
    }
}
