package no.forankring.citation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.forankring.document.Owner;
import no.forankring.register.DocumentType;
import no.forankring.register.Geography;
import no.forankring.register.GoverningDocument;
import org.jspecify.annotations.Nullable;

/// The plans of municipalities and centers that the register lists, by whom they come from.
///
/// A mention is linked when its owner is clear and exactly one plan of that owner fits by name, and by year. An owner
/// who stands beside the mention settles it; one who is only the document's owner makes a suggestion.
final class LocalPlans {

    /// Above the threshold for facts: the text says whose plan it is.
    private static final double BESIDE = 0.9;
    /// Below the threshold for facts: whose plan it is was concluded from whom the document comes from.
    private static final double INFERRED = 0.7;

    private static final int WINDOW = 120;

    private static final String PLACE = "\\p{Lu}\\p{L}+(?:-\\p{Lu}\\p{L}+)*";
    private static final String CENTER =
            "(?:USHT|[Uu]tviklingssent(?:er|eret|ret)\\s+for\\s+(?:sykehjem|sjukeheimar)\\s+og\\s+(?:hjemmetjenester|heimetenester)\\s+\\(USHT\\))(?:\\s+i)?\\s+"
                    + PLACE + "(?:\\s+\\(" + PLACE + "\\))?";
    private static final String MUNICIPALITY = PLACE + "(?:\\s+" + PLACE + "){0,2}\\s+(?:fylkes)?kommune";
    private static final String ORGANIZATION = "(" + CENTER + "|" + MUNICIPALITY + ")";

