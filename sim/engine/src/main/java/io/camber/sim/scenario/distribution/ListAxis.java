package io.camber.sim.scenario.distribution;

import java.util.List;
import java.util.Map;

/** Values of one parameter, one by one. */
record ListAxis(String name, List<String> values) implements Axis {
  ListAxis {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("name=" + name + " has no values");
    }
  }

  @Override
  public List<String> names() {
    return List.of(name);
  }

  @Override
  public long size() {
    return values.size();
  }

  @Override
  public void assign(long index, Map<String, String> target) {
    target.put(name, values.get((int) index));
  }
}
