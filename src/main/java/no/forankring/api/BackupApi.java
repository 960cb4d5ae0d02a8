package no.forankring.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import no.forankring.backup.Backup;
import no.forankring.backup.BackupDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// A backup of everything while the service goes on. It holds what is withheld of documents too, so only those who may
/// see that get it.
@RestController
class BackupApi {

    private static final Logger LOG = LoggerFactory.getLogger(BackupApi.class);

    private final BackupDesk backups;

    BackupApi(BackupDesk backups) {
        this.backups = backups;
    }

    /// The zip file. One that breaks off lacks its checksums, and `restore` refuses it.
    @GetMapping("/api/backup")
    void backup(HttpServletResponse response, Principal who) throws IOException {
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"forankring.zip\"");
        response.setHeader("Cache-Control", "no-store");
        Backup.Written written = backups.write(response.getOutputStream());
        LOG.info("{} fetched a backup of {} files up to change {}", who.getName(), written.files(), written.change());
        if (!written.damaged().isEmpty()) {
            LOG.error("Originals are damaged: {}; run check", written.damaged());
        }
    }
}
