package no.forankring.document;

/// Ends the reading of one file with its reason. Package-private: callers of the door see
/// [ReadOutcome.Unreadable].
final class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ReadOutcome.Unreadable outcome;

    private UnreadableFile(String reason, String message) {
        super(reason + ": " + message, null, false, false);
        this.outcome = new ReadOutcome.Unreadable(reason, message);
    }

    ReadOutcome.Unreadable outcome() {
        return outcome;
    }

    static UnreadableFile empty() {
        return new UnreadableFile(
                "empty", "Filen er tom. Sjekk at den ble lagret og overført i sin helhet, og last den opp på nytt.");
    }

    static UnreadableFile blank() {
        return new UnreadableFile(
                "no-text", "Filen har ingen ord, bare mellomrom eller tegn uten mening. Sjekk at det er riktig fil.");
    }

    static UnreadableFile noTextLayer() {
        return new UnreadableFile("no-text", """
                Filen har ingen tekst som kan leses, trolig fordi den er skannet. \
                Kjør tekstgjenkjenning (OCR) på den, og last opp filen som da blir laget.\
                """);
    }

    static UnreadableFile image() {
        return new UnreadableFile("no-text", """
                Filen er et bilde. Kjør tekstgjenkjenning (OCR) på det, og last opp resultatet som PDF eller tekst.\
                """);
    }

    static UnreadableFile encrypted() {
        return new UnreadableFile("encrypted", """
                Filen er låst med passord. Lagre en kopi uten passord, og last opp kopien.\
                """);
    }

    static UnreadableFile truncated() {
        return new UnreadableFile("damaged", """
                Slutten av filen mangler, så teksten ville blitt ufullstendig. \
                Hent filen på nytt fra der den kom fra, og last den opp igjen.\
                """);
    }

    static UnreadableFile damaged() {
        return new UnreadableFile("damaged", """
                Filen er skadet og kan ikke leses. Åpne den i programmet den er laget i, lagre den på nytt, \
                og last opp den nye filen.\
                """);
    }

    static UnreadableFile archive() {
        return new UnreadableFile("archive", """
                Filen er et arkiv med andre filer i. Pakk den ut, og last opp dokumentene hver for seg.\
                """);
    }

    static UnreadableFile bomb() {
        return new UnreadableFile("bomb", """
                Filen vokser til mange ganger sin størrelse når den pakkes ut, og blir derfor ikke åpnet. \
                Lagre innholdet som PDF eller del det opp, og last det opp på nytt.\
                """);
    }

    static UnreadableFile tooLong(int limit) {
        return new UnreadableFile("too-long", """
                Teksten er lengre enn grensen på %s tegn for én fil. Del dokumentet i flere filer, \
                eller be den som drifter tjenesten om å heve grensen.\
                """.formatted(grouped(limit)));
    }

    static UnreadableFile tooManyPassages(int limit) {
        return new UnreadableFile("too-long", """
                Dokumentet har flere enn %s avsnitt og rader, som er grensen for én fil. Del det i flere filer, \
                og last dem opp hver for seg.\
                """.formatted(grouped(limit)));
    }

    static UnreadableFile tooLarge(long limit) {
        return new UnreadableFile("too-large", tooLargeMessage(limit));
    }

    static String tooLargeMessage(long limit) {
        return """
                Filen er større enn grensen på %s byte for én fil. Del dokumentet i flere filer, \
                eller be den som drifter tjenesten om å heve grensen.\
                """.formatted(grouped(limit));
    }

    static UnreadableFile timeLimit(long seconds) {
        return new UnreadableFile("time-limit", """
                Lesingen ble stanset fordi den tok mer enn %d sekunder. \
                Lagre dokumentet som en enklere fil, for eksempel ren tekst, eller del det opp, og last det opp på nytt.\
                """.formatted(seconds));
    }

    static UnreadableFile memory(int heapMegabytes) {
        return new UnreadableFile("memory", """
                Filen krever mer enn %d MB minne å lese, og ble stanset to ganger. \
                Lagre dokumentet som en enklere fil eller del det opp, og last det opp på nytt.\
                """.formatted(heapMegabytes));
    }

    static UnreadableFile crashed() {
        return new UnreadableFile("crashed", """
                Leseprogrammet stoppet to ganger på denne filen. Lagre dokumentet på nytt i et annet format, \
                for eksempel PDF, og last det opp igjen.\
                """);
    }

    static UnreadableFile tooDeep() {
        return new UnreadableFile("too-deep", """
                Innholdet er nøstet for dypt til å leses. Lagre dokumentet på nytt uten tabeller i tabeller, \
                og last det opp igjen.\
                """);
    }

    static UnreadableFile unknownFormat(String mediaType) {
        return new UnreadableFile("unknown-format", """
                Filtypen (%s) kan ikke leses. Lagre dokumentet som PDF, DOCX, ODT, HTML eller ren tekst, og last det opp på nytt.\
                """.formatted(mediaType));
    }

    static UnreadableFile entities() {
        return new UnreadableFile("entities", """
                Filen er XML som bygger teksten sin av egne forkortelser (ENTITY). Slike utvides ikke av sikkerhetshensyn. \
                Lagre dokumentet uten dem, for eksempel som HTML eller PDF, og last det opp på nytt.\
                """);
    }

    static UnreadableFile notHeld() {
        return new UnreadableFile("missing", "Originalen finnes ikke i lageret. Last opp filen på nytt.");
    }

    static UnreadableFile disk() {
        return new UnreadableFile("storage", """
                Originalen kunne ikke leses fra disken. Be den som drifter tjenesten om å se etter feil på disken.\
                """);
    }

    static UnreadableFile reader() {
        return new UnreadableFile("reader", """
                Leseprogrammet kunne ikke startes. Be den som drifter tjenesten om å sjekke minne og Java på maskinen, \
                og prøv igjen.\
                """);
    }

    private static String grouped(long number) {
        return String.format(java.util.Locale.ROOT, "%,d", number).replace(',', '\u00a0');
    }
}
