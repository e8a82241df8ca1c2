package io.camber.jury.check;

import io.camber.bus.Envelope;
import io.camber.bus.Topic;
import io.camber.evaluation.judgement.Owner;
import io.camber.geometry.Vec2;
import io.camber.jury.image.BearingOffset;
import io.camber.jury.image.CameraMoment;
import io.camber.jury.image.Frustum;
import io.camber.jury.image.Poses;
import io.camber.jury.image.TrackView;
import io.camber.messages.Topics;
import io.camber.pose.EgoPose;
import io.camber.scene.ImageDetection;
import io.camber.scene.ImageDetections;
import io.camber.scene.ObjectClass;
import io.camber.scene.RoadUserKind;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * U7: lidar and camera do not tell of the same world. Raised once when for a second in a row a track that the camera must see has no
 * detection that overlaps it by a tenth; when for a second a sure detection that lidar points fill has no track; and while over four
 * seconds the two see the same bodies in directions more than a degree apart. The first is not asked while the camera misses most of
 * what it should see, as at night.
 */
final class AgreementCheck implements Check {
  private static final double OVERLAP_MIN = 0.1;
  private static final int IN_A_ROW = 10;
  private static final double MARGIN_PX = 10.0;
  private static final double HEIGHT_PX_MIN = 30.0;
  private static final double EXISTENCE_MIN = 0.9;
  private static final long AGE_NS_MIN = 1_000_000_000L;
  private static final long APART_NS_MAX = 250_000_000L;
  private static final double SURE = 0.85;

  /** Share of tracks in view that the camera finds, forgetting a fiftieth with each. */
  private static final double SIGHT_MIN = 0.4;

  /** A camera that has not found anybody yet accuses nobody. */
  private static final double SIGHT_UNKNOWN = 0.38;

  private static final double SIGHT_MEMORY = 0.98;

  private static final double BEARING_MAX = Math.toRadians(1.0);

  /** Bodies further apart than this are two. */
  private static final double PAIR_MAX = Math.toRadians(4.0);

  private static final double ALIKE = 1.4;
  private static final double DEPTH_M_MAX = 35.0;

  /** The ground that a rectangle stands on and the body in it are as far away but for this share. */
  private static final double DEPTH_SHARE = 0.3;

  private static final double NEAR_M = 3.0;

  private final Poses poses = new Poses();
  private final BearingOffset bearings = new BearingOffset();
  private final Map<Integer, Integer> missed = new TreeMap<>();
  private final Set<Integer> accused = new TreeSet<>();
  private List<Unboxed> unboxed = List.of();
  private double sight = SIGHT_UNKNOWN;
  private @Nullable CameraCalibration camera;
  private @Nullable LidarCalibration lidar;
  private @Nullable LidarSweep sweep;
  private @Nullable Tracks tracks;

  /** A detection without a track, for so many images. */
  private record Unboxed(ImageDetection detection, int images) {}

  @Override
  public void onMessage(Envelope envelope, Object value, Consumer<Alarm> alarms) {
    if (value instanceof EgoPose pose) {
      poses.add(pose);
    } else if (value instanceof Tracks some) {
      tracks = some;
    } else if (value instanceof CameraCalibration calibration
        && isOf(envelope, Topics.CAMERA_CALIBRATION)) {
      camera = calibration;
    } else if (value instanceof LidarCalibration calibration
        && isOf(envelope, Topics.LIDAR_CALIBRATION)) {
      lidar = calibration;
    } else if (value instanceof LidarSweep newest && isOf(envelope, Topics.LIDAR_SWEEP)) {
      sweep = newest;
    } else if (value instanceof ImageDetections detections) {
      look(detections, alarms);
    }
  }

  /** Rigs may have more cameras and lidars; those that the stack goes by are asked. */
  private static boolean isOf(Envelope envelope, Topic<?> topic) {
    return envelope.topic().equals(topic.name());
  }

  private void look(ImageDetections detections, Consumer<Alarm> alarms) {
    CameraCalibration calibration = camera;
    Tracks present = tracks;
    if (calibration == null
        || present == null
        || !calibration.sensorId().equals(detections.sensorId())
        || Math.abs(detections.timeNs() - present.timeNs()) > APART_NS_MAX) {
      return;
    }
    poses.at(detections.timeNs()).ifPresent(pose -> {
      CameraMoment moment = new CameraMoment(calibration, pose, detections.timeNs());
      List<TrackView> views = moment.views(present);
      Set<Integer> asked = new TreeSet<>();
      for (TrackView view : views) {
        if (mustBeSeen(view, views, moment)) {
          asked.add(view.track().id());
          hold(view, detections, alarms);
          compare(view, detections, moment);
        }
      }
      missed.keySet().retainAll(asked);
      accused.retainAll(present.tracks().stream().map(Track::id).toList());
      lookForBodies(detections, present, moment, alarms);
    });
    bearings
        .median(detections.timeNs())
        .ifPresent(angle -> raiseBearing(angle, detections, alarms));
  }

  private static boolean mustBeSeen(TrackView view, List<TrackView> views, CameraMoment moment) {
    return view.track().objectClass() != ObjectClass.UNKNOWN
        && view.track().existence() >= EXISTENCE_MIN
        && view.track().ageNs() >= AGE_NS_MIN
        && view.track().coastedNs() == 0
        && view.depthM() < DEPTH_M_MAX
        && view.box().height() >= HEIGHT_PX_MIN
        && moment.isInside(view.box(), MARGIN_PX)
        && CameraMoment.isInSight(view, views);
  }

