package io.camber.sim.scenario.distribution;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values of several parameters that belong together. */
record SetAxis(List<Map<String, String>> sets) implements Axis {
  SetAxis {
    sets = List.copyOf(sets);
    if (sets.isEmpty()) {
      throw new IllegalArgumentException("no sets of values");
    }
  }

  @Override
  public List<String> names() {
    Set<String> names = new LinkedHashSet<>();
    sets.forEach(set -> names.addAll(set.keySet()));
    return new ArrayList<>(names);
  }

  @Override
  public long size() {
    return sets.size();
  }

  @Override
  public void assign(long index, Map<String, String> target) {
    target.putAll(sets.get((int) index));
  }
}
