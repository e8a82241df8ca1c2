package io.camber.app.command.run;

import io.camber.app.sweep.plan.RunSeeds;
import io.camber.app.sweep.plan.Shard;
import io.camber.diagnostics.InputException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which runs a sweep makes, as said on the command line. */
final class SweepRuns {
  private static final String WHOLE = "1/1";

  @Parameters(
      paramLabel = "INPUT",
      arity = "0..*",
      description =
          "scenarios, parameter distributions, folders with these, or text files that list any of them")
  private @Nullable List<String> inputs;

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUES",
      description =
          "values of a scenario parameter: 10..30:5 or car,truck; may be repeated; replaces what a distribution says")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--seeds",
      paramLabel = "N..M",
      description = "seeds of every combination (default: 1)")
  private String seeds = "1";

  @Option(names = "--sample", paramLabel = "N", description = "draw N runs of all, seeded")
  private @Nullable Long sample;

  @Option(names = "--sample-seed", paramLabel = "N", description = "seed of that draw (default: 1)")
  private long sampleSeed = 1;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "make the I-th of N parts, which together are the whole")
  private String shard = WHOLE;

  @Option(
      names = "--variations",
      description =
          "in folders run scenarios through the distributions that name them, not as they stand")
  private boolean variations;

  boolean hasInputs() {
    return inputs != null;
  }

  /** What was named; at least one. */
  List<String> inputs() {
    if (inputs == null || inputs.isEmpty()) {
      throw new InputException(
          "name a scenario, a distribution, a folder or a list; or --resume DIR");
    }
    return inputs;
  }

  Map<String, String> parameters() {
    return parameters;
  }

  RunSeeds seeds() {
    return RunSeeds.parse(seeds);
  }

  OptionalLong sample() {
    if (sample == null) {
      return OptionalLong.empty();
    }
    if (sample < 1) {
      throw new InputException("--sample " + sample + ": at least 1");
    }
    return OptionalLong.of(sample);
  }

  long sampleSeed() {
    return sampleSeed;
  }

  Shard shard() {
    return Shard.parse(shard);
  }

  boolean variations() {
    return variations;
  }

  /** Refuses what would leave runs out. */
  void requireAll() {
    if (sample != null || !shard.equals(WHOLE)) {
      throw new InputException("--search chooses its runs itself; leave --sample and --shard out");
    }
  }
}
