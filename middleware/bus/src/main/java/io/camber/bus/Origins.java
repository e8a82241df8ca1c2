package io.camber.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The newest sample of each sensor that a message was made from, ordered by sensor id. Immutable. */
public final class Origins {
  public static final Origins NONE = new Origins(List.of());

  private final List<Origin> origins;

  private Origins(List<Origin> origins) {
    this.origins = origins;
  }

  public static Origins of(Origin origin) {
    return new Origins(List.of(origin));
  }

  /** Origins in any order; of each sensor the newest is kept. */
  public static Origins of(List<Origin> origins) {
    Origins merged = NONE;
    for (Origin origin : origins) {
      merged = merged.merge(of(origin));
    }
    return merged;
  }

  public List<Origin> list() {
    return origins;
  }

  public Optional<Origin> findSensor(String sensorId) {
    for (int i = 0; i < origins.size(); i++) {
      Origin origin = origins.get(i);
      if (origin.sensorId().equals(sensorId)) {
        return Optional.of(origin);
      }
    }
    return Optional.empty();
  }

  /** Union of both; of each sensor the newer sample. */
  public Origins merge(Origins other) {
    if (other.origins.isEmpty()) {
      return this;
    }
    if (origins.isEmpty()) {
      return other;
    }
    List<Origin> merged = new ArrayList<>(origins.size() + other.origins.size());
    int i = 0;
    int j = 0;
    while (i < origins.size() && j < other.origins.size()) {
      Origin a = origins.get(i);
      Origin b = other.origins.get(j);
      int order = a.sensorId().compareTo(b.sensorId());
      if (order < 0) {
        merged.add(a);
        i++;
      } else if (order > 0) {
        merged.add(b);
        j++;
      } else {
        merged.add(a.sequence() >= b.sequence() ? a : b);
        i++;
        j++;
      }
    }
    merged.addAll(origins.subList(i, origins.size()));
    merged.addAll(other.origins.subList(j, other.origins.size()));
    return new Origins(List.copyOf(merged));
  }

  @Override
  public boolean equals(Object other) {
    return other == this || (other instanceof Origins that && origins.equals(that.origins));
  }

  @Override
  public int hashCode() {
    return origins.hashCode();
  }

  @Override
  public String toString() {
    return origins.toString();
  }
}
