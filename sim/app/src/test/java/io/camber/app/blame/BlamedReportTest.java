package io.camber.app.blame;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.simulation.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BlamedReportTest {
  private static final String PAGE =
      "<html><header>FAIL</header>\n<section><h2>The drive</h2></section>\n</html>\n";

  @TempDir
  private Path run;

  @BeforeEach
  void makeARun() throws IOException {
    Files.writeString(run.resolve(RunFolder.RESULT), "{\"hash\": \"ab\"}");
    Files.writeString(run.resolve(RunFolder.REPORT), PAGE);
  }

  @Test
  void standsRightBelowTheVerdictAndOnlyOnce() throws IOException {
    blamed("ab", "planning is to blame & nobody else");
    BlamedReport.update(run);
    blamed("ab", "control is to blame");
    BlamedReport.update(run);

    assertThat(Files.readString(run.resolve(RunFolder.REPORT)))
        .isEqualTo("<html><header>FAIL</header>\n"
            + "<section id=\"blame\"><h2>Blame</h2>\n<p>control is to blame"
            + " <a href=\"blame.html\">How it was found</a></p></section>\n"
            + "<section><h2>The drive</h2></section>\n</html>\n");
  }

  @Test
  void whatIsOfAnotherRunIsLeftOut() throws IOException {
    blamed("cd", "planning is to blame");

    assertThat(BlamedReport.with(run, PAGE)).isEqualTo(PAGE);
  }

  @Test
  void aRunThatWasNotBlamedKeepsItsReport() throws IOException {
    BlamedReport.update(run);

    assertThat(Files.readString(run.resolve(RunFolder.REPORT))).isEqualTo(PAGE);
  }

  private void blamed(String hash, String text) throws IOException {
    Files.writeString(
        run.resolve(BlamedReport.BLAME),
        "{\"hash\": \"" + hash + "\", \"text\": \"" + text + "\"}");
  }
}
