package no.forankring.report;

/// The same words in bokmål, nynorsk and English.
public record Texts(String nb, String nn, String en) {

    /// @param language `nn` or `en`; all else gives bokmål
    public String in(String language) {
        return switch (language) {
            case "nn" -> nn;
            case "en" -> en;
            default -> nb;
        };
    }
}
