package no.forankring.citation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Web addresses of governing documents.
///
/// `https://lovdata.no/dokument/NL/lov/2011-06-24-30/§4-1`, `lovdata.no/eli/lov/2011/06/24/30`,
/// `https://www.regjeringen.no/no/dokumenter/meld.-st.-24-20222023/id2984417/`, `…/dokumenter/nou-2017-16/…`,
/// `https://www.helsedirektoratet.no/veiledere/oppfolging-av-personer-med-store-og-sammensatte-behov/…`
final class AddressForm implements CitationForm {

    private static final int LONGEST = 2_000;

    @Override
    public List<Cue> cues() {
        return List.of(Cue.HTTP, Cue.HTTPS, Cue.WWW, Cue.LOVDATA, Cue.REGJERINGEN, Cue.HELSEDIREKTORATET);
    }

    @Override
    public int read(Reading reading, int token) {
        Tokens tokens = reading.tokens;
        String text = tokens.text;
        boolean scheme = tokens.is(token, Cue.HTTP) || tokens.is(token, Cue.HTTPS) || tokens.is(token, Cue.WWW);
        int start = tokens.start(token);
        int after = tokens.end(token);
        if (scheme
                ? after >= text.length() || text.charAt(after) != ':' && text.charAt(after) != '.'
                : !text.startsWith(".no/", after)) {
            return token;
        }
        int end = after;
        int limit = Math.min(text.length(), start + LONGEST);
        while (end < limit && !endsAddress(text.charAt(end))) {
            end++;
        }
        while (end > after && ".,;:)]".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int to = token + 1;
        while (to < tokens.count() && tokens.start(to) < end) {
            to++;
        }
        tokens.looked(end - start);
        String address = text.substring(start, end);
        Pinpoint pinpoint = Pinpoint.WHOLE;
        Option option = target(reading, address);
        if (option != null) {
            var finding = new Finding(Finding.Kind.EXACT, "address", token, to, tokens);
            finding.end = end;
            finding.options = List.of(option);
            finding.rule = Rule.ADDRESS;
            finding.evidence.add(Reason.of("address"));
            int section = address.indexOf('§');
            if (section > 0) {
                pinpoint = sectionOf(address.substring(section + 1));
            }
            finding.pinpoint = pinpoint;
            reading.add(finding);
        }
        return to;
    }

    private static boolean endsAddress(char c) {
        return c <= ' ' || c == '<' || c == '>' || c == '"' || c == '«' || c == '»' || c == '”' || c == '\u00A0';
    }

    private static Pinpoint sectionOf(String tail) {
        int end = 0;
        while (end < tail.length() && (Character.isLetterOrDigit(tail.charAt(end)) || tail.charAt(end) == '-')) {
            end++;
        }
        return end == 0 || !Character.isDigit(tail.charAt(0))
                ? Pinpoint.WHOLE
                : Pinpoint.section(tail.substring(0, end));
    }

    private static @Nullable Option target(Reading reading, String address) {
        String key = Addresses.key(address);
        if (key.startsWith("lovdata.no/")) {
            return act(reading, key);
        }
        if (key.startsWith("regjeringen.no/")) {
            Row row = reading.names.address(key);
            return row != null ? Option.of(row, Option.Source.EXACT) : paper(reading, address);
        }
        if (key.startsWith("helsedirektoratet.no/")) {
            return page(reading, key);
        }
        Row row = reading.names.address(key);
        return row == null ? null : Option.of(row, Option.Source.EXACT);
    }

    /// The page of the register that the address lies under, the nearest one.
    private static @Nullable Option page(Reading reading, String key) {
        int host = key.indexOf('/');
        for (int end = key.length(); end > host && key.lastIndexOf('/', end - 1) > host; ) {
            if (end <= reading.names.longestAddress()) {
                reading.tokens.looked(end);
                Row row = reading.names.address(key.substring(0, end));
                if (row != null) {
                    return Option.of(row, Option.Source.EXACT);
                }
            }
            end = key.lastIndexOf('/', end - 1);
        }
        return null;
    }

    /// `lov/2011-06-24-30`, `lov/2011/06/24/30`
    private static @Nullable Option act(Reading reading, String key) {
        String[] kinds = {"/lov/", "/forskrift/"};
        for (String kind : kinds) {
            int at = key.indexOf(kind);
            if (at < 0) {
                continue;
            }
            String[] parts = key.substring(at + kind.length()).split("[-/§]", 6);
            if (parts.length < 3 || !digits(parts[0], 4) || !digits(parts[1], 2) || !digits(parts[2], 2)) {
                return null;
            }
            String prefix = kind.equals("/lov/") ? "lov-" : "for-";
            String id = prefix + parts[0] + "-" + parts[1] + "-" + parts[2];
            if (parts.length > 3 && !parts[3].isEmpty() && parts[3].length() < 6 && digits(parts[3], 0)) {
                id += "-" + Integer.parseInt(parts[3]);
            }
            return reading.option(id);
        }
        return null;
    }

    private static boolean digits(String text, int length) {
        return (length == 0 || text.length() == length)
                && !text.isEmpty()
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// `meld.-st.-24-20222023`, `prop.-100-l-20202021`, `nou-2017-16`, `stm201420150026000`
    private static @Nullable Option paper(Reading reading, String address) {
        for (String part : address.toLowerCase(Locale.ROOT).split("/", 12)) {
            String[] words = part.replace(".", "").split("-", 8);
            String id = null;
            if (words.length >= 4 && words[0].equals("meld") && words[1].equals("st") && digits(words[2], 0)) {
                id = session("meldst-" + words[2], words[3]);
            } else if (words.length >= 4 && words[0].equals("prop") && digits(words[1], 0)) {
                id = session("prop-" + words[1] + "-" + words[2], words[3]);
            } else if (words.length >= 3 && words[0].equals("nou") && digits(words[1], 4) && digits(words[2], 0)) {
                id = "nou-" + words[1] + "-" + words[2];
            } else if (part.startsWith("stm") && part.length() >= 15 && digits(part.substring(3, 15), 12)) {
                int year = Integer.parseInt(part.substring(3, 7));
                String series = year >= Series.NEW_SERIES ? "meldst-" : "stmeld-";
                id = series + Integer.parseInt(part.substring(11, 15)) + "-" + year + "-" + part.substring(7, 11);
            }
            if (id != null && id.length() < 60 && id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
                return reading.option(id);
            }
        }
        return null;
    }

    private static @Nullable String session(String stem, String years) {
        return digits(years, 8) ? stem + "-" + years.substring(0, 4) + "-" + years.substring(4) : null;
    }
}
