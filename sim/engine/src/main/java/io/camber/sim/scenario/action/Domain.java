package io.camber.sim.scenario.action;

import java.util.EnumSet;
import java.util.Set;

/** What of an entity an action controls; two actions that share a domain of one entity cannot both run. */
public enum Domain {
  LONGITUDINAL,
  LATERAL,
  LIGHTS;

  static final Set<Domain> BOTH = EnumSet.of(LONGITUDINAL, LATERAL);

  /** True when the sets share a domain. */
  public static boolean clash(Set<Domain> a, Set<Domain> b) {
    for (Domain domain : a) {
      if (b.contains(domain)) {
        return true;
      }
    }
    return false;
  }
}
