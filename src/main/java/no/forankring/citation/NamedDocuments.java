package no.forankring.citation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import no.forankring.register.GoverningDocumentId;
import org.jspecify.annotations.Nullable;

/// The documents that a text names for sure. Every question takes the same time, however many there are.
final class NamedDocuments {

    /// What a session adds to the number of a paper: "-2017-2018".
    private static final int SESSION = 10;

    private final Set<GoverningDocumentId> ids = new HashSet<>();
    /// By number without session: the one id that has it, or an empty string where several have.
    private final Map<String, String> byNumber = new HashMap<>();

    void add(GoverningDocumentId id) {
        if (!ids.add(id)) {
            return;
        }
        String value = id.value();
        int number = value.length() - SESSION;
        if (number > 0 && value.charAt(number) == '-') {
            byNumber.merge(value.substring(0, number), value, (one, other) -> "");
        }
    }

    boolean has(GoverningDocumentId id) {
        return ids.contains(id);
    }

    /// The id with the series and number, if the text names it in one session only.
    @Nullable
    String onlyOne(Designation designation) {
        String value = byNumber.get(designation.key());
        return value == null || value.isEmpty() ? null : value;
    }
}
