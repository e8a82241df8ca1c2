package io.camber.sim.dynamics.manoeuvre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.camber.sim.dynamics.Ground;
import io.camber.sim.dynamics.doubletrack.Cars;
import io.camber.sim.dynamics.doubletrack.DoubleTrackConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ManoeuvreTest {
  @ParameterizedTest
  @EnumSource(value = Manoeuvre.class, names = "OFF_TRACKING", mode = EnumSource.Mode.EXCLUDE)
  void aCarMeetsWhatClosedFormsAndStandardsExpect(Manoeuvre manoeuvre) {
    Report report = manoeuvre.run(Cars.car(), Ground.LEVEL);

    assertThat(report.figures()).isNotEmpty();
    assertThat(report.figures())
        .allSatisfy(figure -> assertThat(figure.holds()).as(figure.toString()).isTrue());
  }

  @Test
  void aTrailerOffTracksAsGeometrySays() {
    Report report = Manoeuvre.OFF_TRACKING.run(Cars.withTrailer(), Ground.LEVEL);

    assertThat(report.figures())
        .allSatisfy(figure -> assertThat(figure.holds()).as(figure.toString()).isTrue());
  }

  @Test
  void refusesWhatDoesNotSuitTheVehicle() {
    DoubleTrackConfig car = Cars.car();

    assertThat(Manoeuvre.OFF_TRACKING.suits(car)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Manoeuvre.OFF_TRACKING.run(car, Ground.LEVEL));
  }
}
