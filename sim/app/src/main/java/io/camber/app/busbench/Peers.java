package io.camber.app.busbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Camber and those of its peers that are installed here, by name, and what the others would need. */
final class Peers {
  private final Map<String, Contender> ready = new TreeMap<>();
  private final List<String> leftOut = new ArrayList<>();

  /** Makes what is needed and can be made. */
  private interface Maker {
    Map<String, Contender> make() throws IOException;
  }

  /** Those of {@code wanted}. */
  static Peers make(Workshop workshop, Optional<Path> aeronJar, Set<String> wanted) {
    Peers peers = new Peers();
    peers.ready.put(Camber.NAME, new Camber());
    List<String> aeron = List.of(Aeron.SPINNING, Aeron.BACKING_OFF, Aeron.UDP);
    peers.add(wanted, aeron, Aeron.NEEDS, () -> Aeron.make(workshop, aeronJar));
    peers.add(wanted, Iceoryx.NAME, Iceoryx.NEEDS, () -> Iceoryx.make(workshop));
    peers.add(wanted, Memcpy.NAME, Memcpy.NEEDS, () -> Memcpy.make(workshop));
    peers.add(wanted, Cyclone.NAME, Cyclone.NEEDS, () -> Cyclone.make(workshop));
    peers.add(wanted, Lcm.NAME, Lcm.NEEDS, () -> Lcm.make(workshop));
    return peers;
  }

  private interface OneMaker {
    Contender make() throws IOException;
  }

  private void add(Set<String> wanted, String name, String needs, OneMaker maker) {
    add(wanted, List.of(name), needs, () -> Map.of(name, maker.make()));
  }

  private void add(Set<String> wanted, List<String> names, String needs, Maker maker) {
    if (names.stream().noneMatch(wanted::contains)) {
      return;
    }
    try {
      ready.putAll(maker.make());
    } catch (IOException e) {
      leftOut.add("%s is left out (needs %s): %s"
          .formatted(String.join(", ", names), needs, e.getMessage()));
    }
  }

  Optional<Contender> find(String name) {
    return Optional.ofNullable(ready.get(name));
  }

  /** A line for each that is not here: name, what it needs, what was missed first. */
  List<String> leftOut() {
    return List.copyOf(leftOut);
  }
}
