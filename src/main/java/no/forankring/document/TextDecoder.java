package no.forankring.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Decodes the bytes of a text: by its byte order mark, else as UTF-8, else as what Norwegian offices wrote before
/// UTF-8, windows-1252. Answers with nothing when the bytes are no text.
final class TextDecoder {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private TextDecoder() {}

    static Optional<String> decode(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8));
        }
        if (starts(bytes, 0xFF, 0xFE, 0, 0)) {
            return Optional.of(new String(bytes, 4, bytes.length - 4, Charset.forName("UTF-32LE")));
        }
        if (starts(bytes, 0, 0, 0xFE, 0xFF)) {
            return Optional.of(new String(bytes, 4, bytes.length - 4, Charset.forName("UTF-32BE")));
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE));
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE));
        }
        int even = 0;
        int odd = 0;
        int controls = 0;
        int high = 0;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            if (b == 0) {
                if ((i & 1) == 0) {
                    even++;
                } else {
                    odd++;
                }
                controls++;
            } else if (b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1B) {
                controls++;
            } else if (b >= 0x80) {
                high++;
            }
        }
        int half = Math.max(1, bytes.length / 2);
        if (bytes.length >= 8 && odd > half * 6 / 10 && even < half / 20 + 1) {
            return Optional.of(new String(bytes, StandardCharsets.UTF_16LE));
        }
        if (bytes.length >= 8 && even > half * 6 / 10 && odd < half / 20 + 1) {
            return Optional.of(new String(bytes, StandardCharsets.UTF_16BE));
        }
        // A text may hold a few stray control characters; a picture or a program is full of them.
        if (controls > bytes.length / 20 + 2) {
            return Optional.empty();
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString());
        } catch (CharacterCodingException notUtf8) {
            String lenient = new String(bytes, StandardCharsets.UTF_8);
            int broken = 0;
            int letters = 0;
            for (int i = 0; i < lenient.length(); i++) {
                char c = lenient.charAt(i);
                if (c == '\uFFFD') {
                    broken++;
                } else if (c >= 0x80) {
                    letters++;
                }
            }
            // UTF-8 with a letter cut in two stays UTF-8.
            if (letters > 20 * broken || (broken <= 1 && letters > 0)) {
                return Optional.of(lenient);
            }
            return high > bytes.length * 3 / 10 ? Optional.empty() : Optional.of(new String(bytes, WINDOWS_1252));
        }
    }

    /// Decodes markup: by byte order mark, else as the markup declares where the bytes agree, else as text.
    static String decodeMarkup(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF) || starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
            return decode(bytes).orElse("");
        }
        String head = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1);
        Charset declared = declared(head);
        if (declared != null && !declared.name().startsWith("UTF-")) {
            return new String(bytes, declared);
        }
        return decode(bytes).orElseGet(() -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static @org.jspecify.annotations.Nullable Charset declared(String head) {
        for (String mark : new String[] {"charset=", "encoding="}) {
            int at = head.indexOf(mark);
            if (at < 0) {
                continue;
            }
            int start = at + mark.length();
            while (start < head.length() && (head.charAt(start) == '"' || head.charAt(start) == '\'')) {
                start++;
            }
            int end = start;
            while (end < head.length()
                    && end - start < 40
                    && (Character.isLetterOrDigit(head.charAt(end)) || "-_.:".indexOf(head.charAt(end)) >= 0)) {
                end++;
            }
            try {
                String name = head.substring(start, end);
                // Browsers read Latin 1 as windows-1252, and so it is meant.
                return name.equalsIgnoreCase("iso-8859-1") ? WINDOWS_1252 : Charset.forName(name);
            } catch (IllegalArgumentException unknown) {
                return null;
            }
        }
        return null;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
