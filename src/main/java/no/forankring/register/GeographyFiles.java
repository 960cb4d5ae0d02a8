package no.forankring.register;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.forankring.register.Geography.Area;
import no.forankring.register.Geography.Level;
import no.forankring.register.RegisterException.Problem;

/// Reads the two lists and collects what is wrong in both of them before it gives up.
final class GeographyFiles {

    private static final String FOLDER = "ontology/geography/";
    private static final String COUNTIES = "fylker.tsv";
    private static final String MUNICIPALITIES = "kommuner.tsv";
    private static final List<String> COLUMNS =
            List.of("number", "name", "other-names", "from", "to", "succeeded-by", "word");

    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private GeographyFiles() {}

    /// An area and where it stands, counted from 1.
    private record Line(String file, int number, Area area) {}

    static Geography builtIn() {
        return geography(ProgramFiles.text(FOLDER + COUNTIES), ProgramFiles.text(FOLDER + MUNICIPALITIES));
    }

    static Geography read(Path folder) {
        try {
            return geography(
                    Files.readString(folder.resolve(COUNTIES), StandardCharsets.UTF_8),
                    Files.readString(folder.resolve(MUNICIPALITIES), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw RegisterException.unreadable("the lists of counties and municipalities in " + folder, e);
        }
    }

    private static Geography geography(String counties, String municipalities) {
        var files = new GeographyFiles();
        files.add(Level.COUNTY, COUNTIES, counties);
        files.add(Level.MUNICIPALITY, MUNICIPALITIES, municipalities);
        files.lines.values().forEach(files::check);
        if (!files.problems.isEmpty()) {
            throw RegisterException.broken(files.problems);
        }
        return new Geography(files.lines.values().stream().map(Line::area).toList());
    }

    private void add(Level level, String file, String text) {
        int columns = level == Level.COUNTY ? COLUMNS.size() - 1 : COLUMNS.size();
        boolean header = true;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            if (header) {
                header = false;
                if (!line.equals(String.join("\t", COLUMNS.subList(0, columns)))) {
                    problem(
                            file,
                            number,
                            "header",
                            "the names of the columns are not the expected ones",
                            "Write " + String.join(", ", COLUMNS.subList(0, columns)) + ", parted by one tab.");
                }
                continue;
            }
            addLine(level, file, number, List.of(line.split("\t", -1)), columns);
        }
    }

    private void addLine(Level level, String file, int number, List<String> fields, int columns) {
        String code = fields.getFirst();
        if (fields.size() != columns) {
            problem(
                    file,
                    number,
                    code,
                    "it has %d columns, not %d".formatted(fields.size(), columns),
                    "Part the columns by one tab; leave an empty one where nothing is known.");
            return;
        }
        if (!code.matches(level == Level.COUNTY ? "\\d{2}" : "\\d{4}")) {
            problem(
                    file,
                    number,
                    code,
                    "the number is not one",
                    "Write two digits for a county, four for a municipality.");
        }
        if (fields.get(1).isBlank()) {
            problem(file, number, code, "it has no name", "Write the Norwegian name in the second column.");
        }
        var area = new Area(
                level,
                code,
                fields.get(1),
                list(fields.get(2)),
                date(file, number, code, fields.get(3)),
                date(file, number, code, fields.get(4)),
                list(fields.get(5)),
                columns == COLUMNS.size() && fields.get(6).equals("x"));
        if (lines.putIfAbsent(code, new Line(file, number, area)) != null) {
            problem(file, number, code, "the number stands twice", "Keep one line for each number.");
        }
    }

    private void check(Line line) {
        Area area = line.area();
        if (area.from().isPresent()
                && area.to().isPresent()
                && area.to().get().isBefore(area.from().get())) {
            problem(line, "it ends before it begins", "Correct from or to.");
        }
        if (area.to().isPresent() == area.succeededBy().isEmpty()) {
            problem(
                    line,
                    "it has a last day without a successor, or a successor without a last day",
                    "Fill in to and succeeded-by, or leave both empty.");
        }
        for (String successor : area.succeededBy()) {
            Line next = lines.get(successor);
            LocalDate after = area.to().map(last -> last.plusDays(1)).orElse(LocalDate.MAX);
            if (next == null || next.area().level() != area.level()) {
                problem(line, "its successor " + successor + " is not listed", "Correct the number, or add its line.");
            } else if (!next.area().inUseOn(after)) {
                problem(
                        line,
                        "its successor " + successor + " is not in use the day after",
                        "Correct to here, or from of the successor.");
            }
        }
        if (area.level() == Level.MUNICIPALITY) {
            checkCounty(line);
        }
    }

    private void checkCounty(Line line) {
        Area area = line.area();
        Line county = lines.get(area.countyNumber());
        if (county == null || county.area().level() != Level.COUNTY) {
            problem(line, "its county " + area.countyNumber() + " is not listed", "Add it to " + COUNTIES + ".");
            return;
        }
        LocalDate last = area.to().orElse(LocalDate.MAX);
        LocalDate first = area.from().orElse(Geography.COMPLETE_FROM);
        if (!county.area().inUseOn(first) || !county.area().inUseOn(last)) {
            problem(
                    line,
                    "its county " + area.countyNumber() + " was not there all that time",
                    "Correct from and to of one of the two.");
        }
    }

    private Optional<LocalDate> date(String file, int number, String code, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            problem(file, number, code, "\"" + text + "\" is no date", "Write it as 2024-01-01.");
            return Optional.empty();
        }
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\\|", -1));
    }

    private void problem(Line line, String what, String remedy) {
        problem(line.file(), line.number(), line.area().number(), what, remedy);
    }

    private void problem(String file, int number, String code, String what, String remedy) {
        problems.add(new Problem(file, number, code, what, remedy));
    }
}
