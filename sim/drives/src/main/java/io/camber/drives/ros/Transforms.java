package io.camber.drives.ros;

import io.camber.drives.frame.Rigid;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The newest transform of every frame, to chain from one to another. */
final class Transforms {
  private static final Set<String> BODIES = Set.of("base_link", "base_footprint", "base");
  private static final Set<String> WORLDS = Set.of("map", "odom", "world", "earth", "utm");
  private static final int CHAIN_MAX = 32;

  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, Rigid> parentFromChild = new HashMap<>();

  void put(String parent, String child, Rigid transform) {
    parents.put(plain(child), plain(parent));
    parentFromChild.put(plain(child), transform);
  }

  private static String plain(String frame) {
    return frame.startsWith("/") ? frame.substring(1) : frame;
  }

  /** Where a sensor's frame sits on the body, if somebody said so. */
  Optional<Rigid> bodyFrom(String frame) {
    Rigid chained = Rigid.IDENTITY;
    String at = plain(frame);
    for (int i = 0; i < CHAIN_MAX; i++) {
      if (BODIES.contains(at)) {
        return Optional.of(chained);
      }
      Rigid up = parentFromChild.get(at);
      if (up == null) {
        return Optional.empty();
      }
      chained = up.times(chained);
      at = parents.getOrDefault(at, "");
    }
    return Optional.empty();
  }

  /** Where a body is in the outermost frame of the world. */
  Optional<Rigid> worldFromBody() {
    for (String body : BODIES) {
      Rigid chained = Rigid.IDENTITY;
      String at = body;
      boolean isInWorld = false;
      for (int i = 0; i < CHAIN_MAX && parentFromChild.containsKey(at); i++) {
        chained = parentFromChild.get(at).times(chained);
        at = parents.getOrDefault(at, "");
        isInWorld |= WORLDS.contains(at);
      }
      if (isInWorld) {
        return Optional.of(chained);
      }
    }
    return Optional.empty();
  }
}
