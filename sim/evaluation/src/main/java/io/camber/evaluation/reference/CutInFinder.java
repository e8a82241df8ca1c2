package io.camber.evaluation.reference;

import io.camber.geometry.Box2;
import io.camber.geometry.Pose2;
import io.camber.map.LanePosition;
import io.camber.map.RoadMap;
import io.camber.map.routing.FrenetPoint;
import io.camber.map.routing.LanePath;
import io.camber.map.routing.Router;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first vehicle that comes from beside into the ego's lane ahead of it, in the truth of one run. Its lateral move
 * begins where it last kept its distance to the lane. Who is beside the ego then, or behind it when it comes in, does not cut
 * in. Owned by one
 * thread.
 */
public final class CutInFinder {
  private static final long SAMPLE_NS = 50_000_000L;
  private static final double NS = 1e-9;
  private static final double LOOK_M = 200.0;
  private static final double PATH_M = 2.0 * LOOK_M;

  /** Slower than this towards the lane is not a lateral move. */
  private static final double STILL_MPS = 0.05;

  /** How far the body reaches over the lane's edge when it is in the lane. */
  private static final double INSIDE_M = 0.25;

  /** Who comes at a larger angle crosses the lane or comes against it. */
  private static final double ALONG_COS_MIN = StrictMath.cos(Math.toRadians(45.0));

  /** One vehicle relative to the ego's lane at one instant. */
  private record Place(
      long timeNs,
      double offsetM,
      double headwayM,
      double asideM,
      double lengthsM,
      boolean inside,
      boolean ahead,
      boolean along,
      double egoMps,
      double otherMps) {}

  private static final class Neighbour {
    private @Nullable Place start;
    private @Nullable Place last;

    /** Of the move that began at {@code start}, once it is wide enough to be seen; else 0. */
    private double lateralMps;
  }

  private final RoadMap map;
  private final Router router;
  private final Map<String, Neighbour> neighbours = new TreeMap<>();
  private @Nullable LanePath lane;
  private String laneId = "";
  private long nextNs = Long.MIN_VALUE;
  private Optional<CutIn> found = Optional.empty();

  public CutInFinder(RoadMap map) {
    this.map = map;
    this.router = new Router(map);
  }

  /** Takes in the world at one instant; frames come in the order of the run. */
  public void onTruth(TruthFrame frame) {
    if (found.isPresent() || frame.timeNs() < nextNs) {
      return;
    }
    nextNs = frame.timeNs() + SAMPLE_NS;
    frame.ego().ifPresent(ego -> look(frame, ego));
  }

  /** The cut-in, once it has happened. */
  public Optional<CutIn> found() {
    return found;
  }

  private void look(TruthFrame frame, ActorTruth ego) {
    Box2 own = ego.footprint();
    Optional<LanePosition> position = map.project(own.center());
    if (position.isEmpty()) {
      neighbours.clear();
      return;
    }
    LanePath along = laneFrom(position.get());
    for (ActorTruth actor : frame.actors()) {
      boolean near =
          actor.footprint().center().position().distanceTo(own.center().position()) <= LOOK_M;
      if (near && !actor.name().equals(ego.name()) && found.isEmpty()) {
        Neighbour neighbour = neighbours.computeIfAbsent(actor.name(), name -> new Neighbour());
        found = update(neighbour, place(frame.timeNs(), along, ego, actor));
      }
    }
  }

  /** Another lane than before, and everybody is beside another lane. */
  private LanePath laneFrom(LanePosition ego) {
    LanePath known = lane;
    if (known != null && laneId.equals(ego.lane().id())) {
      return known;
    }
    boolean goesOn = known != null
        && known.lanes().stream().anyMatch(one -> one.id().equals(ego.lane().id()));
    if (!goesOn) {
      neighbours.clear();
    }
    LanePath next = LanePath.of(router.follow(ego, PATH_M));
    lane = next;
    laneId = ego.lane().id();
    return next;
  }

  private static Place place(long timeNs, LanePath along, ActorTruth ego, ActorTruth actor) {
    Pose2 own = ego.footprint().center();
    Box2 box = actor.footprint();
    FrenetPoint point = along.toFrenet(box.center().x(), box.center().y());
    double turn = box.center().yaw() - along.yawAt(point.s());
    double cos = StrictMath.cos(turn);
    double sin = Math.abs(StrictMath.sin(turn));
    double halfAlong = 0.5 * (box.lengthM() * Math.abs(cos) + box.widthM() * sin);
    double halfAcross = 0.5 * (box.lengthM() * sin + box.widthM() * Math.abs(cos));
    FrenetPoint self = along.toFrenet(own.x(), own.y());
    double front = self.s() + ego.size().lengthM() / 2.0;
    double offset = Math.abs(point.d());
    double edge =
        Math.abs(point.d() > 0.0 ? along.leftEdgeAt(point.s()) : along.rightEdgeAt(point.s()));
    return new Place(
        timeNs,
        offset,
        point.s() - halfAlong - front,
        Math.abs(point.d() - self.d()) - halfAcross - ego.size().widthM() / 2.0,
        ego.size().lengthM() + 2.0 * halfAlong,
        offset - halfAcross <= edge - INSIDE_M,
        point.s() + halfAlong > front,
        cos >= ALONG_COS_MIN,
        ego.speedMps(),
        actor.speedMps());
  }

  private static Optional<CutIn> update(Neighbour neighbour, Place now) {
    Place before = neighbour.last;
    Place start = neighbour.start;
    neighbour.last = now;
    boolean moves = before != null
        && (before.offsetM() - now.offsetM()) / ((now.timeNs() - before.timeNs()) * NS)
            >= STILL_MPS;
    if (!now.inside() && (start == null || !moves)) {
      neighbour.start = now;
      neighbour.lateralMps = 0.0;
      return Optional.empty();
    }
    if (start == null) {
      return Optional.empty(); // was in the lane when first seen
    }
    double movedM = start.offsetM() - now.offsetM();
    boolean isSeen = now.inside() || movedM >= CarefulDriver.WANDERING_M;
    if (isSeen && neighbour.lateralMps == 0.0) {
      neighbour.lateralMps = movedM / ((now.timeNs() - start.timeNs()) * NS);
    }
    if (!now.inside()) {
      return Optional.empty();
    }
    neighbour.start = null;
    boolean cutsIn = neighbour.lateralMps > 0.0
        && start.headwayM() >= 0.0
        && now.ahead()
        && now.along()
        && start.otherMps() > 0.0;
    return cutsIn
        ? Optional.of(new CutIn(
            Math.max(0.0, start.egoMps()),
            start.otherMps(),
            start.headwayM(),
            neighbour.lateralMps,
            start.asideM(),
            start.lengthsM()))
        : Optional.empty();
  }
}
