package io.camber.jury.attribution;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the trials say about one event.
 *
 * @param kind how the blame was found
 * @param butFor components whose twin alone makes the event vanish
 * @param shares of the blame by component; they add up to 1, or are empty when nobody is to blame
 * @param fixBeforeNs the latest time at which switching to the twin still avoids the event, of the component with the largest share;
 *     -1 when unknown, or when its twin takes over at the start alone
 * @param helpsUntilNs the same of each of several components whose twin alone makes the event vanish; without those whose twin takes
 *     over at the start alone
 * @param drives made for it
 */
public record Attribution(
    Kind kind,
    List<Component> butFor,
    Map<Component, Double> shares,
    long fixBeforeNs,
    Map<Component, Long> helpsUntilNs,
    int drives) {
  /** A fix time is looked for to this accuracy. */
  private static final long FIX_STEP_NS = 250_000_000L;

  /**
   * Twins that help until within so long of each other help as late. What takes in a mended input needs a moment to follow it; a
   * receiver's twin was seen to have to be 0.2 s earlier than that of the estimator behind it.
   */
  private static final long AS_LATE_NS = 1_000_000_000L;

  /** How the blame was found. */
  public enum Kind {
    /** Exactly one twin alone cures it. */
    SINGLE,
    /** Several twins do, or only some together: shared out by Shapley. */
    SHARED,
    /** Even with all twins it happens: the scenario, or a shortcoming that the twins share. */
    UNAVOIDABLE
  }

  public Attribution {
    butFor = List.copyOf(butFor);
    shares = new EnumMap<>(shares.isEmpty() ? new EnumMap<>(Component.class) : shares);
    helpsUntilNs =
        new EnumMap<>(helpsUntilNs.isEmpty() ? new EnumMap<>(Component.class) : helpsUntilNs);
  }

  /**
   * Finds who is to blame: each alone first, all together only when that does not tell (INT-2).
   *
   * @param components that are candidates
   * @param inert those of them whose twin says what the component says as it is: nothing changes with it, so it is not tried
   * @param fromNs from when on twins take over
   * @param eventNs when it happened
   */
  public static Attribution of(
      List<Component> components, Set<Component> inert, Trial trial, long fromNs, long eventNs) {
    Coalitions coalitions = new Coalitions(trial, components, inert, fromNs);
    List<Component> butFor = components.stream()
        .filter(component -> !coalitions.remainsWith(component))
        .toList();
    EnumMap<Component, Double> shares = new EnumMap<>(Component.class);
    if (butFor.size() == 1) {
      shares.put(butFor.get(0), 1.0);
    } else {
      if (coalitions.remainsWithAll() && butFor.isEmpty()) {
        return new Attribution(
            Kind.UNAVOIDABLE, List.of(), Map.of(), -1, Map.of(), coalitions.drives());
      }
      if (!butFor.isEmpty()) {
        coalitions.remainsWithout(butFor);
      }
      components.forEach(component -> {
        double share = coalitions.share(component);
        if (share > 1e-9) {
          shares.put(component, share);
        }
      });
    }
    EnumMap<Component, Long> helpsUntil = new EnumMap<>(Component.class);
    int drives = 0;
    for (Component component : butFor) {
      Fix fix = fix(trial, EnumSet.of(component), fromNs, eventNs, component.isFromStart());
      drives += fix.drives();
      if (fix.beforeNs() >= 0) {
        helpsUntil.put(component, fix.beforeNs());
      }
    }
    Attribution found = new Attribution(
        butFor.size() == 1 ? Kind.SINGLE : Kind.SHARED,
        butFor,
        shares,
        -1,
        helpsUntil,
        coalitions.drives() + drives);
    return found.withFix();
  }

  private Attribution withFix() {
    long fixNs = origin().map(most -> helpsUntilNs.getOrDefault(most, -1L)).orElse(-1L);
    return new Attribution(kind, butFor, shares, fixNs, helpsUntilNs, drives);
  }

  /**
   * Where it began: of those whose twin alone avoids it as late as any, the first in the data flow. A twin that tells the truth also
   * mends what came before it, but none mends what comes after. One that had to take over seconds before the last that helps has mended
   * nothing: it made another drive before whatever broke was broken. When no twin alone is enough: the largest share. Empty when
   * nobody is to blame.
   */
  public Optional<Component> origin() {
    if (!butFor.isEmpty()) {
      long latestNs =
          helpsUntilNs.values().stream().mapToLong(Long::longValue).max().orElse(0L);
      return butFor.stream()
          .filter(one -> helpsUntilNs.getOrDefault(one, latestNs) >= latestNs - AS_LATE_NS)
          .min(Comparator.naturalOrder());
    }
    return shares.isEmpty() ? Optional.empty() : Optional.of(largest(shares));
  }

  /** The one with the largest share; empty when two have the same, or nobody any. No rule of order has a say in it. */
  public Optional<Component> foremost() {
    if (shares.isEmpty()) {
      return Optional.empty();
    }
    Component most = largest(shares);
    double share = shares.getOrDefault(most, 0.0);
    boolean tied = shares.entrySet().stream()
        .anyMatch(one -> one.getKey() != most && one.getValue() > share - 1e-9);
    return tied ? Optional.empty() : Optional.of(most);
  }

  private static Component largest(Map<Component, Double> shares) {
    Component most = shares.keySet().iterator().next();
    for (Map.Entry<Component, Double> one : shares.entrySet()) {
      most = one.getValue() > shares.getOrDefault(most, 0.0) ? one.getKey() : most;
    }
    return most;
  }

  private record Fix(long beforeNs, int drives) {}

  /** By halving between the start, where the twin cures it, and the event, where it is too late. */
  private static Fix fix(
      Trial trial, EnumSet<Component> ideal, long fromNs, long eventNs, boolean hasNoTime) {
    if (hasNoTime) {
      return new Fix(-1, 0);
    }
    long cured = fromNs;
    long late = eventNs;
    int drives = 0;
    while (late - cured > FIX_STEP_NS) {
      long middle = cured + (late - cured) / 2;
      drives++;
      if (trial.remains(ideal, middle)) {
        late = middle;
      } else {
        cured = middle;
      }
    }
    return new Fix(cured, drives);
  }
}
