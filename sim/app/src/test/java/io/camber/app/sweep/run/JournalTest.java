package io.camber.app.sweep.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import io.camber.evaluation.judgement.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final CaseResult FIRST = new CaseResult(
      3, Outcome.FAIL, "hit \"GVT\"\nat 3 s", "ab12", new TreeMap<>(Map.of("ttc.min", 0.1 + 0.2)));
  private static final CaseResult SECOND = CaseResult.error(7, "thrown");

  @TempDir
  Path folder;

  private Path write(CaseResult... results) throws IOException {
    Path file = folder.resolve("journal.jsonl");
    try (Journal journal = Journal.open(file)) {
      for (CaseResult result : results) {
        journal.add(result);
      }
    }
    return file;
  }

  @Test
  void givesBackWhatItWasGivenToTheBit() throws IOException {
    assertThat(Journal.read(write(FIRST, SECOND))).containsExactly(FIRST, SECOND);
  }

  @Test
  void aResultIsOnDiskBeforeTheJournalIsClosed() throws IOException {
    Path file = folder.resolve("journal.jsonl");
    try (Journal journal = Journal.open(file)) {
      journal.add(FIRST);

      assertThat(Journal.read(file)).containsExactly(FIRST);
    }
  }

  @Test
  void goesOnAfterALineThatWasCutShort() throws IOException {
    Path file = write(FIRST);
    Files.writeString(file, "{\"index\":5,\"outc", StandardOpenOption.APPEND);

    assertThat(Journal.read(file)).containsExactly(FIRST);
    write(SECOND);
    assertThat(Journal.read(file)).containsExactly(FIRST, SECOND);
  }

  @Test
  void refusesAFileThatIsNoJournal() throws IOException {
    Path file = Files.writeString(folder.resolve("journal.jsonl"), "no json\n".repeat(100));

    assertThatThrownBy(() -> Journal.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("100 lines are no results of runs");
  }
}
