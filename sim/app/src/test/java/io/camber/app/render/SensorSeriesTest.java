package io.camber.app.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.app.vehicle.VehicleFile;
import io.camber.geometry.Vec2;
import io.camber.sim.dynamics.doubletrack.DoubleTrackConfig;
import io.camber.sim.dynamics.manoeuvre.Plot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SensorSeriesTest {
  private static final Path SCENARIOS = Path.of("../../scenarios");

  @Test
  void drawsEverySensorOnceMoreTheSame() throws IOException {
    DoubleTrackConfig car =
        VehicleFile.read("bmw", Files.readString(SCENARIOS.resolve("vehicles/bmw-320i.yaml")));
    Path junction = SCENARIOS.resolve("signal-junction.xosc");

    String svg = SensorSeries.toSvg(junction, car, 1);

    assertThat(svg)
        .contains("satellites, as a phone", "wheels on ice", "accelerometer forward")
        .contains("turn rates", "ultrasonic, front", "radio of traffic light");
    assertThat(SensorSeries.toSvg(junction, car, 1)).isEqualTo(svg);
  }

  @Test
  void doesWithoutTheRadioWhereThereIsNoLight() {
    assertThat(NearbySeries.lights(SCENARIOS.resolve("highway-cut-in.xosc"), 1)).isEmpty();
  }

  @Test
  void satellitesGoAwryAmongHousesAndAreLostInTheTunnel() {
    Plot phone = SatelliteSeries.plots(1).get(0);

    DoubleSummaryStatistics open = errors(phone, 0.0, 100.0);
    DoubleSummaryStatistics houses = errors(phone, 180.0, 270.0);

    assertThat(open.getAverage()).isLessThan(5.0);
    assertThat(houses.getMax() - houses.getMin())
        .isGreaterThan(1.5 * (open.getMax() - open.getMin()));
    assertThat(errors(phone, 401.0, 499.0).getCount()).isZero();
    assertThat(errors(phone, 510.0, 590.0).getCount()).isEqualTo(81);
  }

  @Test
  void parkingHearsACarFromItsRangeDownToTheDeadZoneAndAPersonLater() {
    Plot plot = NearbySeries.parking(1).get(0);
    List<Vec2> car = plot.curves().get(0).points();
    List<Vec2> person = plot.curves().get(1).points();
    List<Vec2> truth = plot.curves().get(2).points();
    int heard = 0;
    int personHeard = 0;
    for (int i = 0; i < truth.size(); i++) {
      double gap = truth.get(i).y();
      boolean isHeard = Double.isFinite(car.get(i).y());
      heard += isHeard ? 1 : 0;
      assertThat(isHeard && gap > 5.5).as("gap %f", gap).isFalse();
      boolean isPersonHeard = Double.isFinite(person.get(i).y());
      personHeard += isPersonHeard ? 1 : 0;
      assertThat(isPersonHeard && gap > 0.6 * 5.5).isFalse();
      if (isHeard) {
        // Five sigma of a centimetre.
        assertThat(car.get(i).y()).isCloseTo(Math.max(0.15, gap), within(0.05));
      }
    }
    // Of 220 pulses 2 % go lost.
    assertThat(heard).isBetween(205, 220);
    assertThat(personHeard).isBetween(122, 132);
  }

  private static DoubleSummaryStatistics errors(Plot plot, double from, double to) {
    return plot.curves().get(0).points().stream()
        .filter(point -> point.x() >= from - 1e-9 && point.x() <= to + 1e-9)
        .mapToDouble(Vec2::y)
        .filter(Double::isFinite)
        .summaryStatistics();
  }
}
