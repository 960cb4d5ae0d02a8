package no.forankring.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which organisation does a name mean, under whatever name of its history? Immutable.
///
/// Names are read from `ontology/organizations/organizations.tsv`; development centres by rule.
public final class Organizations {

    private static final String FILE = "/ontology/organizations/organizations.tsv";
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");

    // "Utviklingssenter for sykehjem og hjemmetjenester (USHT) i Viken (Akershus)", "USHT Akershus",
    // "Utviklingssenter for sjukeheimar og heimetenester i Fjordvik"
    private static final Pattern CENTER = Pattern.compile(
            "(?:utviklingssent(?:er|eret|ret)\\s+for\\s+(?:sykehjem|sjukeheimar|sjukeheim)\\s+og\\s+(?:hjemmetjenester|hjemmetjeneste|heimetenester|heimeteneste)(?:\\s+\\(usht\\))?|usht)(?:\\s+i)?\\s+(.+)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /// Counties that were one between 2020 and 2023: the centre keeps the name of its own in brackets.
    private static final Pattern MERGED_COUNTY = Pattern.compile(
            "(?:viken|innlandet|vestland|vestfold og telemark|troms og finnmark|agder|trøndelag)\\s*\\(([^)]+)\\)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    // "Statsforvalter i Oslo og Viken", "Statsforvaltaren i …", "Statsforvalteren Oslo Viken"
    private static final Pattern GOVERNOR = Pattern.compile(
            "(statsforvalt(?:er|eren|ar|aren)|fylkesmann(?:en)?)(?:\\s+i)?\\s+(.+)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final Map<String, Known> byName;
    private final Map<String, Known> byId;

    /// @param id as in `/id/organization/{id}`
    /// @param name of today
    /// @param names all of them with their years, in the order of the file
    public record Known(String id, String name, List<Name> names) {
        public Known {
            names = List.copyOf(names);
        }
    }

    /// @param years as in `2021–2023`; empty when nothing is recorded
    public record Name(String words, String years) {}

    private Organizations(List<Known> known) {
        var names = new LinkedHashMap<String, Known>();
        var ids = new LinkedHashMap<String, Known>();
        for (Known organization : known) {
            ids.put(organization.id(), organization);
            for (Name name : organization.names()) {
                Known other = names.put(folded(name.words()), organization);
                if (other != null && !other.equals(organization)) {
                    throw new IllegalArgumentException(
                            "«%s» is a name of both %s and %s in %s. Let one of them have it."
                                    .formatted(name.words(), other.id(), organization.id(), FILE));
                }
            }
        }
        byName = names;
        byId = ids;
    }

    /// @throws IllegalArgumentException when a line breaks a rule
    public static Organizations builtIn() {
        try (InputStream file = Organizations.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The program lacks " + FILE);
            }
            return new Organizations(read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Known> read(InputStream file) throws IOException {
        var names = new LinkedHashMap<String, List<Name>>();
        try (var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            boolean head = true;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (head) {
                    head = false;
                    continue;
                }
                String[] columns = line.split("\t", -1);
                if (columns.length != 4 || !columns[0].matches("[a-z0-9-]+") || columns[1].isBlank()) {
                    throw new IllegalArgumentException(
                            "A line of %s is id, name, from and to, parted by tabs, but got «%s»"
                                    .formatted(FILE, line));
                }
                String years = columns[2].isEmpty() && columns[3].isEmpty() ? "" : columns[2] + "–" + columns[3];
                names.computeIfAbsent(columns[0], absent -> new ArrayList<>()).add(new Name(columns[1], years));
            }
        }
        return names.entrySet().stream()
                .map(entry ->
                        new Known(entry.getKey(), entry.getValue().getFirst().words(), entry.getValue()))
                .toList();
    }

    /// The organisation of the list that a name means; empty when the list has none.
    public Optional<Known> known(String name) {
        Known exact = byName.get(folded(name));
        return exact != null ? Optional.of(exact) : Optional.ofNullable(byName.get(folded(withoutBracket(name))));
    }

    public Optional<Known> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The id of the organisation that a name means, the same for all its names over time; made of the name itself
    /// where nothing more is known. Empty for a name that may be several, as "USHT" or "USHT Viken" alone.
    public Optional<String> id(String name) {
        String clean = SPACE.matcher(name).replaceAll(" ").strip();
        Optional<Known> known = known(clean);
        if (known.isPresent()) {
            return Optional.of(known.get().id());
        }
        Matcher center = CENTER.matcher(clean);
        if (center.matches()) {
            return place(center.group(1)).map(place -> "usht-" + slug(place));
        }
        Matcher governor = GOVERNOR.matcher(clean);
        if (governor.matches()) {
            boolean older = governor.group(1).toLowerCase(Locale.ROOT).startsWith("fylkes");
            return Optional.of((older ? "fylkesmannen-" : "statsforvalteren-") + slug(governor.group(2)));
        }
        return isBare(clean) ? Optional.empty() : Optional.of(slug(clean));
    }

    /// True for the names of development centres, whose documents tell of their own networks.
    public static boolean isCenter(String id) {
        return id.startsWith("usht-");
    }

    /// True for what works in one part of the country: municipalities, centres, county governors.
    static boolean isLocal(String id) {
        return isCenter(id)
                || id.endsWith("-kommune")
                || id.startsWith("statsforvalteren-")
                || id.startsWith("fylkesmannen-");
    }

    private static boolean isBare(String name) {
        return name.matches(
                "(?iu)usht|utviklingssenteret?|utviklingssentrene|kommunen?|statsforvalter(?:en|ne)?|fylkesmannen?");
    }

    private static Optional<String> place(String words) {
        Matcher merged = MERGED_COUNTY.matcher(words.strip());
        if (merged.matches()) {
            return Optional.of(merged.group(1));
        }
        // There were three centres in Viken, two in Innlandet: the county alone is none of them.
        return words.strip().matches("(?iu)viken|innlandet") ? Optional.empty() : Optional.of(words.strip());
    }

    private static String withoutBracket(String name) {
        return name.replaceFirst("\\s*\\([^)]*\\)\\s*$", "");
    }

    private static String folded(String name) {
        String lower = SPACE.matcher(name).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        return lower.replaceFirst("^statsforvalt(?:er|ar|aren)(?= )", "statsforvalteren")
                .replaceFirst("^fylkesmann(?= )", "fylkesmannen")
                .replaceFirst("^(statsforvalteren|fylkesmannen) (?!i )", "$1 i ")
                .replace("oslo viken", "oslo og viken");
    }

    static String slug(String name) {
        return SPACE.splitAsStream(name.toLowerCase(Locale.ROOT)
                        .replace("æ", "ae")
                        .replace("ø", "o")
                        .replace("å", "a")
                        .replaceAll("[^a-z0-9]+", " ")
                        .strip())
                .filter(word -> !word.equals("i"))
                .collect(Collectors.joining("-"));
    }
}
