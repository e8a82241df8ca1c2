package io.camber.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The samples of each sensor that a message was made from, the newest and the oldest, ordered by sensor id. What a node remembers
 * from earlier calls is no origin. Immutable.
 */
public final class Origins {
  public static final Origins NONE = new Origins(List.of(), List.of());

  private final List<Origin> newest;

  /** As many as there are newest; the same list when all are the same. */
  private final List<Origin> oldest;

  private Origins(List<Origin> newest, List<Origin> oldest) {
    this.newest = newest;
    this.oldest = oldest;
  }

  public static Origins of(Origin origin) {
    List<Origin> one = List.of(origin);
    return new Origins(one, one);
  }

  /** Origins in any order; of each sensor the newest and the oldest are kept. */
  public static Origins of(List<Origin> origins) {
    Origins merged = NONE;
    for (Origin origin : origins) {
      merged = merged.merge(of(origin));
    }
    return merged;
  }

  /** The newest sample of each sensor. */
  public List<Origin> list() {
    return newest;
  }

  /** The oldest sample of each sensor, in the same order. */
  public List<Origin> oldest() {
    return oldest;
  }

  /** The newest of each sensor and behind it the oldest where that is another; {@link #of(List)} of it is the same again. */
  public List<Origin> all() {
    if (newest.equals(oldest)) {
      return newest;
    }
    List<Origin> all = new ArrayList<>(2 * newest.size());
    for (int i = 0; i < newest.size(); i++) {
      all.add(newest.get(i));
      if (newest.get(i).sequence() != oldest.get(i).sequence()) {
        all.add(oldest.get(i));
      }
    }
    return all;
  }

  public Optional<Origin> findSensor(String sensorId) {
    for (int i = 0; i < newest.size(); i++) {
      Origin origin = newest.get(i);
      if (origin.sensorId().equals(sensorId)) {
        return Optional.of(origin);
      }
    }
    return Optional.empty();
  }

  /** Union of both; of each sensor the newer of the newest and the older of the oldest. */
  public Origins merge(Origins other) {
    if (other.newest.isEmpty()) {
      return this;
    }
    if (newest.isEmpty()) {
      return other;
    }
    List<Origin> newer = union(newest, other.newest, true);
    List<Origin> older = union(oldest, other.oldest, false);
    return new Origins(newer, older.equals(newer) ? newer : older);
  }

  private static List<Origin> union(List<Origin> left, List<Origin> right, boolean isNewest) {
    List<Origin> merged = new ArrayList<>(left.size() + right.size());
    int i = 0;
    int j = 0;
    while (i < left.size() && j < right.size()) {
      Origin a = left.get(i);
      Origin b = right.get(j);
      int order = a.sensorId().compareTo(b.sensorId());
      if (order == 0) {
        merged.add(a.sequence() >= b.sequence() == isNewest ? a : b);
      } else {
        merged.add(order < 0 ? a : b);
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    merged.addAll(left.subList(i, left.size()));
    merged.addAll(right.subList(j, right.size()));
    return List.copyOf(merged);
  }

  @Override
  public boolean equals(Object other) {
    return other == this
        || (other instanceof Origins that
            && newest.equals(that.newest)
            && oldest.equals(that.oldest));
  }

  @Override
  public int hashCode() {
    return newest.hashCode();
  }

  @Override
  public String toString() {
    return all().toString();
  }
}
