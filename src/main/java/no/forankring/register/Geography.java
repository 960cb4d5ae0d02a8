package no.forankring.register;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which municipalities and counties there were on a day, by number and by name.
///
/// A number is the identity: when a municipality gets a new number, as all of Viken did on 1 January 2024, the new one
/// is another area that succeeds the old. Complete from [#COMPLETE_FROM]. Immutable; safe for many threads.
public final class Geography {

    /// Before this day the list has gaps.
    public static final LocalDate COMPLETE_FROM = LocalDate.of(2019, 1, 1);

    private final Map<String, Area> areas;
    private final Map<String, List<Area>> byName;
    private final Map<String, List<Area>> predecessors;

    /// Areas of which no two have the same number.
    Geography(Collection<Area> areas) {
        var byNumber = new LinkedHashMap<String, Area>();
        var byKey = new HashMap<String, List<Area>>();
        var before = new HashMap<String, List<Area>>();
        for (Area area : areas) {
            byNumber.put(area.number(), area);
            var names = new ArrayList<String>(area.otherNames());
            names.add(area.name());
            for (String name : names) {
                byKey.computeIfAbsent(nameKey(area.level(), name), none -> new ArrayList<>())
                        .add(area);
            }
            for (String successor : area.succeededBy()) {
                before.computeIfAbsent(successor, none -> new ArrayList<>()).add(area);
            }
        }
        this.areas = Collections.unmodifiableMap(byNumber);
        this.byName = byKey;
        this.predecessors = before;
    }

    /// Reads the lists that are built into the program, `ontology/geography/*.tsv`.
    ///
    /// @throws RegisterException when a line breaks a rule; the message lists every such line
    public static Geography builtIn() {
        return GeographyFiles.builtIn();
    }

    /// Reads `fylker.tsv` and `kommuner.tsv` of a folder.
    ///
    /// @throws RegisterException when a file cannot be read or a line breaks a rule
    public static Geography read(Path folder) {
        return GeographyFiles.read(folder);
    }

    public enum Level {
        MUNICIPALITY,
        COUNTY
    }

    /// A municipality or county under one number.
    ///
    /// @param number four digits for a municipality, the first two of them its county's; two for a county
    /// @param otherNames official names in Sami, Kven or other languages
    /// @param from the first day; empty when that is before [#COMPLETE_FROM] and not recorded
    /// @param to the last day; empty while the number is in use
    /// @param succeededBy the numbers that took over the day after
    /// @param everydayWord the name is a word or a common surname too (Hol, Ål, Nes), so alone it names nothing
    public record Area(
            Level level,
            String number,
            String name,
            List<String> otherNames,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            List<String> succeededBy,
            boolean everydayWord) {

        public Area {
            otherNames = List.copyOf(otherNames);
            succeededBy = List.copyOf(succeededBy);
        }

        public boolean inUseOn(LocalDate day) {
            return from.map(first -> !day.isBefore(first)).orElse(true)
                    && to.map(last -> !day.isAfter(last)).orElse(true);
        }

        /// The number of the county it lies in; its own for a county.
        public String countyNumber() {
            return number.substring(0, 2);
        }
    }

    /// Every area of every time, counties first, by number.
    public List<Area> all() {
        return List.copyOf(areas.values());
    }

    /// The municipalities, or the counties, of a day.
    public List<Area> on(Level level, LocalDate day) {
        return areas.values().stream()
                .filter(area -> area.level() == level && area.inUseOn(day))
                .toList();
    }

    /// The area that has or had a number.
    public Optional<Area> find(String number) {
        return Optional.ofNullable(areas.get(number));
    }

    /// The areas that bore a name on a day, whatever its case: two for Våler, none for Nes in Buskerud since 2020.
    public List<Area> named(Level level, String name, LocalDate day) {
        return named(level, name).stream().filter(area -> area.inUseOn(day)).toList();
    }

    /// The areas that bore a name at any time.
    public List<Area> named(Level level, String name) {
        return List.copyOf(byName.getOrDefault(nameKey(level, name), List.of()));
    }

    /// The county of a municipality; a county is its own.
    public Optional<Area> county(Area area) {
        return find(area.countyNumber());
    }

    /// What took over after the last day: several after a split, none while the number is in use.
    public List<Area> successors(Area area) {
        return area.succeededBy().stream()
                .flatMap(number -> find(number).stream())
                .toList();
    }

    /// What it took over from: several after a merger.
    public List<Area> predecessors(Area area) {
        return List.copyOf(predecessors.getOrDefault(area.number(), List.of()));
    }

    private static String nameKey(Level level, String name) {
        return level + " " + Register.key(name);
    }
}
