package io.camber.app.twin;

import io.camber.app.oracle.Hindsight;
import io.camber.bus.NodeContext;
import io.camber.bus.Topic;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.messages.Topics;
import io.camber.pose.EgoPose;
import io.camber.scene.Detection;
import io.camber.scene.Detections;
import io.camber.scene.Futures;
import io.camber.scene.ObjectClass;
import io.camber.scene.PredictedPath;
import io.camber.scene.PredictedPoint;
import io.camber.scene.SignalStates;
import io.camber.scene.Track;
import io.camber.scene.TrackFuture;
import io.camber.scene.Tracks;
import io.camber.sim.sensor.TruthPerception;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Puts the truth in the place of what a node publishes, at the same moments and of the same measurement times: poses, detections,
 * tracks and lights as they are, futures as they came to be in the drive before. Plans and commands pass as the shipped node makes
 * them. Perception sees through things here: what hides behind others is forgiven.
 */
final class IdealOutlet implements GatedContext.Outlet {
  private static final int FRAMES = 200;
  private static final double RANGE_M = 120.0;
  private static final double NEAR_M = 4.0;
  private static final double NS = 1e-9;

  private final TruthPerception perception = new TruthPerception();
  private final Hindsight hindsight;
  private final Deque<TruthFrame> frames = new ArrayDeque<>();
  private Optional<Tracks> tracks = Optional.empty();

  IdealOutlet(NodeContext context, Hindsight hindsight) {
    this.hindsight = hindsight;
    context.observe(Topics.TRUTH_FRAME, (frame, envelope) -> {
      if (frames.size() == FRAMES) {
        frames.removeFirst();
      }
      frames.addLast(frame);
    });
    context.observe(Topics.TRACKS, (newest, envelope) -> tracks = Optional.of(newest));
  }

  @Override
  public <T> T pass(Topic<T> topic, T value) {
    Object ideal = value;
    if (value instanceof EgoPose pose) {
      ideal = pose(pose);
    } else if (value instanceof Detections detections) {
      ideal = detections(detections);
    } else if (value instanceof Tracks found) {
      ideal = tracks(found);
    } else if (value instanceof SignalStates states) {
      ideal = at(states.timeNs()).<Object>map(perception::signals).orElse(states);
    } else if (value instanceof Futures futures) {
      ideal = futures(futures);
    }
    return topic.type().cast(ideal);
  }

  /** The newest frame that is not newer. */
  private Optional<TruthFrame> at(long timeNs) {
    Optional<TruthFrame> found = Optional.empty();
    for (TruthFrame frame : frames) {
      if (frame.timeNs() <= timeNs) {
        found = Optional.of(frame);
      }
    }
    return found;
  }

  private Object pose(EgoPose pose) {
    Optional<TruthFrame> frame = at(pose.timeNs());
    Optional<ActorTruth> ego = frame.flatMap(TruthFrame::ego);
    return ego.isEmpty() ? pose : TruthPerception.pose(pose.timeNs(), ego.get());
  }

  private Object tracks(Tracks found) {
    Optional<TruthFrame> frame = at(found.timeNs());
    Optional<ActorTruth> ego = frame.flatMap(TruthFrame::ego);
    return ego.isEmpty()
        ? found
        : new Tracks(found.timeNs(), perception.tracks(frame.get(), ego.get()).tracks());
  }

  private Object detections(Detections detections) {
    Optional<TruthFrame> frame = at(detections.timeNs());
    Optional<ActorTruth> ego = frame.flatMap(TruthFrame::ego);
    if (ego.isEmpty()) {
      return detections;
    }
    Pose2 baseFromMap = ego.get().mapFromReference().toPose2().inverse();
    List<Detection> ideal = new ArrayList<>();
    for (ActorTruth actor : frame.get().actors()) {
      Pose2 center = baseFromMap.times(actor.footprint().center());
      boolean near = center.position().length() <= RANGE_M;
      if (near && !actor.name().equals(ego.get().name())) {
        boolean known = actor.objectClass() != ObjectClass.UNKNOWN;
        ideal.add(new Detection(
            actor.objectClass(),
            center,
            actor.mapFromReference().z() - ego.get().mapFromReference().z(),
            actor.size(),
            1.0,
            known ? 1.0 : 0.0,
            1000,
            0));
      }
    }
    return new Detections(detections.timeNs(), detections.sensorId(), ideal);
  }

  private Object futures(Futures futures) {
    List<TrackFuture> ideal = new ArrayList<>();
    for (TrackFuture future : futures.futures()) {
      Optional<String> actor = track(future.trackId())
          .flatMap(track ->
              hindsight.nearest(track.center().position(), tracks.orElseThrow().timeNs(), NEAR_M));
      ideal.add(actor.map(name -> foreseen(name, future, futures.timeNs())).orElse(future));
    }
    return new Futures(futures.timeNs(), ideal);
  }

  private Optional<Track> track(int id) {
    return tracks.flatMap(
        newest -> newest.tracks().stream().filter(one -> one.id() == id).findFirst());
  }

  /** The likeliest mode's times with the places where the actor then was; cut where the drive before ended. */
  private TrackFuture foreseen(String name, TrackFuture future, long timeNs) {
    List<PredictedPoint> points = new ArrayList<>();
    for (PredictedPoint point : future.modes().get(0).points()) {
      Optional<ActorTruth> then = hindsight.at(name, timeNs + Math.round(point.timeS() / NS));
      if (then.isEmpty()) {
        break;
      }
      Pose2 center = then.get().footprint().center();
      Vec2 place = center.position();
      points.add(new PredictedPoint(
          point.timeS(), place.x(), place.y(), center.yaw(), then.get().speedMps(), 0.1));
    }
    boolean whole = points.size() == future.modes().get(0).points().size();
    return whole
        ? new TrackFuture(future.trackId(), List.of(new PredictedPath("hindsight", 1.0, points)))
        : future;
  }
}
