package io.camber.map;

import io.camber.map.road.ContactPoint;
import io.camber.map.road.Junction;
import io.camber.map.road.Junction.Connection;
import io.camber.map.road.Junction.LaneLink;
import io.camber.map.road.Lane;
import io.camber.map.road.LaneSection;
import io.camber.map.road.Road;
import io.camber.map.road.RoadLink;
import io.camber.map.road.RoadNetwork;
import io.camber.map.road.VirtualLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds which lane ends touch: through sections of a road, links between roads and junction connections. A touch has no
 * direction; driving direction turns it into a successor of one lane and a predecessor of the other.
 */
final class LaneGraph {
  /** A link into the middle of a road and the cut made for it lie no further apart. */
  private static final double SAME_PLACE_M = 0.11;

  private final Map<String, Road> roads = new LinkedHashMap<>();
  private final Map<String, LaneKey> keys = new LinkedHashMap<>();
  private final Map<String, Set<String>> atStart = new LinkedHashMap<>();
  private final Map<String, Set<String>> atEnd = new LinkedHashMap<>();

  LaneGraph(RoadNetwork network) {
    for (Road road : network.roads()) {
      roads.put(road.id(), road);
      for (int i = 0; i < road.sections().size(); i++) {
        for (Lane lane : road.sections().get(i).lanes()) {
          LaneKey key = LaneKey.of(road, i, lane);
          keys.put(key.id(), key);
          atStart.put(key.id(), new LinkedHashSet<>());
          atEnd.put(key.id(), new LinkedHashSet<>());
        }
      }
    }
    keys.values().forEach(this::linkLane);
    keys.values().forEach(this::linkVirtually);
    network.junctions().forEach(this::linkJunction);
  }

  Map<String, LaneKey> keys() {
    return keys;
  }

  LaneLinks linksOf(LaneKey key) {
    List<String> successors = new ArrayList<>();
    for (String other : touching(key, exitOf(key))) {
      if (touching(key(other), entryOf(key(other))).contains(key.id())) {
        successors.add(other);
      }
    }
    List<String> predecessors = new ArrayList<>();
    for (String other : touching(key, entryOf(key))) {
      if (touching(key(other), exitOf(key(other))).contains(key.id())) {
        predecessors.add(other);
      }
    }
    boolean along = key.isAlongRoad();
    return new LaneLinks(
        successors, predecessors, neighbour(key, along ? 1 : -1), neighbour(key, along ? -1 : 1));
  }

  private static ContactPoint exitOf(LaneKey key) {
    return key.isAlongRoad() ? ContactPoint.END : ContactPoint.START;
  }

  private static ContactPoint entryOf(LaneKey key) {
    return key.isAlongRoad() ? ContactPoint.START : ContactPoint.END;
  }

  private Set<String> touching(LaneKey key, ContactPoint end) {
    return (end == ContactPoint.START ? atStart : atEnd).getOrDefault(key.id(), Set.of());
  }

  LaneKey key(String id) {
    LaneKey key = keys.get(id);
    if (key == null) {
      throw new IllegalStateException("no lane " + id);
    }
    return key;
  }

  private Optional<String> neighbour(LaneKey key, int step) {
    int number = key.lane().number() + step;
    int stepped = number == 0 ? step : number;
    String id = LaneKey.id(key.road().id(), key.sectionIndex(), stepped);
    return Optional.ofNullable(keys.get(id))
        .filter(other -> other.lane().type().isDrivable())
        .filter(other -> other.isAlongRoad() == key.isAlongRoad())
        .map(LaneKey::id);
  }

  private void linkLane(LaneKey key) {
    for (int number : key.lane().successors()) {
      link(key, ContactPoint.END, number);
    }
    for (int number : key.lane().predecessors()) {
      link(key, ContactPoint.START, number);
    }
  }

  private void link(LaneKey key, ContactPoint end, int number) {
    Road road = key.road();
    boolean start = end == ContactPoint.START;
    if (start ? !key.isFirstSection() : !key.isLastSection()) {
      int neighbour = key.sectionIndex() + (start ? -1 : 1);
      ContactPoint otherEnd = start ? ContactPoint.END : ContactPoint.START;
      touch(key.id(), end, LaneKey.id(road.id(), neighbour, number), otherEnd);
      return;
    }
    Optional<RoadLink> link = start ? road.predecessor() : road.successor();
    if (link.isEmpty() || link.get().junction()) {
      return;
    }
    Road other = roads.get(link.get().elementId());
    if (other != null) {
      ContactPoint contact = link.get().contact().orElseGet(() -> contactOf(other, road));
      touch(key.id(), end, laneAt(other, contact, number), contact);
    }
  }

