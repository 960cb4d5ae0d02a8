package no.forankring.trace;

import java.time.Instant;
import java.util.List;

/// That the register says something else of a governing document than before.
///
/// @param change the number of the change
/// @param who changed it: the program when it came with a new version, else a person
/// @param fields what it says otherwise, as in `inForceTo` and `replacedBy`
public record RegisterChange(long change, Instant at, String who, Thing governing, List<String> fields) {

    public RegisterChange {
        fields = List.copyOf(fields);
    }
}
