package io.camber.evaluation.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.geometry.Vec2;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Users that go straight on at 10 m a step beside each other; a mode is so far off to the left of that. */
final class JointScoreTest {
  private static final int STEPS = 3;
  private static final double EXACT = 1e-12;

  @Test
  void theBestWorldIsOneForAll() {
    // each has the right mode and a wrong one; the likeliest worlds with one right mode are 0.42
    // and 0.12, with both 0.28
    Deviations first = user(0.0, new double[] {0.0, 4.0}, 0.4, 0.6);
    Deviations second = user(20.0, new double[] {4.0, 0.0}, 0.3, 0.7);

    JointScore two = JointScore.of(List.of(first, second), 2, STEPS);
    JointScore one = JointScore.of(List.of(first, second), 1, STEPS);

    assertThat(two.averageM()).isCloseTo(0.0, within(EXACT));
    assertThat(two.finalM()).isCloseTo(0.0, within(EXACT));
    assertThat(two.missed()).isFalse();
    // the likeliest of all: the first wrong, the second right
    assertThat(one.averageM()).isCloseTo(2.0, within(EXACT));
    assertThat(one.finalM()).isCloseTo(2.0, within(EXACT));
    assertThat(one.missed()).isTrue();
    assertThat(one.missedShare()).isEqualTo(0.5);
  }

  @Test
  void goodModesOfEachAloneDoNotMakeAWorldThatIsNotAmongThoseThatCount() {
    // ten times the same wrong mode is likelier than any world with a right one in it
    List<Deviations> users = IntStream.range(0, 10)
        .mapToObj(i -> user(20.0 * i, new double[] {4.0, 0.0}, 0.99, 0.01))
        .toList();

    JointScore score = JointScore.of(users, 6, STEPS);

    // of the others each has one right mode
    assertThat(score.averageM()).isCloseTo(4.0 * 9.0 / 10.0, within(EXACT));
    assertThat(score.missed()).isTrue();
    assertThat(score.missedShare()).isCloseTo(0.9, within(EXACT));
  }

  @Test
  void whoIsForetoldWithinAMetreOfAnotherCollides() {
    Deviations first = user(0.0, new double[] {0.0}, 1.0);
    Deviations second = user(3.0, new double[] {-2.1}, 1.0);
    Deviations third = user(30.0, new double[] {0.0}, 1.0);

    JointScore score = JointScore.of(List.of(first, second, third), 6, STEPS);

    assertThat(score.collidingShare()).isCloseTo(2.0 / 3.0, within(EXACT));
  }

  @Test
  void theLikeliestWorldsAreThoseOfAllCombinations() {
    double[][] shares = {{0.5, 0.3, 0.2}, {0.6, 0.4}, {0.45, 0.35, 0.2}};
    double[][] off = {{1.0, 3.0, 0.0}, {2.5, 0.5}, {0.7, 0.2, 5.0}};
    List<Deviations> users =
        IntStream.range(0, 3).mapToObj(i -> user(50.0 * i, off[i], shares[i])).toList();

    double best = Double.POSITIVE_INFINITY;
    for (int[] world : sixLikeliest(shares)) {
      best = Math.min(best, (off[0][world[0]] + off[1][world[1]] + off[2][world[2]]) / 3.0);
    }

    assertThat(JointScore.of(users, 6, STEPS).finalM()).isCloseTo(best, within(EXACT));
  }

  private static List<int[]> sixLikeliest(double[][] shares) {
    return IntStream.range(0, 18)
        .mapToObj(i -> new int[] {i / 6, i / 3 % 2, i % 3})
        .sorted((a, b) -> Double.compare(share(shares, b), share(shares, a)))
        .limit(6)
        .toList();
  }

  private static double share(double[][] shares, int[] world) {
    return shares[0][world[0]] * shares[1][world[1]] * shares[2][world[2]];
  }

  private static Deviations user(double y, double[] leftM, double... probabilities) {
    List<Mode> modes = IntStream.range(0, leftM.length)
        .mapToObj(i -> new Mode(
            probabilities[i],
            IntStream.rangeClosed(1, STEPS)
                .mapToObj(k -> new Vec2(10.0 * k, y + leftM[i]))
                .toList()))
        .toList();
    Deviations deviations = new Deviations(modes);
    for (int k = 1; k <= STEPS; k++) {
      deviations.add(new Vec2(10.0 * k, y));
    }
    return deviations;
  }
}
