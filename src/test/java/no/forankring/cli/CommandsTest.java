package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void exitsWithTwoAndSaysWhyOnAnUnknownCommand() {
        int status = run("lenk-alt");

        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("lenk-alt");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void exitsWithTwoWhenAnArgumentIsMissing() {
        assertThat(run("trace")).isEqualTo(2);
        assertThat(err.toString()).contains("ID");
    }

    @Test
    void exitsWithOneAndNamesThePathThatIsMissing() {
        int status = run("ingest", "finnes/ikke.pdf");

        assertThat(status).isEqualTo(1);
        assertThat(err.toString()).contains("finnes/ikke.pdf");
    }

    @Test
    void turnsTheOptionsOfServeIntoSettings() {
        assertThat(Commands.serviceArguments(new String[] {"--home", "hjem", "--port=9000", "--debug"}))
                .containsExactly("--forankring.home=hjem", "--server.port=9000", "--debug");
    }

    private int run(String... args) {
        return Commands.run(args, new PrintWriter(out), new PrintWriter(err));
    }
}
