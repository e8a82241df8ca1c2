package io.camber.app.command.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.command.CamberCommand;
import io.camber.app.command.SampleLog;
import io.camber.app.command.option.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ViewCommandTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final PrintStream realErr = System.err;

  @BeforeEach
  void capture() {
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void release() {
    System.setErr(realErr);
  }

  @ParameterizedTest
  @CsvSource({
    "view no/such/run, no such drive",
    "view --port 70000 x, --port 70000 is outside",
    "view --at NaN x, --at NaN is no time",
    "view --at -5 x, --at -5.0 is no time",
    "view --live nonsense, bus address 'nonsense'",
    "view --live shm:nobody-is-here, nobody is on the bus shm:nobody-is-here",
    "view --allow-origin nonsense x, --allow-origin 'nonsense' is no origin",
    "view --allow-origin * x, --allow-origin '*' is no origin",
    "view --allow-origin https://viewer.example/page x, is no origin of a page",
    "run ../../scenarios/highway-cut-in.xosc --view --view-port -1, --view-port -1 is outside"
  })
  void namesTheMistake(String line, String problem) {
    assertThat(CamberCommand.execute(line.split(" ", -1))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(problem).doesNotContain("\tat ");
  }

  @Test
  void saysWhichFileIsNoLog(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("drive.mcap"), "no log at all");

    assertThat(CamberCommand.execute(new String[] {"view", file.toString()}))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("drive.mcap").contains("MCAP");
  }

  @Test
  void aHostThatDoesNotExistIsNamed(@TempDir Path folder) throws Exception {
    String log = SampleLog.standing(folder.resolve("a.mcap")).toString();

    assertThat(CamberCommand.execute(new String[] {"view", log, "--host", "no.such.invalid"}))
        .isEqualTo(ExitCode.USAGE);
    assertThat(CamberCommand.execute(new String[] {"view", log, "--host", ""}))
        .isEqualTo(ExitCode.USAGE);
    assertThat(CamberCommand.execute(
            new String[] {"view", "--live", "udp:no.such.invalid:4000,insecure"}))
        .isEqualTo(ExitCode.USAGE);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .hasLineCount(3)
        .contains("--host 'no.such.invalid' is no address")
        .contains("--host '' is no address")
        .contains("there is no host no.such.invalid");
  }
}
