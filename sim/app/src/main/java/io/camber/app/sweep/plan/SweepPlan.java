package io.camber.app.sweep.plan;

import io.camber.diagnostics.InputException;
import io.camber.sim.scenario.distribution.ParameterSpace;
import io.camber.sim.scenario.distribution.draw.RandomStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Every run of a sweep by number: sources in their order, within a source its combinations, within these the seeds. */
public final class SweepPlan {
  /** More runs than this are asked for by mistake more often than not; a sample answers sooner. */
  public static final long RUNS_MAX = 1_000_000;

  private final List<SweepSource> sources;
  private final RunSeeds seeds;
  private final long[] starts;
  private final List<Long> chosen;
  private final BigInteger total;

  /**
   * A plan of the runs of some scenarios.
   *
   * @param sample how many runs to draw from all of them, if not all are wanted
   * @param sampleSeed of that draw
   * @throws InputException when there are too many runs
   */
  public SweepPlan(
      List<SweepSource> sources,
      RunSeeds seeds,
      OptionalLong sample,
      long sampleSeed,
      Shard shard) {
    this.sources = List.copyOf(sources);
    this.seeds = seeds;
    this.total = total();
    long runs = affordable(sample);
    this.starts = new long[sources.size() + 1];
    for (int i = 0; i < sources.size(); i++) {
      starts[i + 1] =
          starts[i] + this.sources.get(i).space().count().longValueExact() * seeds.count();
    }
    List<Long> all = sample.isPresent() && sample.getAsLong() < total.longValueExact()
        ? draw(total.longValueExact(), runs, sampleSeed)
        : everything(runs);
    List<Long> own = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (shard.holds(i)) {
        own.add(all.get(i));
      }
    }
    this.chosen = List.copyOf(own);
  }

  private BigInteger total() {
    BigInteger sum = BigInteger.ZERO;
    for (SweepSource source : sources) {
      sum = sum.add(source.space().count().multiply(BigInteger.valueOf(seeds.count())));
    }
    return sum;
  }

  private long affordable(OptionalLong sample) {
    if (total.bitLength() > 62) {
      throw new InputException(
          "the sweep has " + total + " runs, too many even to draw a sample from;"
              + " vary fewer parameters or fewer values");
    }
    long runs = Math.min(total.longValueExact(), sample.orElse(Long.MAX_VALUE));
    if (runs > RUNS_MAX) {
      throw new InputException("the sweep has " + total + " runs, more than " + RUNS_MAX
          + "; add --sample 1000 for a seeded sample, or vary fewer values");
    }
    return runs;
  }

  private static List<Long> everything(long runs) {
    List<Long> all = new ArrayList<>((int) runs);
    for (long i = 0; i < runs; i++) {
      all.add(i);
    }
    return all;
  }

  /** Distinct numbers below {@code total}, in order (Floyd's algorithm: Bentley and Floyd 1987). */
  private static List<Long> draw(long total, long count, long seed) {
    RandomStream random = RandomStream.of(seed, "sample", 0);
    Set<Long> drawn = new TreeSet<>();
    for (long last = total - count; last < total; last++) {
      long pick = random.nextBelow(last + 1);
      if (!drawn.add(pick)) {
        drawn.add(last);
      }
    }
    return List.copyOf(drawn);
  }

  public List<SweepSource> sources() {
    return sources;
  }

  public RunSeeds seeds() {
    return seeds;
  }

  /** All runs there are, before sampling and sharding. */
  public BigInteger countOfAll() {
    return total;
  }

  /** Numbers of the runs to make, in order. */
  public List<Long> indices() {
    return chosen;
  }

  /** The run of a number. */
  public SweepCase at(long index) {
    int source = 0;
    while (index >= starts[source + 1]) {
      source++;
    }
    long within = index - starts[source];
    SweepSource from = sources.get(source);
    return new SweepCase(
        index,
        from.scenario(),
        from.space().at(within / seeds.count()),
        seeds.first() + within % seeds.count());
  }

  /** Names of all parameters that some source varies. */
  public List<String> parameterNames() {
    Set<String> names = new LinkedHashSet<>();
    sources.stream().map(SweepSource::space).map(ParameterSpace::names).forEach(names::addAll);
    return new ArrayList<>(names);
  }
}
