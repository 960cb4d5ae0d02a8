package no.forankring.review;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.forankring.citation.Reason;

/// A decision that cannot be taken, with what to do instead, in bokmål.
public final class ReviewException extends RuntimeException {

    private ReviewException(String message) {
        super(message);
    }

    static ReviewException unknownLink(String link) {
        return new ReviewException(
                "Ingen forslag har adressen %s. Det kan være borte fordi dokumentet er lest på nytt; last siden igjen."
                        .formatted(link));
    }

    static ReviewException unknownMention(String mention) {
        return new ReviewException(
                "Ingen uavklart omtale har adressen %s. Det kan være borte fordi dokumentet er lest på nytt; last siden igjen."
                        .formatted(mention));
    }

    public static ReviewException noDocument(String words) {
        return new ReviewException(
                "«%s» er ikke et styrende dokument som er kjent. Velg fra listen, eller skriv nummer eller hele tittelen, som i «Meld. St. 15 (2017–2018)»."
                        .formatted(words.strip()));
    }

    static ReviewException severalDocuments(String words, List<String> labels) {
        return new ReviewException("«%s» kan bety flere dokumenter: %s. Skriv nummer og år eller hele tittelen på ett."
                .formatted(words.strip(), String.join("; ", labels)));
    }

    static ReviewException noLongerWaits() {
        return new ReviewException(
                "Saken venter ikke lenger. Noen har avgjort den, eller dokumentet er lest på nytt. Gå videre til neste.");
    }

    static ReviewException disputed(String link) {
        return new ReviewException(
                "To lesere er uenige om %s. Avgjør uenigheten på siden «Uenighet» først.".formatted(link));
    }

    static ReviewException nothingToReadAgain() {
        return new ReviewException(
                "Det er ikke avgjort noe i dette utvalget som ikke alt er lest av to. Avgjør noe først, eller velg et annet utvalg.");
    }

    static ReviewException noReading(String id) {
        return new ReviewException(
                "Ingen andre lesning har id «%s». Velg en fra listen på siden «Uenighet».".formatted(id));
    }

    static ReviewException ownDecision() {
        return new ReviewException("Du har avgjort dette selv. En annen må lese det om igjen.");
    }

    static ReviewException noDisagreement(String id) {
        return new ReviewException(
                "Uenigheten «%s» finnes ikke lenger. Den er avgjort, eller svaret er tatt tilbake.".formatted(id));
    }

    static ReviewException unknownAnswer(String together) {
        return new ReviewException(
                "Ingen avgjørelse har navnet «%s». Den er alt tatt tilbake; last siden igjen.".formatted(together));
    }

    static ReviewException notOneChosen() {
        return new ReviewException("Velg hvilket dokument som menes, og godta så.");
    }

    static ReviewException nothingToLearn() {
        return new ReviewException("Bare en godtatt henvisning kan gi en skrivemåte. Godta bare denne koblingen.");
    }

    static ReviewException ownerUnknown() {
        return new ReviewException(
                "Det går ikke fram av begynnelsen på dokumentet hvem det kommer fra. Godta bare denne koblingen, eller for alle dokumenter.");
    }

    static ReviewException refused(List<Reason> objections) {
        return new ReviewException(objections.stream()
                .map(objection -> objection.text(Locale.of("nb")))
                .collect(Collectors.joining(" ")));
    }
}
