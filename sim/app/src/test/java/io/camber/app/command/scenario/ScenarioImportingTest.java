package io.camber.app.command.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.command.CamberCommand;
import io.camber.app.command.Console;
import io.camber.app.command.option.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class ScenarioImportingTest {
  private static final String TWO_LANES_ONE_CAR = """
      <commonRoad commonRoadVersion="2020a" timeStepSize="0.1" benchmarkID="ZAM_Test-1" source="made up">
        <lanelet id="1">
          <leftBound><point><x>0</x><y>0</y></point><point><x>200</x><y>0</y></point></leftBound>
          <rightBound><point><x>0</x><y>-3.5</y></point><point><x>200</x><y>-3.5</y></point></rightBound>
        </lanelet>
        <dynamicObstacle id="7">
          <type>car</type>
          <shape><rectangle><length>4.5</length><width>1.8</width></rectangle></shape>
          <initialState>
            <position><point><x>50</x><y>-1.75</y></point></position>
            <orientation><exact>0</exact></orientation>
            <time><exact>0</exact></time><velocity><exact>10</exact></velocity>
          </initialState>
          <trajectory>
            <state>
              <position><point><x>60</x><y>-1.75</y></point></position>
              <orientation><exact>0</exact></orientation>
              <time><exact>10</exact></time><velocity><exact>10</exact></velocity>
            </state>
          </trajectory>
        </dynamicObstacle>
        <intersection id="9"/>
      </commonRoad>
      """;

  @TempDir
  private Path folder;

  @RegisterExtension
  private final Console console = new Console();

  @Test
  void writesAScenarioThatIsSoundAndSaysWhatItLeftOut() throws IOException {
    Path file = recording(TWO_LANES_ONE_CAR);

    assertThat(camber("scenario", "import", file.toString(), "--out", folder.toString()))
        .isZero();
    assertThat(console.out())
        .contains("1 road users, 1 lanelets on 1 roads")
        .contains("not imported: intersection x 1");

    Path scenario = folder.resolve("ZAM_Test-1.xosc");
    assertThat(camber("scenario", "check", scenario.toString())).isZero();
  }

  @Test
  void replacesNothingUnlessTold() throws IOException {
    Path file = recording(TWO_LANES_ONE_CAR);
    Path there = Files.writeString(folder.resolve("ZAM_Test-1.xosc"), "mine");

    assertThat(camber("scenario", "import", file.toString(), "--out", folder.toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("ZAM_Test-1.xosc").contains("--force");
    assertThat(there).hasContent("mine");
    assertThat(folder.resolve("ZAM_Test-1.xodr")).doesNotExist();

    assertThat(camber("scenario", "import", file.toString(), "--out", folder.toString(), "--force"))
        .isZero();
    assertThat(there).content().startsWith("<?xml");
  }

  @Test
  void aBrokenRecordingIsNamedWithItsLineAndNothingIsWritten() throws IOException {
    Path file = recording(TWO_LANES_ONE_CAR.replace("<x>50</x>", "<x>fifty</x>"));

    assertThat(camber("scenario", "import", file.toString(), "--out", folder.toString()))
        .isEqualTo(ExitCode.USAGE);

    assertThat(console.err()).contains("recording.xml:10").contains("fifty");
    assertThat(folder.resolve("ZAM_Test-1.xodr")).doesNotExist();
  }

  private Path recording(String xml) throws IOException {
    return Files.writeString(folder.resolve("recording.xml"), xml);
  }

  private int camber(String... arguments) {
    return CamberCommand.execute(arguments);
  }
}
