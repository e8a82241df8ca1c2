package io.camber.jury.attribution;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes of trials from one time on, each made once. What follows from others is not tried: more truth is taken never to bring the
 * event back, so a set that holds a cure is a cure, and a part of a set that does not cure is none.
 */
final class Coalitions {
  private final Trial trial;
  private final List<Component> components;
  private final long fromNs;
  private final Map<Set<Component>, Boolean> remains = new LinkedHashMap<>();
  private int drives;

  Coalitions(Trial trial, List<Component> components, long fromNs) {
    this.trial = trial;
    this.components = components;
    this.fromNs = fromNs;
    remains.put(EnumSet.noneOf(Component.class), true);
  }

  boolean remains(Set<Component> ideal) {
    Boolean known = remains.get(ideal);
    if (known == null) {
      known = implied(ideal);
    }
    if (known == null) {
      known = trial.remains(ideal, fromNs);
      remains.put(EnumSet.copyOf(ideal), known);
      drives++;
    }
    return known;
  }

  private @Nullable Boolean implied(Set<Component> ideal) {
    for (Map.Entry<Set<Component>, Boolean> one : remains.entrySet()) {
      boolean still = one.getValue();
      if (still ? one.getKey().containsAll(ideal) : ideal.containsAll(one.getKey())) {
        return still;
      }
    }
    return null;
  }

  /** Whether it happens with all twins but those of some: when it does, no part of the rest cures it either. */
  boolean remainsWithout(List<Component> some) {
    EnumSet<Component> others = EnumSet.copyOf(components);
    others.removeAll(some);
    return remains(others);
  }

  boolean remainsWith(Component component) {
    return remains(EnumSet.of(component));
  }

  boolean remainsWithAll() {
    return remains(EnumSet.copyOf(components));
  }

  int drives() {
    return drives;
  }

  /**
   * How much of the cure is due to a component: the mean, over all orders in which the twins could come in, of whether it is the one
   * whose coming makes the event vanish (Shapley 1953).
   */
  double share(Component component) {
    int others = components.size() - 1;
    double share = 0.0;
    for (int mask = 0; mask < (1 << components.size()); mask++) {
      EnumSet<Component> without = EnumSet.noneOf(Component.class);
      for (int i = 0; i < components.size(); i++) {
        if (((mask >> i) & 1) != 0) {
          without.add(components.get(i));
        }
      }
      if (!without.contains(component)) {
        EnumSet<Component> with = EnumSet.copyOf(without);
        with.add(component);
        double weight =
            factorial(without.size()) * factorial(others - without.size()) / factorial(others + 1);
        share += weight * ((remains(without) ? 1.0 : 0.0) - (remains(with) ? 1.0 : 0.0));
      }
    }
    return share;
  }

  private static double factorial(int number) {
    double product = 1.0;
    for (int i = 2; i <= number; i++) {
      product *= i;
    }
    return product;
  }
}
