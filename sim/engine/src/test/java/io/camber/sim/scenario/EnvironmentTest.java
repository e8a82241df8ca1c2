package io.camber.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.diagnostics.InputException;
import io.camber.truth.Weather;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weather that a scenario's EnvironmentAction sets. */
final class EnvironmentTest {
  @TempDir
  private Path folder;

  private Weather weather(String environment) {
    String init = """
        <GlobalAction><EnvironmentAction><Environment name="e">%s</Environment></EnvironmentAction></GlobalAction>
        """.formatted(environment);
    return TestFiles.play(folder, TestFiles.scenario("", init + TestFiles.EGO_AT_10, ""), "")
        .weather();
  }

  @Test
  void takesFogRainSunAndFriction() {
    Weather weather = weather("""
        <TimeOfDay animation="false" dateTime="2020-02-21T12:00:00"/>
        <Weather><Sun azimuth="0" elevation="0.2" illuminance="1"/><Fog visualRange="50"/>
        <Precipitation precipitationType="rain" precipitationIntensity="5"/></Weather>
        <RoadCondition frictionScaleFactor="0.6"/>""");

    assertThat(weather.fogPerM()).isCloseTo(2.996 / 50.0, within(1e-12));
    assertThat(weather.rainMmph()).isEqualTo(5.0);
    assertThat(weather.sunElevation()).isEqualTo(0.2);
    // North is clockwise zero in the file, and a quarter turn to the left of the map's x axis.
    assertThat(weather.sunAzimuth()).isCloseTo(Math.PI / 2.0, within(1e-12));
    assertThat(weather.frictionScale()).isEqualTo(0.6);
    assertThat(weather.wetness()).isEqualTo(1.0);
  }

  @Test
  void aRoundedRightAngleIsTheZenith() {
    assertThat(
            weather("<Weather><Sun azimuth=\"0\" elevation=\"1.571\" intensity=\"1\"/></Weather>")
                .sunElevation())
        .isEqualTo(Math.PI / 2.0);
  }

  @Test
  void midnightIsDarkWhereNoSunIsTold() {
    assertThat(weather("<TimeOfDay animation=\"false\" dateTime=\"2020-02-21T00:00:00\"/>")
            .sunElevation())
        .isLessThan(-0.5);
  }

  @Test
  void visibilityOfAClearDayIsNoFog() {
    assertThat(weather("<Weather><Fog visualRange=\"100000\"/></Weather>").isClear())
        .isTrue();
  }

  @Test
  void impossibleWeatherIsRefusedWithItsLine() {
    assertThatThrownBy(() -> weather("<Weather><Sun azimuth=\"0\" elevation=\"4\"/></Weather>"))
        .isInstanceOf(InputException.class)
        .hasMessageMatching("(?s).*xosc:\\d+: the weather is impossible: sunElevation.*");
  }
}
