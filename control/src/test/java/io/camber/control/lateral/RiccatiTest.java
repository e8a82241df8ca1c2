package io.camber.control.lateral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

final class RiccatiTest {
  private static DMatrixRMaj matrix(double[]... rows) {
    return new DMatrixRMaj(rows);
  }

  /** x' = x + u, cost x^2 + u^2: p = (1 + sqrt 5) / 2, the golden ratio. */
  @Test
  void scalarIntegratorGivesTheGoldenRatio() {
    DMatrixRMaj one = matrix(new double[] {1});

    DMatrixRMaj p = Riccati.solve(one, one, one, 1.0);

    double golden = 0.5 * (1 + Math.sqrt(5));
    assertThat(p.get(0)).isCloseTo(golden, within(1e-12));
    assertThat(Riccati.gain(one, one, one, 1.0)[0]).isCloseTo(golden / (1 + golden), within(1e-12));
  }

  /** Against plain value iteration on a double integrator. */
  @Test
  void agreesWithValueIteration() {
    DMatrixRMaj a = matrix(new double[] {1, 0.1}, new double[] {0, 1});
    DMatrixRMaj b = matrix(new double[] {0.005}, new double[] {0.1});
    DMatrixRMaj q = matrix(new double[] {1, 0}, new double[] {0, 0});

    DMatrixRMaj p = Riccati.solve(a, b, q, 0.5);

    double[] slow = valueIteration(0.5);
    assertThat(p.get(0, 0)).isCloseTo(slow[0], within(1e-8));
    assertThat(p.get(0, 1)).isCloseTo(slow[1], within(1e-8));
    assertThat(p.get(1, 1)).isCloseTo(slow[2], within(1e-8));
  }

  private static double[] valueIteration(double r) {
    double pa = 0;
    double pb = 0;
    double pc = 0;
    for (int i = 0; i < 20_000; i++) {
      double u1 = 0.005 * pa + 0.1 * pb;
      double u2 = 0.005 * pb + 0.1 * pc;
      double s = r + 0.005 * u1 + 0.1 * u2;
      double k1 = u1 / s;
      double k2 = (0.1 * u1 + u2) / s;
      double na = 1 + pa - k1 * u1;
      double nb = 0.1 * pa + pb - k2 * u1;
      double nc = 0.01 * pa + 0.2 * pb + pc - k2 * (0.1 * u1 + u2);
      pa = na;
      pb = nb;
      pc = nc;
    }
    return new double[] {pa, pb, pc};
  }

  @Test
  void gainsFallWithSpeedAndStayFinite() {
    GainSchedule schedule = new GainSchedule(new HandlingModel(2.79, 0.0015, 0.005), 0.27, 2.0);

    double slow = schedule.at(2.0)[0];
    double fast = schedule.at(35.0)[0];

    assertThat(slow).isGreaterThan(fast);
    assertThat(schedule.at(0.0)).isEqualTo(schedule.at(1.0));
    assertThat(schedule.at(500.0)).isEqualTo(schedule.at(1000.0));
  }
}
