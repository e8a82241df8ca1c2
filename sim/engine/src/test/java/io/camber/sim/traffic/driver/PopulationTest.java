package io.camber.sim.traffic.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PopulationTest {
  @Test
  void theSameSeedGivesTheSameDrivers() {
    Dice a = new Dice(7);
    Dice b = new Dice(7);

    for (int i = 0; i < 100; i++) {
      assertThat(Population.urban().draw(a)).isEqualTo(Population.urban().draw(b));
    }
  }

  @Test
  void withoutSpreadEverybodyDrivesAlike() {
    Dice dice = new Dice(1);

    Driver first = Population.uniform().draw(dice);

    assertThat(Population.uniform().draw(dice)).isEqualTo(first);
    assertThat(first.timeGapS()).isEqualTo(1.2);
  }

  @Test
  void sharesOfKindsAreThoseAskedFor() {
    Dice dice = new Dice(3);
    Population population = new Population(0.2, 0.1, 0.0, 1.0);
    int trucks = 0;
    int vans = 0;

    for (int i = 0; i < 20_000; i++) {
      Vehicle kind = population.draw(dice).vehicle();
      trucks += kind == Vehicle.TRUCK ? 1 : 0;
      vans += kind == Vehicle.VAN ? 1 : 0;
    }

    // three standard deviations of a share p among n draws: 3 sqrt(p (1-p) / n) < 0.009
    assertThat(trucks / 20_000.0).isCloseTo(0.1, within(0.009));
    assertThat(vans / 20_000.0).isCloseTo(0.2, within(0.009));
  }

  @Test
  void cyclistsKeepToTheRightAndAreNoFasterThanPeopleRide() {
    Dice dice = new Dice(11);
    Population cyclists = Population.uniform().withBicycles(1.0);

    for (int i = 0; i < 100; i++) {
      Driver driver = cyclists.draw(dice);

      assertThat(driver.vehicle()).isEqualTo(Vehicle.BICYCLE);
      assertThat(driver.wanderM()).isEqualTo(-0.9);
      assertThat(driver.topMps()).isEqualTo(5.0);
    }
  }

  @Test
  void normalDrawsHaveMeanZeroAndDeviationOne() {
    Dice dice = new Dice(5);
    double sum = 0.0;
    double squares = 0.0;

    for (int i = 0; i < 100_000; i++) {
      double drawn = dice.normal();
      sum += drawn;
      squares += drawn * drawn;
    }

    // three standard errors: 3 / sqrt(n) and 3 sqrt(2 / n)
    assertThat(sum / 100_000).isCloseTo(0.0, within(0.0095));
    assertThat(squares / 100_000).isCloseTo(1.0, within(0.0135));
  }
}
