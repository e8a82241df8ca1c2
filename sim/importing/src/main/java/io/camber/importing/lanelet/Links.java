package io.camber.importing.lanelet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How strips follow each other. Where the end of one and the beginning of another have nothing but each other, lane by lane,
 * they are linked as roads; everything else is a junction of connecting roads, one for each pair of lanes.
 */
final class Links {
  /** A pair of lanes that follow each other. */
  record Connection(Strip from, int fromLane, Strip to, int toLane) {}

  private final Map<Strip, List<Connection>> after = new LinkedHashMap<>();
  private final Map<Strip, List<Connection>> before = new LinkedHashMap<>();

  /** Number of the junction at the end of a strip. */
  private final Map<Strip, Integer> junctionAtEnd = new LinkedHashMap<>();

  private final Map<Strip, Integer> junctionAtStart = new LinkedHashMap<>();
  private int junctions;

  Links(List<Strip> strips) {
    Map<String, Strip> owners = new HashMap<>();
    for (Strip strip : strips) {
      after.put(strip, new ArrayList<>());
      before.put(strip, new ArrayList<>());
      strip.lanelets().forEach(lanelet -> owners.put(lanelet.id(), strip));
    }
    for (Strip strip : strips) {
      for (Lanelet lanelet : strip.lanelets()) {
        for (String next : lanelet.successors()) {
          Strip to = owners.get(next);
          if (to != null) {
            connect(new Connection(strip, strip.laneNumber(lanelet.id()), to, to.laneNumber(next)));
          }
        }
      }
    }
    strips.stream().filter(strip -> !isSimple(strip)).forEach(this::spread);
  }

  private void connect(Connection connection) {
    list(after, connection.from()).add(connection);
    list(before, connection.to()).add(connection);
  }

  private static List<Connection> list(Map<Strip, List<Connection>> map, Strip strip) {
    return map.computeIfAbsent(strip, key -> new ArrayList<>());
  }

  /** Whether nothing follows, or one strip alone that follows nothing else, each lane one lane. */
  private boolean isSimple(Strip strip) {
    List<Connection> next = list(after, strip);
    if (next.isEmpty()) {
      return true;
    }
    Strip to = next.get(0).to();
    Set<Integer> fromLanes = new LinkedHashSet<>();
    Set<Integer> toLanes = new LinkedHashSet<>();
    for (Connection connection : next) {
      if (connection.to() != to
          || !fromLanes.add(connection.fromLane())
          || !toLanes.add(connection.toLane())) {
        return false;
      }
    }
    return to != strip
        && list(before, to).stream().allMatch(connection -> connection.from() == strip);
  }

  /** Gives the end of a strip and everything that hangs together with it one junction. */
  private void spread(Strip first) {
    if (junctionAtEnd.containsKey(first)) {
      return;
    }
    int junction = junctions++;
    List<Strip> open = new ArrayList<>(List.of(first));
    while (!open.isEmpty()) {
      Strip strip = open.remove(open.size() - 1);
      if (junctionAtEnd.putIfAbsent(strip, junction) == null) {
        for (Connection next : list(after, strip)) {
          junctionAtStart.put(next.to(), junction);
          list(before, next.to()).forEach(other -> open.add(other.from()));
        }
      }
    }
  }

  int junctions() {
    return junctions;
  }

  Optional<Integer> junctionAtEnd(Strip strip) {
    return Optional.ofNullable(junctionAtEnd.get(strip));
  }

  Optional<Integer> junctionAtStart(Strip strip) {
    return Optional.ofNullable(junctionAtStart.get(strip));
  }

  /** Lane pairs of plain links to the following strip; empty at a junction or an end. */
  List<Connection> plainAfter(Strip strip) {
    return junctionAtEnd.containsKey(strip) ? List.of() : list(after, strip);
  }

  List<Connection> plainBefore(Strip strip) {
    return junctionAtStart.containsKey(strip) ? List.of() : list(before, strip);
  }

  /** Lane pairs that meet in a junction, in the order of the strips. */
  List<Connection> of(int junction) {
    List<Connection> connections = new ArrayList<>();
    junctionAtEnd.forEach((strip, number) -> {
      if (number == junction) {
        connections.addAll(list(after, strip));
      }
    });
    return connections;
  }
}
