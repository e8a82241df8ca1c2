package io.camber.jury.attribution;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes of trials from one time on, each made once. A set that holds a cure counts as one: some of it avoids the event. As long as
 * no trial says otherwise, more truth is taken never to bring the event back, so a part of a set that does not cure is not tried; once
 * one trial has shown that it can, every set without a known cure in it is.
 */
final class Coalitions {
  private final Trial trial;
  private final List<Component> components;
  private final Set<Component> inert;
  private final long fromNs;
  private boolean isMonotone = true;
  private final Map<Set<Component>, Boolean> remains = new LinkedHashMap<>();
  private int drives;

  Coalitions(Trial trial, List<Component> components, Set<Component> inert, long fromNs) {
    this.trial = trial;
    this.components = components;
    this.inert = inert;
    this.fromNs = fromNs;
    remains.put(EnumSet.noneOf(Component.class), true);
  }

  boolean remains(Set<Component> ideal) {
    EnumSet<Component> twins = EnumSet.noneOf(Component.class);
    twins.addAll(ideal);
    twins.removeAll(inert);
    Boolean known = remains.get(twins);
    if (known == null) {
      known = implied(twins);
    }
    return known == null ? tried(twins) : known;
  }

  private boolean tried(EnumSet<Component> twins) {
    boolean still = trial.remains(twins, fromNs);
    remains.put(twins, still);
    drives++;
    return still;
  }

  private @Nullable Boolean implied(Set<Component> twins) {
    for (Map.Entry<Set<Component>, Boolean> one : remains.entrySet()) {
      boolean cures = !one.getValue();
      if (cures && twins.containsAll(one.getKey())) {
        return false;
      }
      if (!cures && isMonotone && one.getKey().containsAll(twins)) {
        return true;
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

  /** Always tried, also when a part of it cures: that is what tells whether more truth can bring the event back. */
  boolean remainsWithAll() {
    EnumSet<Component> all = EnumSet.copyOf(components);
    all.removeAll(inert);
    Boolean known = remains.get(all);
    if (known != null) {
      return known;
    }
    boolean still = trial.remains(all, fromNs);
    drives++;
    boolean hasCure = remains.containsValue(false);
    isMonotone = !still || !hasCure;
    if (isMonotone) {
      remains.put(all, still);
    }
    return still;
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
