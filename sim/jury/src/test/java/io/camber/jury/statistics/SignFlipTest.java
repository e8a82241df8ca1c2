package io.camber.jury.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class SignFlipTest {
  @Test
  void sixScenariosThatAgreeAreOneInThirtyTwoAndNoLess() {
    double[][] one = {{1.0, 2.0, 0.5, 3.0, 1.0, 0.1}};

    // of 2^6 flips the one that was seen and its mirror image
    assertThat(flip().pValues(one)[0]).isEqualTo(2.0 / 64.0);
  }

  @Test
  void theProbabilityIsTheShareOfFlipsThatGoAsFar() {
    // sums of +-1 +-2 +-3 +-4: of the 16, those of size 8 or more are 10, 8 (two ways: without 1)
    // and
    // their mirror images
    double[][] one = {{-1.0, 2.0, 3.0, 4.0}};

    assertThat(flip().pValues(one)[0]).isEqualTo(4.0 / 16.0);
  }

  @Test
  void aSecondQuestionThatAnotherFlipWouldAnswerCosts() {
    // the second question is as far as the first one is when its signs are turned
    double[][] two = {{1.0, 1.0, 1.0, 1.0, 1.0, 1.0}, {1.0, -1.0, 1.0, -1.0, 1.0, -1.0}};

    assertThat(flip().pValues(two)[0]).isEqualTo(4.0 / 64.0);
    assertThat(flip().pValues(two)[1]).isEqualTo(1.0);
  }

  @Test
  void whatIsFartherDoesNotStandInTheWayOfWhatIsNearer() {
    double[][] two = {
      {1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0}, {1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, -1.0}
    };

    // the second: of 128 pairs of flips the one seen and the eight that differ from it in one sign.
    // Had the first to be beaten as well, it would be 16
    assertThat(flip().pValues(two)[1]).isEqualTo(9.0 / 128.0);
    // the first: the one that was seen and the one in which the second is as far
    assertThat(flip().pValues(two)[0]).isEqualTo(2.0 / 128.0);
  }

  @Test
  void manyQuestionsThatMoveTogetherCostNoMoreThanOne() {
    double[][] same = new double[100][];
    java.util.Arrays.setAll(same, i -> new double[] {1.0, 1.1, 0.9, 1.0, 1.2, 1.0, 0.8});

    // Holm would ask 100 times as much: 1.56
    assertThat(flip().pValues(same)[7]).isEqualTo(2.0 / 128.0);
  }

  @Test
  void beyondTheExactOnesItIsDrawnAndAgreesWithTheNormalDistribution() {
    double[][] one = {new double[400]};
    for (int i = 0; i < 400; i++) {
      one[0][i] = i < 220 ? 1.0 : -1.0;
    }

    // 40 over the root of 400: two standard deviations, 0.0455, with steps of 2 a little more
    assertThat(flip().pValues(one)[0]).isCloseTo(0.0510, within(0.006));
  }

  /** The bound that makes it a test: noise is called a difference in at most 5 % of all sets of questions. */
  @Test
  void noiseIsCalledADifferenceInFivePercentAtMost() {
    Random random = new Random(3);
    int alarms = 0;
    int sets = 2000;
    for (int set = 0; set < sets; set++) {
      double[][] questions = new double[20][8];
      for (double[] question : questions) {
        java.util.Arrays.setAll(question, i -> random.nextGaussian());
      }
      double least = 1.0;
      for (double p : flip().pValues(questions)) {
        least = Math.min(least, p);
      }
      alarms += least < 0.05 ? 1 : 0;
    }
    // 6 of 128 flips are below 0.05: 0.0469, with three standard deviations of the count
    assertThat(alarms / (double) sets).isCloseTo(0.0469, within(0.0142));
  }

  private static SignFlip flip() {
    return new SignFlip(10_000, 1);
  }
}
