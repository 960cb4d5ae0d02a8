package no.forankring.cli;

import java.time.Clock;
import java.util.List;
import no.forankring.access.AuditLog;
import no.forankring.document.DocumentId;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// Deletes documents with all that rests on them.
@CommandLine.Command(name = "delete", description = "Slett dokumenter med alt som bygger på dem.")
final class DeleteCommand extends Command.OnHome {

    private static final String WHO = "cli";

    @Parameters(paramLabel = "ID", arity = "1..*", description = "Id-en til dokumentet, som i adressen.")
    List<String> ids = List.of();

    @Override
    public Integer call() {
        int missing = 0;
        try (OpenHome opened = openHome()) {
            opened.ingest().catchUp();
            AuditLog audit = AuditLog.open(home, Clock.systemUTC());
            for (String id : ids) {
                audit.note(WHO, AuditLog.Event.DOCUMENT_DELETED, id);
                if (opened.ingest().delete(WHO, new DocumentId(id))) {
                    out().println("Slettet %s.".formatted(id));
                } else {
                    err().println("Dokumentet %s finnes ikke.".formatted(id));
                    missing++;
                }
            }
        }
        out().flush();
        return missing == 0 ? OK : FAILED;
    }
}