  private void hold(TrackView view, ImageDetections detections, Consumer<Alarm> alarms) {
    int id = view.track().id();
    boolean isSeen = detections.detections().stream()
        .anyMatch(one -> one.box().overlap(view.box()) >= OVERLAP_MIN);
    boolean canSee = sight >= SIGHT_MIN;
    sight = SIGHT_MEMORY * sight + (isSeen ? 1.0 - SIGHT_MEMORY : 0.0);
    int inRow = isSeen ? 0 : missed.getOrDefault(id, 0) + 1;
    missed.put(id, inRow);
    if (isSeen) {
      accused.remove(id);
    } else if (inRow >= IN_A_ROW && canSee && accused.add(id)) {
      alarms.accept(new Alarm(
          detections.timeNs(),
          "U7",
          Owner.PERCEPTION,
          Classes.label(view.track().objectClass()),
          "track " + id,
          1.0,
          String.format(
              Locale.ROOT,
              "a %s %.0f m ahead of the camera that it does not see for %d images",
              Classes.label(view.track().objectClass()),
              view.depthM(),
              inRow)));
    }
  }

  /** Notes by how much the camera has the nearest body of that kind and size in another direction. */
  private void compare(TrackView view, ImageDetections detections, CameraMoment moment) {
    double focal = moment.calibration().focalXPx();
    double best = PAIR_MAX;
    double angle = Double.NaN;
    for (ImageDetection one : detections.detections()) {
      double off = (one.box().middleColumn() - view.box().middleColumn()) / focal;
      boolean isAlike = RoadUserKind.of(view.track().objectClass()).equals(Optional.of(one.kind()))
          && one.box().height() < ALIKE * view.box().height()
          && view.box().height() < ALIKE * one.box().height()
          && one.box().width() < ALIKE * view.box().width()
          && view.box().width() < ALIKE * one.box().width();
      if (one.probability() >= 0.5 && isAlike && Math.abs(off) < best) {
        best = Math.abs(off);
        angle = off;
      }
    }
    if (!Double.isNaN(angle)) {
      bearings.add(detections.timeNs(), angle);
    }
  }

  private static void raiseBearing(
      double angle, ImageDetections detections, Consumer<Alarm> alarms) {
    if (Math.abs(angle) > BEARING_MAX) {
      alarms.accept(new Alarm(
          detections.timeNs(),
          "U7",
          Owner.SYSTEM,
          "bearing",
          "bearing of lidar and camera",
          0.5,
          String.format(
              Locale.ROOT,
              "tracks stand %.1f degrees to the %s of what the camera sees",
              Math.toDegrees(Math.abs(angle)),
              angle > 0.0 ? "left" : "right")));
    }
  }

  private void lookForBodies(
      ImageDetections detections, Tracks present, CameraMoment moment, Consumer<Alarm> alarms) {
    List<TrackView> views = moment.views(present);
    List<Unboxed> found = new ArrayList<>();
    for (ImageDetection one : detections.detections()) {
      boolean isBoxed = views.stream()
          .anyMatch(view -> view.box().overlap(one.box()) >= OVERLAP_MIN
              || view.box().shared(one.box()) > 0.3 * one.box().area());
      boolean isClear = one.probability() >= SURE
          && one.box().height() >= HEIGHT_PX_MIN
          && moment.isInside(one.box(), MARGIN_PX);
      if (!isBoxed && isClear) {
        int before = unboxed.stream()
            .filter(old -> old.detection().box().overlap(one.box()) > 0.3)
            .mapToInt(Unboxed::images)
            .max()
            .orElse(0);
        found.add(new Unboxed(one, before + 1));
        if (before + 1 == IN_A_ROW) {
          body(one, present, moment).ifPresent(body -> raiseBody(one, body, detections, alarms));
        }
      }
    }
    unboxed = found;
  }

  /** Also a track of which only a part is before the camera is a track. */
  private Optional<Frustum.Body> body(ImageDetection one, Tracks present, CameraMoment moment) {
    LidarSweep points = sweep;
    LidarCalibration mounted = lidar;
    if (points == null || mounted == null) {
      return Optional.empty();
    }
    double ground = moment.groundDepthM(one.box().middleColumn(), one.box().bottom());
    return Frustum.body(points, mounted, poses, moment, one.box())
        .filter(body -> body.depthM() < DEPTH_M_MAX
            && Math.abs(body.depthM() - ground) < DEPTH_SHARE * body.depthM())
        .filter(body -> present.tracks().stream()
            .noneMatch(track -> track
                    .footprint()
                    .distanceTo(new Vec2(body.mapPoint().x(), body.mapPoint().y()))
                < NEAR_M));
  }

  private static void raiseBody(
      ImageDetection one, Frustum.Body body, ImageDetections detections, Consumer<Alarm> alarms) {
    String kind = one.kind().name().toLowerCase(Locale.ROOT);
    alarms.accept(new Alarm(
        detections.timeNs(),
        "U7",
        Owner.PERCEPTION,
        kind,
        String.format(
            Locale.ROOT,
            "%s at %.1f %.1f",
            kind,
            body.mapPoint().x(),
            body.mapPoint().y()),
        1.0,
        String.format(
            Locale.ROOT,
            "the camera sees a %s (%.2f) %.0f m ahead, %d lidar points are there and no track",
            kind,
            one.probability(),
            body.depthM(),
            body.points())));
  }
}
