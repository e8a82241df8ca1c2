package io.camber.evaluation.comfort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class SavitzkyGolayTest {
  private static final Offset<Double> EXACT = within(1e-9);

  @Test
  void leavesAPolynomialOfItsOrderAsItIs() {
    double[] parabola = parabola();

    double[] filtered = SavitzkyGolay.filter(parabola, 7, 2, 0, 0.1);

    for (int i = 0; i < parabola.length; i++) {
      assertThat(filtered[i]).isCloseTo(parabola[i], EXACT);
    }
  }

  @Test
  void differentiatesAParabolaExactly() {
    double[] slope = SavitzkyGolay.filter(parabola(), 15, 2, 1, 0.1);
    double[] bend = SavitzkyGolay.filter(parabola(), 15, 3, 2, 0.1);

    for (int i = 0; i < slope.length; i++) {
      double time = i * 0.1;
      assertThat(slope[i]).isCloseTo(-2.0 + 6.0 * time, EXACT);
      assertThat(bend[i]).isCloseTo(6.0, within(1e-7));
    }
  }

  /** Reference: {@code scipy.signal.savgol_filter} 1.17.1 of x[i] = (7 i mod 11) / 3, 16 samples. */
  @Test
  void agreesWithTheReferenceImplementation() {
    double[] series = new double[16];
    for (int i = 0; i < series.length; i++) {
      series[i] = (7 * i % 11) / 3.0;
    }

    assertThat(SavitzkyGolay.filter(series, 8, 2, 0, 0.1)).containsExactly(SMOOTHED_8, EXACT);
    assertThat(SavitzkyGolay.filter(series, 15, 2, 1, 0.1)).containsExactly(SLOPE_15, EXACT);
    assertThat(SavitzkyGolay.filter(series, 5, 2, 1, 0.1)).containsExactly(SLOPE_5, EXACT);
    assertThat(SavitzkyGolay.filter(series, 15, 3, 2, 0.1)).containsExactly(BEND_15, within(1e-7));
  }

  @Test
  void shrinksItsWindowToAShortSeries() {
    double[] line = {1.0, 2.0, 3.0};

    assertThat(SavitzkyGolay.filter(line, 15, 2, 1, 1.0))
        .containsExactly(new double[] {1.0, 1.0, 1.0}, EXACT);
    assertThat(SavitzkyGolay.filter(new double[] {4.0}, 8, 2, 1, 0.1)).containsExactly(0.0);
    assertThat(SavitzkyGolay.filter(new double[0], 8, 2, 1, 0.1)).isEmpty();
  }

  private static double[] parabola() {
    double[] values = new double[40];
    for (int i = 0; i < values.length; i++) {
      double time = i * 0.1;
      values[i] = 1.0 - 2.0 * time + 3.0 * time * time;
    }
    return values;
  }

  private static final double[] SMOOTHED_8 = {
    0.6111111111111108, 1.2857142857142851, 1.7857142857142851, 2.1111111111111103,
    2.1354166666666656, 1.8333333333333326, 1.5312499999999991, 1.8020833333333324,
    1.4999999999999996, 1.197916666666666, 1.1249999999999996, 1.510416666666666,
    1.6130952380952377, 1.8511904761904756, 2.132936507936507, 2.458333333333332
  };

  private static final double[] SLOPE_15 = {
    0.28571428571428376,
    0.28571428571428403,
    0.2857142857142843,
    0.28571428571428464,
    0.285714285714285,
    0.28571428571428525,
    0.28571428571428553,
    0.2857142857142538,
    -0.10714285714288607,
    0.2306076276664515,
    0.5683581124757597,
    0.9061085972850685,
    1.2438590820943767,
    1.581609566903685,
    1.9193600517129938,
    2.257110536522302
  };

  private static final double[] SLOPE_5 = {
    15.476190476190492,
    10.238095238095246,
    5.000000000000008,
    -2.333333333333327,
    1.3333333333333397,
    -2.333333333333328,
    -2.333333333333327,
    1.3333333333333386,
    -2.33333333333333,
    -2.3333333333333286,
    1.333333333333338,
    -2.3333333333333295,
    5.000000000000005,
    5.000000000000008,
    -0.23809523809524613,
    -5.476190476190492
  };

  private static final double[] BEND_15 = {
    -39.358136416959866,
    -33.735545500251305,
    -28.11295458354274,
    -22.490363666834185,
    -16.867772750125624,
    -11.245181833417066,
    -5.622590916708508,
    9.992007221626409e-16,
    3.3775048480930794,
    5.359237712178891,
    7.34097057626468,
    9.322703440350468,
    11.304436304436257,
    13.286169168522047,
    15.267902032607836,
    17.249634896693625
  };
}