    // "Fjordvik kommunes nye …", "USHT Buskerud sin …"
    private static final Pattern OWNER_BEFORE = Pattern.compile(
            "(?<!\\p{L})" + ORGANIZATION
                    + "(?:s|\\s+s(?:in|i|itt|ine))?(?:\\s+(?:nye?|egen|eigen|gjeldende|gjeldande|vedtatte|vedtekne|reviderte))?\\s+$");
    // "… til USHT Buskerud", "… for Fjordvik kommune", "…, Fjordvik kommune"
    private static final Pattern OWNER_AFTER =
            Pattern.compile("^(?:,\\s+|\\s+(?:til|for|i|av|ved|hos|frå|fra)\\s+)" + ORGANIZATION + "(?!\\p{L})");
    // "… er USHT Buskerud sitt styringsdokument"
    private static final Pattern OWNER_SAID =
            Pattern.compile("^\\s+er\\s+" + ORGANIZATION + "(?:s|\\s+s(?:in|i|itt|ine))\\s");
    // "Ahus sin …", "Helsedirektoratets …", "andre kommuners …", "nasjonal …"
    private static final Pattern OTHER_BEFORE = Pattern.compile(
            "(?<!\\p{L})(?:\\p{Lu}[\\p{L}-]*(?:s['’]?|['’]|\\s+s(?:in|i|itt|ine))|kommunenes|kommuners|kommunane sin[ei]?|deres|nasjonale?|nasjonalt|regjeringens|regjeringas|pasientens|brukerens)(?:\\s+\\p{Ll}+)?\\s+$");
    // "… for Ahus", "… til kommunene"
    private static final Pattern OTHER_AFTER = Pattern.compile(
            "^\\s+(?:(?:til|for|i|av|ved|hos|frå|fra)\\s+(?:\\p{Lu}|kommunene|kommunane|andre|pasient|bruker))");
    // "vår …", "kommunens …"
    private static final Pattern OWN_BEFORE = Pattern.compile(
            "(?<!\\p{L})(?:vår|vårt|våre|kommunens|kommunen sin|senterets|senteret sin|egen|eigen)\\s+$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern PLAN_FORM =
            Pattern.compile("(plan|strategi|program|mandat|policy|reglement)(?:en|a|et)?s?$");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");
    private static final Pattern OF_COUNTY = Pattern.compile("(.+) (\\p{L}+) \\((\\p{L}+)\\)");

    /// A plan of the register under one of its names.
    private record Known(Row row, Set<String> names) {}

    private final Map<String, List<Known>> byOwner = new HashMap<>();

    LocalPlans(List<Row> rows) {
        for (Row row : rows) {
            GoverningDocument document = row.document();
            if (row.type() == DocumentType.LOCAL && !document.issuer().isBlank()) {
                byOwner.computeIfAbsent(ownerKey(document.issuer()), key -> new ArrayList<>())
                        .add(new Known(row, namesOf(document)));
            }
        }
    }

    /// The decision with the plan that is meant, or the same with the reason why none is known.
    Decision link(Finding finding, Decision decision, Reading reading, TextTime time, Optional<Owner> owner) {
        if (!isOpen(decision)) {
            return decision;
        }
        String text = reading.document.text();
        String before = text.substring(Math.max(0, finding.start - WINDOW), finding.start);
        String after = text.substring(finding.end, Math.min(text.length(), finding.end + WINDOW));
        reading.tokens.looked(before.length() + after.length());
        String beside = ownerBeside(before, after);
        if (beside != null) {
            return choose(finding, decision, text, time, beside, true);
        }
        if (owner.isEmpty()
                || OTHER_BEFORE.matcher(before).find()
                || OTHER_AFTER.matcher(after).find()
                || !isOneOfOurs(finding, reading, before)) {
            return decision;
        }
        return choose(finding, decision, text, time, owner.get().name(), false);
    }

    /// The same for a mention without an owner where the text elsewhere names one such plan with its owner.
    Decision linkNamed(Finding finding, Decision decision, Reading reading, TextTime time, NamedDocuments named) {
        String text = reading.document.text();
        String before = text.substring(Math.max(0, finding.start - WINDOW), finding.start);
        String after = text.substring(finding.end, Math.min(text.length(), finding.end + WINDOW));
        reading.tokens.looked(before.length() + after.length());
        if (!isOpen(decision)
                || ownerBeside(before, after) != null
                || OTHER_BEFORE.matcher(before).find()
                || OTHER_AFTER.matcher(after).find()
                || !isOneOfOurs(finding, reading, before)) {
            return decision;
        }
        String words = text.substring(finding.start, finding.end);
        String name = nameKey(words);
        List<Row> fitting = byOwner.values().stream()
                .flatMap(List::stream)
                .filter(known -> named.has(known.row.document().id()) && known.names.contains(name))
                .map(Known::row)
                .filter(row -> fitsTime(row.document(), words, time, false))
                .toList();
        if (fitting.size() != 1) {
            return decision;
        }
        Option option = Option.of(fitting.getFirst(), Option.Source.AMBIGUOUS);
        return Decision.resolved(option, Rule.CONTEXT, INFERRED, List.of(Reason.of("named-elsewhere", option.label())));
    }

    static boolean isOpen(Decision decision) {
        return decision.type().equals("local_plan") && !decision.isResolved() && !decision.isAmbiguous();
    }

    boolean isEmpty() {
        return byOwner.isEmpty();
    }

    private static @Nullable String ownerBeside(String before, String after) {
        var following = OWNER_AFTER.matcher(after);
        if (following.find()) {
            return following.group(1);
        }
        var said = OWNER_SAID.matcher(after);
        if (said.find()) {
            return said.group(1);
        }
        var preceding = OWNER_BEFORE.matcher(before);
        return preceding.find() ? preceding.group(1) : null;
    }

    /// "handlingsplanen", "Handlingsplan", "handlingsplan 2024", "vår handlingsplan": one plan, not any.
    private static boolean isOneOfOurs(Finding finding, Reading reading, String before) {
        String words = reading.document.text().substring(finding.start, finding.end);
        String last = words.replaceAll("[\\s\\d–-]+$", "").toLowerCase(Locale.ROOT);
        var form = PLAN_FORM.matcher(last);
        boolean definite = form.find() && !form.group().equals(form.group(1));
        return definite
                || Character.isUpperCase(words.charAt(0))
                || YEAR.matcher(words).find()
                || OWN_BEFORE.matcher(before).find();
    }

    private Decision choose(
            Finding finding, Decision decision, String text, TextTime time, String owner, boolean beside) {
        String words = text.substring(finding.start, finding.end);
        String name = nameKey(words);
        List<Row> fitting = new ArrayList<>();
        for (Known known : ownedBy(owner)) {
            if (known.names.contains(name) && fitsTime(known.row.document(), words, time, beside)) {
                fitting.add(known.row);
            }
        }
        if (fitting.size() != 1) {
            return decision.because(
                    fitting.isEmpty()
                            ? Reason.of("local-unknown", owner)
                            : Reason.of("local-several", owner, Integer.toString(fitting.size())));
        }
        Option option = Option.of(fitting.getFirst(), Option.Source.AMBIGUOUS);
        String key = beside ? "local-owner-beside" : "local-owner-inferred";
        return Decision.resolved(
                option, Rule.CONTEXT, beside ? BESIDE : INFERRED, List.of(Reason.of(key, owner, option.label())));
    }

    private List<Known> ownedBy(String owner) {
        List<Known> known = byOwner.get(ownerKey(owner));
        if (known == null && owner.endsWith("s")) {
            // "USHT Buskeruds handlingsplan"
            known = byOwner.get(ownerKey(owner.substring(0, owner.length() - 1)));
        }
        return known == null ? List.of() : known;
    }

    /// A year in the mention must be the plan's. Without one, a plan for a period is meant only in a text of that
    /// period; as a suggestion also in the report of the year after.
    private static boolean fitsTime(GoverningDocument document, String words, TextTime time, boolean beside) {
        var year = YEAR.matcher(words);
        if (year.find()) {
            String digits = year.group();
            return NameForm.fitsYear(document, Integer.parseInt(digits))
                    || document.aliases().stream().anyMatch(alias -> alias.contains(digits))
                    || document.ambiguousAliases().stream().anyMatch(alias -> alias.contains(digits));
        }
        boolean standing = document.inForceFrom().isEmpty()
                && document.inForceTo().isEmpty()
                && document.date().isEmpty();
        if (standing) {
            return true;
        }
        int written = time.date != null ? time.date.getYear() : time.usualYear;
        int from = document.inForceFrom()
                .or(document::date)
                .map(first -> first.year())
                .orElse(0);
        int to = document.inForceTo().map(last -> last.year()).orElse(Integer.MAX_VALUE - 1);
        return written >= from && written <= (beside ? to : to + 1);
    }

    private static Set<String> namesOf(GoverningDocument document) {
        var names = new LinkedHashSet<String>();
        var all = new ArrayList<String>(document.aliases());
        all.addAll(document.ambiguousAliases());
        all.add(document.title());
        all.add(document.shortTitle());
        String owner = Pattern.quote(document.issuer());
        for (String name : all) {
            names.add(nameKey(name.replaceFirst("(?:,| for| i| til)? " + owner + "$", "")));
        }
        names.remove("");
        return names;
    }

    /// The words of a name without years, the last in its base form: "Handlingsplanens" and "Handlingsplan for 2024"
    /// are
    /// both `handlingsplan`.
    private static String nameKey(String words) {
        String bare = YEAR.matcher(words.toLowerCase(Locale.ROOT)).replaceAll(" ");
        String spaced = bare.replaceAll("[^\\p{L}]+", " ").strip().replaceFirst(" for$", "");
        return PLAN_FORM.matcher(spaced).replaceFirst("$1");
    }

    /// The same for the long and the short name of a center, and for what a center was called when its county was part
    /// of a larger one: `USHT Viken (Akershus)` is `USHT Akershus`.
    private static String ownerKey(String name) {
        String plain = name.replaceAll("\\s+", " ")
                .strip()
                .replaceFirst("^[Uu]tviklingssent\\p{L}+ .*\\(USHT\\)(?: i(?= ))?", "USHT")
                .replaceFirst("^USHT i ", "USHT ");
        var former = OF_COUNTY.matcher(plain);
        if (former.matches() && succeeds(former.group(2), former.group(3))) {
            plain = former.group(1) + " " + former.group(3);
        }
        return plain.toLowerCase(Locale.ROOT);
    }

    private static boolean succeeds(String former, String county) {
        Geography geography = Counties.GEOGRAPHY;
        return geography.named(Geography.Level.COUNTY, former).stream()
                .flatMap(area -> geography.successors(area).stream())
                .anyMatch(area -> area.name().equalsIgnoreCase(county));
    }

    /// Read when first asked for.
    private static final class Counties {
        static final Geography GEOGRAPHY = Geography.builtIn();
    }
}
