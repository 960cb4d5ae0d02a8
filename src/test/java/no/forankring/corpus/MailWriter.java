package no.forankring.corpus;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/// Mail as it is saved from a mail program: one text part in UTF-8, quoted-printable.
final class MailWriter {

    private static final int WIDTH = 75;

    private MailWriter() {}

    static byte[] write(CorpusSource source) {
        var sent = source.date().atTime(LocalTime.of(9, 30)).atZone(ZoneId.of("Europe/Oslo"));
        String mail = "From: " + header(source.get("from"))
                + "\nTo: " + header(source.get("to"))
                + "\nSubject: " + encoded(source.get("title"))
                + "\nDate: "
                + DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                        .format(sent)
                + "\nMessage-ID: <" + source.fileName() + "@fjordvik.example>"
                + "\nContent-Language: " + source.get("language")
                + "\nMIME-Version: 1.0"
                + "\nContent-Type: text/plain; charset=UTF-8"
                + "\nContent-Transfer-Encoding: quoted-printable\n\n"
                + quotedPrintable(TextWriter.text(source.blocks()));
        return mail.replace("\n", "\r\n").getBytes(US_ASCII);
    }

    /// `Name <address>`, with the name encoded.
    private static String header(String mailbox) {
        int bracket = mailbox.indexOf('<');
        return encoded(mailbox.substring(0, bracket).strip()) + " " + mailbox.substring(bracket);
    }

    private static String encoded(String words) {
        var encoded = new StringBuilder();
        for (int start = 0; start < words.length(); start += 30) {
            String piece = words.substring(start, Math.min(words.length(), start + 30));
            encoded.append(encoded.isEmpty() ? "" : "\n ")
                    .append("=?UTF-8?B?")
                    .append(Base64.getEncoder().encodeToString(piece.getBytes(UTF_8)))
                    .append("?=");
        }
        return encoded.toString();
    }

    private static String quotedPrintable(String text) {
        var mail = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            int column = 0;
            byte[] bytes = line.getBytes(UTF_8);
            for (int i = 0; i < bytes.length; i++) {
                int octet = bytes[i] & 0xFF;
                boolean plain = octet > 32 && octet < 127 && octet != '=' || octet == 32 && i + 1 < bytes.length;
                String written = plain ? String.valueOf((char) octet) : "=%02X".formatted(octet);
                if (column + written.length() > WIDTH) {
                    mail.append("=\n");
                    column = 0;
                }
                mail.append(written);
                column += written.length();
            }
            mail.append('\n');
        }
        return mail.toString();
    }
}
