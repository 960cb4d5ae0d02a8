package no.forankring.document;

/// The organisation that a document comes from.
///
/// @param key the same for every way of writing one organisation's name, as in `usht-fjordvik`; the id of its address
/// @param name as written
public record Owner(String key, String name) {

    public Owner {
        if (key.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException(
                    "An owner needs a key and a name, but got «%s» and «%s»".formatted(key, name));
        }
    }
}
