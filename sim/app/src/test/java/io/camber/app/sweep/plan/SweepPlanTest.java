package io.camber.app.sweep.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import io.camber.sim.scenario.distribution.AxisText;
import io.camber.sim.scenario.distribution.ParameterSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepPlanTest {
  private static SweepSource source(String name, String... axes) {
    ParameterSpace space = ParameterSpace.POINT;
    for (String axis : axes) {
      space = space.with(AxisText.parse(axis.substring(0, 1), axis.substring(2)));
    }
    return new SweepSource(Path.of(name), Path.of(name), space);
  }

  private static SweepPlan plan(OptionalLong sample, Shard shard, SweepSource... sources) {
    return new SweepPlan(List.of(sources), new RunSeeds(1, 2), sample, 1, shard);
  }

  @Test
  void goesThroughSourcesThenCombinationsThenSeeds() {
    SweepPlan plan =
        plan(OptionalLong.empty(), Shard.WHOLE, source("a.xosc", "v=1,2"), source("b.xosc"));

    assertThat(plan.indices().stream().map(plan::at))
        .extracting(run -> run.scenario() + " " + run.parameters() + " " + run.seed())
        .containsExactly(
            "a.xosc {v=1} 1",
            "a.xosc {v=1} 2",
            "a.xosc {v=2} 1",
            "a.xosc {v=2} 2",
            "b.xosc {} 1",
            "b.xosc {} 2");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 50})
  void shardsPartitionTheRunsExactly(int shards) {
    SweepSource source = source("a.xosc", "v=1..21:1");
    List<Long> together = new ArrayList<>();

    for (int i = 1; i <= shards; i++) {
      together.addAll(plan(OptionalLong.of(30), new Shard(i, shards), source).indices());
    }

    assertThat(together)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            plan(OptionalLong.of(30), Shard.WHOLE, source).indices());
  }

  @Test
  void aSampleIsDistinctOrderedAndSeeded() {
    SweepSource source = source("a.xosc", "v=0..999999:1");
    List<Long> sample = plan(OptionalLong.of(500), Shard.WHOLE, source).indices();

    assertThat(sample).hasSize(500).doesNotHaveDuplicates().isSorted();
    assertThat(sample.get(499)).isBetween(1_800_000L, 1_999_999L);
    assertThat(plan(OptionalLong.of(500), Shard.WHOLE, source).indices()).isEqualTo(sample);
    assertThat(
            new SweepPlan(List.of(source), new RunSeeds(1, 2), OptionalLong.of(500), 2, Shard.WHOLE)
                .indices())
        .isNotEqualTo(sample);
  }

  @Test
  void aSampleOfMoreThanThereIsIsEverything() {
    assertThat(plan(OptionalLong.of(99), Shard.WHOLE, source("a.xosc", "v=1,2")).indices())
        .containsExactly(0L, 1L, 2L, 3L);
  }

  @Test
  void refusesATrillionRunsWithTheirNumberAndTakesASampleOfThem() {
    SweepSource source = source("a.xosc", "v=1..1000000:1", "w=1..500000:1");

    assertThatThrownBy(() -> plan(OptionalLong.empty(), Shard.WHOLE, source))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the sweep has 1000000000000 runs, more than 1000000; add --sample");
    SweepPlan sampled = plan(OptionalLong.of(3), Shard.WHOLE, source);
    assertThat(sampled.indices()).hasSize(3);
    assertThat(sampled.at(999_999_999_999L).parameters())
        .isEqualTo(Map.of("v", "1000000", "w", "500000"));
  }

  @Test
  void refusesWhatNoNumberHolds() {
    SweepSource source = source("a.xosc", "v=1..1e12:1", "w=1..1e12:1");

    assertThatThrownBy(() -> plan(OptionalLong.of(3), Shard.WHOLE, source))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the sweep has 2000000000000000000000000 runs");
  }

  @Test
  void readsSeedsAndShards() {
    assertThat(RunSeeds.parse("1..20")).isEqualTo(new RunSeeds(1, 20));
    assertThat(RunSeeds.parse("7")).isEqualTo(new RunSeeds(7, 1));
    assertThat(Shard.parse("2/5")).isEqualTo(new Shard(2, 5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5..1", "x", "1..", "", "-9223372036854775808..9223372036854775807"})
  void refusesWhatAreNoSeeds(String text) {
    assertThatThrownBy(() -> RunSeeds.parse(text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--seeds " + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/3", "4/3", "1", "1/x", "1/2/3", ""})
  void refusesWhatIsNoShard(String text) {
    assertThatThrownBy(() -> Shard.parse(text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--shard " + text);
  }
}
