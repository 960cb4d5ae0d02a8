package no.forankring.web;

/// Makes a file name given from outside fit for headers and lists.
final class SafeName {

    private static final int LONGEST = 200;
    private static final String NAMELESS = "uten-navn";

    private SafeName() {}

    /// The last part of a path, without control characters and marks that turn the reading direction.
    static String of(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.codePoints()
                .filter(character -> !Character.isISOControl(character)
                        && Character.getType(character) != Character.FORMAT
                        && Character.getType(character) != Character.SURROGATE)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return clean.isEmpty() || clean.equals(".") || clean.equals("..") ? NAMELESS : clean;
    }
}
