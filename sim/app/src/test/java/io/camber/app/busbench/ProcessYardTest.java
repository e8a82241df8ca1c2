package io.camber.app.busbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProcessYardTest {
  private static Process shell(ProcessYard yard, String script) throws IOException {
    return yard.start(new ProcessBuilder(List.of("sh", "-c", script)));
  }

  @Test
  void whoWasStartedIsGoneWhenAllHaveEnded() throws IOException {
    ProcessYard yard = new ProcessYard(5_000);
    Process first = yard.start(new ProcessBuilder("sleep", "1000"));
    Process second = yard.start(new ProcessBuilder("sleep", "1000"));

    yard.endAll();

    assertThat(first.isAlive()).isFalse();
    assertThat(second.isAlive()).isFalse();
  }

  @Test
  void whoDoesNotListenAndWhatItStartedEndsAllTheSame() throws IOException {
    ProcessYard yard = new ProcessYard(100);
    Process deaf = shell(yard, "trap '' TERM; sleep 1000 & echo there; while true; do wait; done");
    deaf.inputReader().readLine();
    List<ProcessHandle> children = deaf.descendants().toList();

    yard.endAll();

    assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    assertThat(deaf.isAlive()).isFalse();
  }

  @Test
  void aTurnLeavesNoProcessAndNoFile() throws IOException {
    try (Workshop workshop = Workshop.open()) {
      Path folder;
      try (Turn turn = workshop.turn()) {
        folder = turn.folder();
        turn.start(List.of("sleep", "1000"), Map.of());
        assertThat(turn.ask(List.of("echo", "{\"p50\":2000}"), Map.of()))
            .isEqualTo(new Figure(2.0, 0));
      }

      assertThat(folder).doesNotExist();
      assertThat(ProcessHandle.current().children().map(each -> each.info().commandLine()))
          .noneMatch(line -> line.orElse("").contains("sleep 1000"));
    }
  }

  @Test
  void aFigureWithoutItsPartnerDoesNotCount() throws Exception {
    try (Workshop workshop = Workshop.open();
        Turn turn = workshop.turn()) {
      turn.start(List.of("sh", "-c", "echo somebody else runs"), Map.of());

      assertThatThrownBy(
              () -> turn.ask(List.of("sh", "-c", "sleep 1; echo '{\"p50\":2000}'"), Map.of()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("somebody else runs");
    }
  }

  @Test
  void aSignalToTheBenchmarkEndsItsProcessesAndRemovesItsFolder() throws Exception {
    Process benchmark = new ProcessBuilder(
            Java.command(),
            "-cp",
            System.getProperty("java.class.path"),
            InterruptedWorkshop.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    Path folder = Path.of(benchmark.inputReader().readLine());
    List<ProcessHandle> children = benchmark.descendants().toList();
    assertThat(children).isNotEmpty();
    assertThat(Files.exists(folder)).isTrue();

    benchmark.destroy();
    benchmark.waitFor();

    assertThat(children).noneMatch(ProcessHandle::isAlive);
    assertThat(folder).doesNotExist();
  }
}
