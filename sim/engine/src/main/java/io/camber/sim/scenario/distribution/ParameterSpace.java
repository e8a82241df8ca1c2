package io.camber.sim.scenario.distribution;

import io.camber.diagnostics.InputException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All combinations of some axes, numbered from 0; the last axis changes fastest. Nothing is expanded: a space of any size
 * takes the memory of its axes. Immutable.
 */
public final class ParameterSpace {
  /** The space of a scenario that does not vary: one combination, which assigns nothing. */
  public static final ParameterSpace POINT = new ParameterSpace(List.of());

  private final List<Axis> axes;

  public ParameterSpace(List<Axis> axes) {
    this.axes = List.copyOf(axes);
    List<String> names = names();
    for (int i = 0; i < names.size(); i++) {
      if (names.indexOf(names.get(i)) < i) {
        throw new InputException("parameter " + names.get(i) + " is varied twice");
      }
    }
  }

  public List<Axis> axes() {
    return axes;
  }

  /** Names of all parameters that may be assigned, in the order of the axes. */
  public List<String> names() {
    return axes.stream().flatMap(axis -> axis.names().stream()).toList();
  }

  /** How many combinations there are. */
  public BigInteger count() {
    BigInteger count = BigInteger.ONE;
    for (Axis axis : axes) {
      count = count.multiply(BigInteger.valueOf(axis.size()));
    }
    return count;
  }

  /** Combination {@code index}, parameters in the order of the axes. */
  public Map<String, String> at(long index) {
    long[] places = new long[axes.size()];
    long rest = index;
    for (int i = axes.size() - 1; i >= 0; i--) {
      long size = axes.get(i).size();
      places[i] = rest % size;
      rest /= size;
    }
    if (index < 0 || rest != 0) {
      throw new IndexOutOfBoundsException("index=" + index + " of " + count());
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < places.length; i++) {
      axes.get(i).assign(places[i], values);
    }
    return values;
  }

  /** The axis that assigns a parameter. */
  public Optional<Axis> find(String name) {
    return axes.stream().filter(axis -> axis.names().contains(name)).findFirst();
  }

  /**
   * The same space with other values of one parameter: its axis is replaced, or a new one added as the fastest.
   *
   * @throws InputException when the parameter belongs to an axis of several
   */
  public ParameterSpace with(Axis axis) {
    List<Axis> changed = new ArrayList<>(axes);
    String name = axis.names().get(0);
    Optional<Axis> known = find(name);
    if (known.isEmpty()) {
      changed.add(axis);
    } else if (known.get().names().size() > 1) {
      throw new InputException(
          "parameter " + name + " is varied together with others and cannot be varied alone");
    } else {
      changed.set(changed.indexOf(known.get()), axis);
    }
    return new ParameterSpace(changed);
  }
}