  /** A lane of a road that begins or ends in the middle of another one, by the lane's own links. */
  private void linkVirtually(LaneKey key) {
    if (key.isFirstSection()) {
      key.road()
          .virtualLink(ContactPoint.START)
          .ifPresent(
              place -> joinMiddle(key, ContactPoint.START, place, key.lane().predecessors()));
    }
    if (key.isLastSection()) {
      key.road()
          .virtualLink(ContactPoint.END)
          .ifPresent(
              place -> joinMiddle(key, ContactPoint.END, place, key.lane().successors()));
    }
  }

  /** Touches the main road's lanes on both sides of the place; their driving direction tells which of them leads on. */
  private void joinMiddle(LaneKey key, ContactPoint end, VirtualLink place, List<Integer> numbers) {
    Road main = roads.get(place.roadId());
    if (main == null) {
      return;
    }
    for (int i = 1; i < main.sections().size(); i++) {
      if (Math.abs(main.sections().get(i).s() - place.s()) > SAME_PLACE_M) {
        continue;
      }
      for (int number : numbers) {
        touch(key.id(), end, LaneKey.id(main.id(), i - 1, number), ContactPoint.END);
        touch(key.id(), end, LaneKey.id(main.id(), i, number), ContactPoint.START);
      }
    }
  }

  /** The end of {@code linked} that names {@code from}, for links without a contact point. */
  private static ContactPoint contactOf(Road linked, Road from) {
    boolean ends =
        linked.successor().filter(l -> l.elementId().equals(from.id())).isPresent();
    return ends ? ContactPoint.END : ContactPoint.START;
  }

  private void linkJunction(Junction junction) {
    for (Connection connection : junction.connections()) {
      Road incoming = roads.get(connection.incomingRoadId());
      Road through = roads.get(connection.connectingRoadId());
      if (incoming == null || through == null) {
        continue;
      }
      Optional<ContactPoint> end = endAt(incoming, through, junction, connection.contact());
      if (end.isEmpty()) {
        continue;
      }
      for (LaneLink link : connection.laneLinks()) {
        touch(
            laneAt(incoming, end.get(), link.from()),
            end.get(),
            laneAt(through, connection.contact(), link.to()),
            connection.contact());
      }
    }
  }

  /** The end of the incoming road that lies at the junction; the connecting road's own link decides if both do. */
  private static Optional<ContactPoint> endAt(
      Road incoming, Road through, Junction junction, ContactPoint contact) {
    boolean start = leadsTo(incoming.predecessor(), junction);
    boolean end = leadsTo(incoming.successor(), junction);
    if (start && end) {
      Optional<RoadLink> back =
          contact == ContactPoint.START ? through.predecessor() : through.successor();
      return back.filter(link -> link.elementId().equals(incoming.id())).flatMap(RoadLink::contact);
    }
    if (!start && !end) {
      return Optional.empty();
    }
    return Optional.of(start ? ContactPoint.START : ContactPoint.END);
  }

  private static boolean leadsTo(Optional<RoadLink> link, Junction junction) {
    return link.filter(l -> l.junction() && l.elementId().equals(junction.id())).isPresent();
  }

  private static String laneAt(Road road, ContactPoint end, int number) {
    int index = end == ContactPoint.START ? 0 : road.sections().size() - 1;
    return LaneKey.id(road.id(), index, number);
  }

  private void touch(String a, ContactPoint endOfA, String b, ContactPoint endOfB) {
    if (keys.containsKey(a) && keys.containsKey(b)) {
      add(a, endOfA, b);
      add(b, endOfB, a);
    }
  }

  private void add(String lane, ContactPoint end, String other) {
    (end == ContactPoint.START ? atStart : atEnd)
        .computeIfAbsent(lane, id -> new LinkedHashSet<>())
        .add(other);
  }

  /** Lanes of a section in the order of {@link LaneSection#lanes()}, for lookups by place. */
  List<LaneKey> keysOf(Road road, int sectionIndex) {
    List<LaneKey> found = new ArrayList<>();
    for (Lane lane : road.sections().get(sectionIndex).lanes()) {
      found.add(key(LaneKey.id(road.id(), sectionIndex, lane.number())));
    }
    return found;
  }
}
