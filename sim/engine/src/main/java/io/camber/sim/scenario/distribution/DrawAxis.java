package io.camber.sim.scenario.distribution;

import io.camber.sim.scenario.distribution.draw.Draw;
import io.camber.sim.scenario.distribution.draw.RandomStream;
import java.util.List;
import java.util.Map;

/**
 * Draws of all parameters of a stochastic distribution. Each parameter and run has a stream of its own, so that any run can be
 * made alone and another parameter changes no value.
 */
record DrawAxis(List<Source> sources, long runs) implements Axis {
  /** Where a parameter's values come from. */
  record Source(String name, long seed, Draw draw) {}

  DrawAxis {
    sources = List.copyOf(sources);
    if (runs < 1) {
      throw new IllegalArgumentException("runs=" + runs + " is less than 1");
    }
  }

  @Override
  public List<String> names() {
    return sources.stream().map(Source::name).toList();
  }

  @Override
  public long size() {
    return runs;
  }

  @Override
  public void assign(long index, Map<String, String> target) {
    for (Source source : sources) {
      target.put(
          source.name(), source.draw().next(RandomStream.of(source.seed(), source.name(), index)));
    }
  }
}
