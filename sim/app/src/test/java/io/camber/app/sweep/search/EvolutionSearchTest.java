package io.camber.app.sweep.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.sim.scenario.distribution.AxisText;
import io.camber.sim.scenario.distribution.ParameterSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvolutionSearchTest {
  private static ParameterSpace space(String... axes) {
    return new ParameterSpace(Stream.of(axes)
        .map(axis -> AxisText.parse(axis.substring(0, 1), axis.substring(2)))
        .toList());
  }

  private static double number(Map<String, String> values, String name) {
    return Double.parseDouble(values.get(name));
  }

  /** The values in the order in which they were asked for, until the budget is spent. */
  private static Map<Long, Double> searched(
      ParameterSpace space,
      long seed,
      int budget,
      ToDoubleFunction<Map<String, String>> objective) {
    EvolutionSearch search = new EvolutionSearch(new SearchSpace(space), seed);
    Map<Long, Double> known = new LinkedHashMap<>();
    List<Long> asked = search.next(known);
    while (!asked.isEmpty() && known.size() < budget) {
      for (long combination : asked.subList(0, Math.min(asked.size(), budget - known.size()))) {
        assertThat(known).doesNotContainKey(combination);
        known.put(combination, objective.applyAsDouble(space.at(combination)));
      }
      asked = search.next(known);
    }
    return known;
  }

  private static double least(Map<Long, Double> known) {
    return known.values().stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void findsTheBottomOfABowlAmongAMillionPoints(long seed) {
    ParameterSpace space = space("x=0..10:0.1", "y=0..10:0.1", "z=0..10:0.1");

    Map<Long, Double> known = searched(space, seed, 300, values -> {
      double dx = number(values, "x") - 7.3;
      double dy = number(values, "y") - 2.1;
      double dz = number(values, "z") - 4.4;
      return dx * dx + 2.0 * dy * dy + 0.5 * dz * dz;
    });

    // a random point of 300 comes within 0.9 m3 of 1000; the nearest neighbours of the bottom are
    // at 0.005 to 0.02
    assertThat(least(known)).as("seed %s", seed).isLessThan(0.1);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void followsACurvedValley(long seed) {
    ParameterSpace space = space("x=-2..2:0.02", "y=-1..3:0.02");

    Map<Long, Double> known = searched(space, seed, 400, values -> {
      double x = number(values, "x");
      double y = number(values, "y");
      return 100.0 * (y - x * x) * (y - x * x) + (1.0 - x) * (1.0 - x);
    });

    assertThat(least(known)).as("seed %s", seed).isLessThan(0.05);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void mixesNumbersAndWords(long seed) {
    ParameterSpace space = space("x=0..20:0.1", "k=car,truck,bus,bicycle", "n=1..6:1");

    Map<Long, Double> known = searched(space, seed, 200, values -> {
      double kind = "bicycle".equals(values.get("k")) ? 0.0 : 1.0;
      double count = Math.abs(number(values, "n") - 2.0);
      return kind + 0.2 * count + 0.1 * Math.abs(number(values, "x") - 3.0);
    });

    assertThat(least(known)).as("seed %s", seed).isLessThan(0.05);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void findsItsWayAroundWhatIsForbidden(long seed) {
    ParameterSpace space = space("x=0..10:0.1", "y=0..10:0.1");

    Map<Long, Double> known = searched(space, seed, 300, values -> {
      double x = number(values, "x");
      double y = number(values, "y");
      return x + y < 6.0 ? SearchMetric.USELESS : x + 2.0 * y;
    });

    // the least allowed value is 6, at the corner x = 6, y = 0
    assertThat(least(known)).as("seed %s", seed).isBetween(6.0 - 1e-9, 6.3);
  }

  @Test
  void equalSeedsAskForTheSameInTheSameOrderAndOthersDoNot() {
    ParameterSpace space = space("x=0..10:0.1", "y=0..10:0.1");
    ToDoubleFunction<Map<String, String>> objective =
        values -> number(values, "x") * number(values, "y");

    assertThat(new ArrayList<>(searched(space, 7, 80, objective).entrySet()))
        .isEqualTo(new ArrayList<>(searched(space, 7, 80, objective).entrySet()))
        .isNotEqualTo(new ArrayList<>(searched(space, 8, 80, objective).entrySet()));
  }

  @Test
  void aSmallSpaceIsLookedThroughToTheLastPointThatMattersAndThenItEnds() {
    ParameterSpace space = space("x=1..4:1", "y=1..3:1");

    Map<Long, Double> known =
        searched(space, 1, 1000, values -> -number(values, "x") * number(values, "y"));

    assertThat(known.size()).isLessThanOrEqualTo(12);
    assertThat(least(known)).isEqualTo(-12.0);
  }

  @Test
  void aPointOfTheCubeIsACombination() {
    ParameterSpace space = space("x=1..4:1", "k=one", "y=1..3:1");
    SearchSpace cube = new SearchSpace(space);

    assertThat(cube.dimension()).isEqualTo(2);
    assertThat(space.at(cube.combination(new double[] {0.0, 0.0}))).containsEntry("x", "1");
    assertThat(space.at(cube.combination(new double[] {1.0, 1.0})))
        .containsEntry("x", "4")
        .containsEntry("k", "one")
        .containsEntry("y", "3");
    assertThat(space.at(cube.combination(new double[] {0.49, 0.34})))
        .containsEntry("x", "2")
        .containsEntry("y", "2");
  }

  @Test
  void withoutAnythingToVaryThereIsNothingToSearch() {
    SearchSpace point = new SearchSpace(ParameterSpace.POINT);

    assertThatThrownBy(() -> new EvolutionSearch(point, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dimension=0");
  }
}
