package io.camber.sim.traffic.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IdmTest {
  private static final double A = 1.5;
  private static final double B = 2.0;
  private static final double TERM = Idm.brakingTerm(A, B);

  @Test
  void acceleratesFullyFromStandAndNotAtTheDesiredSpeed() {
    assertThat(Idm.free(0.0, 14.0, A, B)).isEqualTo(A);
    assertThat(Idm.free(14.0, 14.0, A, B)).isZero();
  }

  @Test
  void slowsNoHarderThanComfortableWhenTooFast() {
    assertThat(Idm.free(40.0, 10.0, A, B)).isEqualTo(-B);
  }

  @Test
  void isInEquilibriumAtTheClearanceOfEquationThree() {
    double clearance = Idm.equilibriumClearance(10.0, 15.0, 2.0, 1.4);

    double wanted = Idm.desiredClearance(10.0, 0.0, 2.0, 1.4, TERM);
    double a = Idm.free(10.0, 15.0, A, B) - Idm.interaction(clearance, wanted, A);

    assertThat(a).isCloseTo(0.0, within(1e-12));
  }

  @Test
  void brakesComfortablyForAWallItSeesInTime() {
    // eq. 2 without standstill and time gap: at the braking distance v^2 / 2b the interaction is b
    double speed = 12.0;
    double wanted = Idm.desiredClearance(speed, speed, 0.0, 0.0, TERM);

    assertThat(Idm.interaction(speed * speed / (2.0 * B), wanted, A)).isCloseTo(B, within(1e-9));
  }

  @Test
  void wantsNoLessThanTheStandstillClearanceFromAFasterCar() {
    assertThat(Idm.desiredClearance(10.0, -20.0, 2.0, 1.0, TERM)).isEqualTo(2.0);
  }
}
