package io.camber.app.command.tune;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.command.CamberCommand;
import io.camber.app.command.Console;
import io.camber.app.command.option.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ControlFamilyCommandTest {
  @RegisterExtension
  private final Console console = new Console();

  @TempDir
  private Path folder = Path.of("");

  @Test
  void drivesOneCourseAndPlotsIt() {
    Path page = folder.resolve("course.html");

    int code = camber("control", "course", "stop-line", "--out", page.toString());

    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(console.out()).contains("mid-size car").contains("stop-line");
    assertThat(page).content().contains("<svg").contains("stop-line");
  }

  @ParameterizedTest
  @CsvSource({
    "oval, bmw-320i, x.svg, there is no course oval",
    "launch, tank, x.svg, vehicle tank: no such file",
    "launch, bmw-320i, x.txt, ends neither in .svg nor in .html"
  })
  void refusesWhatItDoesNotKnowInOneLine(
      String course, String vehicle, String file, String problem) {
    Path plot = folder.resolve(file);

    int code = camber("control", "course", course, "--vehicle", vehicle, "--out", plot.toString());

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains(problem).hasLineCount(1);
    assertThat(Files.exists(plot)).isFalse();
  }

  @Test
  void measuresMarginsAtOneSpeedAndWritesThem() {
    Path table = folder.resolve("margins.csv");

    int code = camber("control", "margins", "--speed", "50", "--out", table.toString());

    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(console.out())
        .contains("mid-size car")
        .contains("steering")
        .contains("acceleration");
    assertThat(table).content().startsWith("command,speed_kmph,frequency_hz,gain_db,phase_deg\n");
  }

  @ParameterizedTest
  @CsvSource({
    "4.9, bmw-320i, x.svg, --speed 4.9: is outside [5.0",
    "NaN, bmw-320i, x.svg, --speed NaN: is outside [5.0",
    "50, tank, x.svg, vehicle tank: no such file",
    "50, bmw-320i, x.html, ends neither in .svg nor in .csv",
    "50, bmw-320i, none/x.svg, none"
  })
  void refusesMarginsOfWhatItDoesNotKnowInOneLine(
      String speed, String vehicle, String file, String problem) {
    Path plot = folder.resolve(file);

    int code = camber(
        "control", "margins", "--speed", speed, "--vehicle", vehicle, "--out", plot.toString());

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains(problem).hasLineCount(1);
    assertThat(Files.exists(plot)).isFalse();
  }

  private static int camber(String... arguments) {
    return CamberCommand.execute(arguments);
  }
}
