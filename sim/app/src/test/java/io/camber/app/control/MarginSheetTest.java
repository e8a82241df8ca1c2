package io.camber.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.input.Vehicles;
import io.camber.sim.dynamics.PlantConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarginSheetTest {
  private static final MarginRun STEERING =
      MarginRun.of(new SingleTrackCar(), CarLoop.Signal.STEERING, 50.0);

  @ParameterizedTest
  @CsvSource({"50", "130"})
  void aLittleLessDelayThanTheMarginDiesAwayAndALittleMoreDoesNot(double speedKmph) {
    double margin = margins(speedKmph).delayMarginS();
    TestCar car = new SingleTrackCar();
    double deadTimeS = PlantConfig.of(car.description()).steering().deadTimeS();

    assertThat(margin).isPositive();
    assertThat(rest(speedKmph, Perturbation.delay("less", 1.0 + 0.95 * margin / deadTimeS)))
        .isLessThan(1.0);
    assertThat(rest(speedKmph, Perturbation.delay("more", 1.0 + 1.05 * margin / deadTimeS)))
        .isGreaterThan(1.0);
  }

  @ParameterizedTest
  @CsvSource({"50", "130"})
  void aLittleLessGainThanTheMarginDiesAwayAndALittleMoreDoesNot(double speedKmph) {
    double margin = Math.pow(10.0, margins(speedKmph).gainMarginDb() / 20.0);

    assertThat(rest(speedKmph, gain(0.97 * margin))).isLessThan(1.0);
    assertThat(rest(speedKmph, gain(1.03 * margin))).isGreaterThan(1.0);
  }

  @ParameterizedTest
  @CsvSource({"50", "130"})
  void aLittleMoreGainThanTheFallTakesDiesAwayAndALittleLessDoesNot(double speedKmph) {
    double fall = Math.pow(10.0, -margins(speedKmph).fallMarginDb() / 20.0);

    assertThat(rest(speedKmph, gain(1.05 * fall))).isLessThan(1.0);
    assertThat(rest(speedKmph, gain(0.95 * fall))).isGreaterThan(1.0);
  }

  private static LoopMargins margins(double speedKmph) {
    return MarginRun.of(new SingleTrackCar(), CarLoop.Signal.STEERING, speedKmph)
        .margins();
  }

  private static Perturbation gain(double gain) {
    return new Perturbation("gain", 1.0, 1.0, gain, 0.0, true, 1.0, 1.0);
  }

  private static double rest(double speedKmph, Perturbation perturbation) {
    return Push.of(
            new CarLoop(
                new SingleTrackCar(), perturbation, speedKmph / 3.6, CarLoop.Signal.STEERING),
            1e-6)
        .ratio();
  }

  @Test
  void theSameLoopIsMeasuredToTheSameBit() {
    assertThat(MarginRun.of(new SingleTrackCar(), CarLoop.Signal.STEERING, 50.0))
        .isEqualTo(STEERING);
  }

  @Test
  void tableAndFilesTellOfEachLoop() {
    MarginSheet sheet = new MarginSheet("car", List.of(STEERING));

    assertThat(sheet.lines()).hasSize(2);
    assertThat(sheet.toCsv().lines()).hasSize(1 + STEERING.points().size());
    assertThat(sheet.toJson()).contains("\"phase_margin_rad\"");
    assertThat(sheet.toSvg()).contains("50 km/h");
  }

  @Test
  void backlashKeepsTheSteeringGoingWhichNoMarginTells() {
    TestCar car = new DoubleTrackCar(Vehicles.named("bmw-320i"));

    assertThat(MarginRun.of(car, CarLoop.Signal.STEERING, 50.0).swing()).isGreaterThan(1e-3);
    assertThat(MarginRun.of(car.withoutPlay(), CarLoop.Signal.STEERING, 50.0).swing())
        .isLessThan(1e-5);
  }
}
