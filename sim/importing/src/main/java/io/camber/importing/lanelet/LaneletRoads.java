package io.camber.importing.lanelet;

import io.camber.geometry.Vec2;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lanelets as a road network in OpenDRIVE. */
public final class LaneletRoads {
  /** Neighbours whose common boundary begins or ends further apart than this are not lanes of one road. */
  private static final double BESIDE_M = 1.5;

  /** Boundaries that meet end to end. */
  private static final double SAME_M = 0.3;

  private final Map<String, Lanelet> lanelets = new LinkedHashMap<>();
  private final List<Strip> strips = new ArrayList<>();

  private LaneletRoads(List<Lanelet> all) {
    all.forEach(lanelet -> lanelets.put(lanelet.id(), lanelet));
    Set<String> taken = new HashSet<>();
    for (Lanelet lanelet : all) {
      if (beside(lanelet.leftNeighbour(), lanelet, true).isEmpty()) {
        collect(lanelet, taken);
      }
    }
    all.forEach(lanelet -> collect(lanelet, taken)); // rings of neighbours have no leftmost
  }

  public static LaneletRoads of(List<Lanelet> lanelets) {
    return new LaneletRoads(lanelets);
  }

  private void collect(Lanelet first, Set<String> taken) {
    List<Lanelet> row = new ArrayList<>();
    Optional<Lanelet> next = Optional.of(first);
    while (next.isPresent() && taken.add(next.get().id())) {
      row.add(next.get());
      next = beside(next.get().rightNeighbour(), next.get(), false);
    }
    if (!row.isEmpty()) {
      strips.add(new Strip(
          Integer.toString(strips.size() + 1), row, before(row.get(0)), after(row.get(0))));
    }
  }

  private Optional<Vec2> after(Lanelet lanelet) {
    Vec2 end = last(lanelet.left());
    return lanelet.successors().stream()
        .flatMap(id -> Optional.ofNullable(lanelets.get(id)).stream())
        .filter(next -> next.left().get(0).distanceTo(end) < SAME_M)
        .findFirst()
        .flatMap(next ->
            next.left().stream().filter(point -> point.distanceTo(end) > SAME_M).findFirst());
  }

  private Optional<Vec2> before(Lanelet lanelet) {
    Vec2 start = lanelet.left().get(0);
    for (Lanelet other : lanelets.values()) {
      boolean leadsHere = other.successors().contains(lanelet.id());
      if (leadsHere && last(other.left()).distanceTo(start) < SAME_M) {
        for (int i = other.left().size() - 1; i >= 0; i--) {
          if (other.left().get(i).distanceTo(start) > SAME_M) {
            return Optional.of(other.left().get(i));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Vec2 last(List<Vec2> line) {
    return line.get(line.size() - 1);
  }

  /** A neighbour that says so too and lies along the whole of the lanelet. */
  private Optional<Lanelet> beside(Optional<String> id, Lanelet lanelet, boolean isLeft) {
    return id.map(lanelets::get).filter(other -> {
      Optional<String> back = isLeft ? other.rightNeighbour() : other.leftNeighbour();
      List<Vec2> mine = isLeft ? lanelet.left() : lanelet.right();
      List<Vec2> theirs = isLeft ? other.right() : other.left();
      return back.equals(Optional.of(lanelet.id()))
          && mine.get(0).distanceTo(theirs.get(0)) < BESIDE_M
          && mine.get(mine.size() - 1).distanceTo(theirs.get(theirs.size() - 1)) < BESIDE_M;
    });
  }

  /** Roads without those inside junctions. */
  public int roads() {
    return strips.size();
  }

  /** The whole file as text. */
  public String openDrive(String name) {
    return new OpenDriveText(name, strips, new Links(strips)).write();
  }
}
