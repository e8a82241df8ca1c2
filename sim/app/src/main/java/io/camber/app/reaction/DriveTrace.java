package io.camber.app.reaction;

import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.MessageListener;
import io.camber.evaluation.accuracy.LineOfSight;
import io.camber.geometry.Vec2;
import io.camber.messages.Topics;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import io.camber.vehicle.ControlCommand;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What one of two twin drives commanded and did, and whether the ego could see somebody. */
final class DriveTrace implements MessageListener {
  /** The way and the acceleration of the ego at one time. */
  record Motion(double wayM, double accelMps2) {}

  private final String entity;
  private final double reachM;
  private final TreeMap<Long, Double> commands = new TreeMap<>();
  private final TreeMap<Long, Motion> motion = new TreeMap<>();
  private final TreeMap<Long, Double> ranges = new TreeMap<>();
  private Optional<Vec2> before = Optional.empty();
  private double wayM;

  /**
   * A trace of nothing yet.
   *
   * @param entity whom it looks for
   * @param reachM who is farther away is not in sight
   */
  DriveTrace(String entity, double reachM) {
    this.entity = entity;
    this.reachM = reachM;
  }

  @Override
  public void onMessage(BusMessage<?> message) {
    if (message.value() instanceof TruthFrame frame) {
      frame.ego().ifPresent(ego -> look(frame, ego));
    } else if (message.value() instanceof ControlCommand command
        && message.envelope().topic().equals(Topics.ACTUATION.name())) {
      commands.put(message.envelope().publishTimeNs(), command.accelMps2());
    }
  }

  private void look(TruthFrame frame, ActorTruth ego) {
    Vec2 place = ego.mapFromReference().toPose2().position();
    wayM += before.map(place::distanceTo).orElse(0.0);
    before = Optional.of(place);
    motion.put(frame.timeNs(), new Motion(wayM, ego.accelMps2()));
    List<ActorTruth> others = frame.othersThan(ego.name());
    Vec2 eye = ego.footprint().center().position();
    for (int i = 0; i < others.size(); i++) {
      ActorTruth other = others.get(i);
      double range = other.footprint().center().position().distanceTo(eye);
      if (other.name().equals(entity)
          && range <= reachM
          && LineOfSight.from(eye, others).isVisible(i)) {
        ranges.put(frame.timeNs(), range);
      }
    }
  }

  /** Commanded accelerations by the time at which they were published. */
  NavigableMap<Long, Double> commands() {
    return commands;
  }

  /** By time of truth. */
  NavigableMap<Long, Motion> motion() {
    return motion;
  }

  /** Distances to the entity while it was in sight, by time of truth. */
  NavigableMap<Long, Double> ranges() {
    return ranges;
  }

  /** The first moment of the stretch up to a time in which the entity was in sight all the time; empty when it is not then. */
  OptionalLong inSightSince(long timeNs, long stepNs) {
    Map.Entry<Long, Double> at = ranges.floorEntry(timeNs);
    if (at == null || timeNs - at.getKey() > stepNs) {
      return OptionalLong.empty();
    }
    long since = at.getKey();
    for (Long earlier : ranges.headMap(since, false).descendingKeySet()) {
      if (since - earlier > stepNs) {
        break;
      }
      since = earlier;
    }
    return OptionalLong.of(since);
  }
}
