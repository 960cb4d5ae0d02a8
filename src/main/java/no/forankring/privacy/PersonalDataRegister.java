package no.forankring.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.forankring.document.DocumentId;

/// What is withheld, and the decisions to release it, as pages and interface ask for it.
public interface PersonalDataRegister {

    /// The documents of which something is withheld or released, in order of address.
    List<Holding> holdings();

    /// What was found in a document, each once, in text order; empty when there is no such document.
    Optional<List<Finding>> findings(DocumentId document);

    /// Releases findings. How many were withheld until now; the document must be linked again when there were any.
    ///
    /// @param fingerprints of [Finding]s; unknown ones are left out
    /// @param why what the release rests on; personal data in it is masked
    int release(DocumentId document, Collection<String> fingerprints, String who, String why);

    /// Withholds again what was released. How many were released until now; the document must be linked again when
    /// there were any.
    int withhold(DocumentId document, Collection<String> fingerprints, String who);

    /// All that is held about a person, withheld or not.
    ///
    /// @param words a name, an e-mail address or a number
    /// @throws IllegalArgumentException when it is too short to tell one from another
    AboutPerson about(String words);

    /// @param read how many documents were looked through
    /// @param unread how many of them could not be read
    /// @param statements what people wrote
    record AboutPerson(int read, int unread, List<PersonPlace> places, List<PersonStatement> statements) {

        public AboutPerson {
            places = List.copyOf(places);
            statements = List.copyOf(statements);
        }
    }

    /// @param passage its id in the text as shown; empty outside every passage
    /// @param page from 1; 0 where the format has none
    /// @param words as they stand there
    /// @param context the passage as read
    /// @param release the decision by which it is shown, where there is one
    record PersonPlace(
            DocumentId document,
            String title,
            String passage,
            int page,
            String words,
            String context,
            boolean withheld,
            Optional<Release> release) {

        /// Leaves out the words, so that they do not end up in a log by accident.
        @Override
        public String toString() {
            return "PersonPlace[%s, %s]".formatted(document, passage);
        }
    }

    /// @param graph the address of the graph in which it stands
    record PersonStatement(String graph, String thing, String property, String words) {}

    /// @param title as shown
    /// @param withheld how many places the last reading masked
    /// @param released how many findings are released
    record Holding(DocumentId document, String title, int withheld, int released) {}

    /// Something about a person in one document.
    ///
    /// @param words as they stand where they stand first
    /// @param places where they stand, at least one
    /// @param release empty while withheld
    record Finding(
            String fingerprint, PersonalData.Kind kind, String words, List<Place> places, Optional<Release> release) {

        public Finding {
            places = List.copyOf(places);
        }

        Finding and(Place place) {
            var all = new ArrayList<>(places);
            all.add(place);
            return new Finding(fingerprint, kind, words, all, release);
        }

        /// Enough of it to know which one it is: `k•••.e•••••••@f•••••••.e••••••`; of numbers and sentences nothing.
        public String masked() {
            boolean initials = kind == PersonalData.Kind.NAME || kind == PersonalData.Kind.E_MAIL;
            var masked = new StringBuilder(words.length());
            boolean first = true;
            for (int i = 0; i < words.length(); i++) {
                boolean letter = Character.isLetterOrDigit(words.charAt(i));
                masked.append(letter && !(first && initials) ? '•' : words.charAt(i));
                first = !letter;
            }
            return masked.toString();
        }

        /// Leaves out the words, so that they do not end up in a log by accident.
        @Override
        public String toString() {
            return "Finding[%s, %s]".formatted(kind.code(), fingerprint);
        }
    }

    /// @param passage its id in the text as shown; empty outside every passage
    /// @param page from 1; 0 where the format has none
    /// @param section the headings above it
    record Place(String passage, int page, String section) {}
}
