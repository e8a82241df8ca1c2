package io.camber.app.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.diagnostics.InputException;
import io.camber.sim.dynamics.doubletrack.DoubleTrackConfig;
import io.camber.sim.dynamics.manoeuvre.Manoeuvre;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VehicleFileTest {
  @ParameterizedTest
  @ValueSource(strings = {"ford-escort", "bmw-320i", "vw-vanagon", "semitrailer-truck"})
  void bundledVehiclesTurnAsTheClosedFormSays(String name) throws IOException {
    DoubleTrackConfig vehicle = VehicleFile.read(name, text(name));

    ManoeuvreSheet sheet = ManoeuvreSheet.drive(
        vehicle, List.of(Manoeuvre.YAW_GAIN, Manoeuvre.OFF_TRACKING, Manoeuvre.SPLIT), 1.0);

    assertThat(sheet.holds()).as(String.join("\n", sheet.lines())).isTrue();
    assertThat(sheet.toSvg()).startsWith("<svg").contains("polyline");
  }

  @Test
  void theTrailerPutsItsShareOnTheHitch() throws IOException {
    DoubleTrackConfig truck = VehicleFile.read("t", text("semitrailer-truck"));

    // 20,665 kg, 2.6 of 8.1 m: a third of it rests on the tractor's rear axle.
    double onTractor = truck.frontLoadN() + truck.rearLoadN() - 5760 * 9.81;
    assertThat(onTractor).isCloseTo(20_665 * 9.81 * 2.6 / 8.1, within(1.0));
    assertThat(truck.frontLoadN()).isCloseTo(5760 * 9.81 / 2, within(1.0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mass_kg: 1093.3 | mass_kg: -5 | bmw.yaml:7: mass_kg: -5 is outside",
        "mass_kg: 1093.3 | mass_kg: heavy | mass_kg: 'heavy' is not a number",
        "mass_kg: 1093.3 | weight: 1 | mass_kg: is missing",
        "peak: 1.0489 | peak: .nan | peak: '.nan' is not a number",
        "curvature: 0.46403 | curvature: 3 | curvature: 3 is outside",
        "brake_share: 0.66 | brake_share: 0.5 | brake_share: those of all axles",
        "antilock: true | antilock: maybe | antilock: 'maybe' is neither true nor false",
        "name: BMW 320i | title: BMW 320i | name: is missing",
        "relaxation_m: 0.4 | relaxation: 0.4 | relaxation: is unknown",
        "ahead_m: -1.4227 | ahead_m: 1.4 | axles: the vehicle needs one ahead"
      })
  void namesFileAndKeyOfWhatIsWrong(String sound, String broken, String problem)
      throws IOException {
    String text = text("bmw-320i");
    assertThat(text).contains(sound);

    assertThatThrownBy(() -> VehicleFile.read("bmw.yaml", text.replace(sound, broken)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(problem.replace("bmw.yaml:7: ", ""))
        .hasMessageStartingWith("bmw.yaml");
  }

  private static String text(String name) throws IOException {
    return Files.readString(Path.of("../../scenarios/vehicles", name + ".yaml"));
  }
}
