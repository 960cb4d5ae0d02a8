package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The short form of [MixedKills].
class MixedKillsIT {

    private static final int KILLS = 4;

    @TempDir
    Path folder;

    @Test
    void losesNothingAcknowledgedWhenMixedWorkIsKilled() throws Exception {
        long seed = System.nanoTime();
        var kills = new MixedKills(folder, seed);

        for (int round = 1; round <= KILLS; round++) {
            kills.kill(round, round == KILLS);
        }

        assertThat(kills.problems()).as("seed %d, %s", seed, kills.counts()).isEmpty();
        assertThat(kills.counts()).containsEntry("kill", KILLS).containsKey("document");
    }
}
