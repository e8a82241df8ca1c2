package io.camber.app.command.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.camber.app.command.option.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrafficCommandTest {
  private static final String MAP =
      Path.of("..", "..", "scenarios", "maps", "signal-crossing.xodr").toString();

  private final StringWriter out = new StringWriter();

  @TempDir
  private Path folder = Path.of("");

  private int run(String... arguments) {
    CommandLine line = new CommandLine(new TrafficCommand());
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(new StringWriter()));
    return line.execute(arguments);
  }

  @Test
  void reportsAndDrawsSoundTraffic() throws IOException {
    Path picture = folder.resolve("town.png");
    Path states = folder.resolve("state.csv");

    int code = run(
        MAP,
        "--vehicles",
        "30",
        "--duration",
        "60",
        "--out",
        picture.toString(),
        "--csv",
        states.toString());

    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("collisions      0").contains("red lights run  0");
    assertThat(ImageIO.read(picture.toFile()).getWidth()).isGreaterThan(100);
    List<String> lines = Files.readAllLines(states);
    assertThat(lines.get(0)).startsWith("time_s,vehicle,kind,lane,x,y");
    assertThat(lines).hasSizeGreaterThan(1_200);
  }

  @Test
  void theReportAsJsonIsTheSameOnTwoThreads() {
    JsonObject one = report("--threads", "1");
    JsonObject two = report("--threads", "2");

    assertThat(two).isEqualTo(one);
    assertThat(one.get("vehicleSteps").getAsLong()).isGreaterThan(10_000);
  }

  /** The report without the one figure that a clock gives. */
  private JsonObject report(String option, String value) {
    out.getBuffer().setLength(0);
    run(MAP, "--vehicles", "30", "--duration", "60", "--json", option, value);
    JsonObject report = JsonParser.parseString(out.toString()).getAsJsonObject();
    report.remove("vehicleStepsPerS");
    return report;
  }
}
