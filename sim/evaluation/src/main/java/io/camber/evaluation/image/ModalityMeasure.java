package io.camber.evaluation.image;

import io.camber.evaluation.accuracy.LineOfSight;
import io.camber.evaluation.accuracy.TruthHistory;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.statistics.Samples;
import io.camber.geometry.Box2;
import io.camber.geometry.ImageBox;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Vec2;
import io.camber.geometry.Vec3;
import io.camber.scene.Detections;
import io.camber.scene.ImageDetection;
import io.camber.scene.ImageDetections;
import io.camber.scene.ObjectClass;
import io.camber.scene.RoadUserKind;
import io.camber.scene.Tracks;
import io.camber.sensing.CameraCalibration;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What each kind of sensor finds alone and what the tracks hold, of the same actors: those that the front camera has wholly in view,
 * at least 14 px high, within 50 m and in line of sight. Lidar and tracks must be within 2 m of the actor or touch it (0.5 m), in the truth of
 * their own moment; the camera must overlap its projected box by 0.5. Complementarity is the recall of the tracks less that of the better
 * single sensor (METRICS 6.9).
 */
public final class ModalityMeasure {
  private static final double RANGE_M_MAX = 50.0;
  private static final double HEIGHT_PX_MIN = 14.0;
  private static final double NEAR_M = 2.0;
  private static final double TOUCH_M = 0.5;
  private static final long AGE_NS_MAX = 250_000_000L;

  private final Modality lidar = new Modality();
  private final Modality camera = new Modality();
  private final Modality tracks = new Modality();
  private final Modality either = new Modality();
  private final Samples rangeErrors = new Samples();
  private Optional<CameraCalibration> calibration = Optional.empty();

  /** Whom a modality found last, and its counts. */
  private static final class Modality {
    private final TreeSet<String> found = new TreeSet<>();
    private long timeNs = Long.MIN_VALUE / 2;
    private int objects;
    private int met;
    private int claims;
    private int right;

    private void count(boolean isFound) {
      objects++;
      met += isFound ? 1 : 0;
    }

    private void claim(boolean isRight) {
      claims++;
      right += isRight ? 1 : 0;
    }

    private double recall() {
      return objects == 0 ? Double.NaN : (double) met / objects;
    }

    private double precision() {
      return claims == 0 ? Double.NaN : (double) right / claims;
    }
  }

  /** An actor as the camera has it. */
  private record View(ActorTruth actor, ImageBox box, boolean counts) {}

  public void update(CameraCalibration camera) {
    calibration = Optional.of(camera);
  }

  public void update(Detections detections, TruthHistory truth) {
    truth.at(detections.timeNs()).flatMap(TruthFrame::ego).ifPresent(ego -> {
      Pose2 mapFromBase = ego.mapFromReference().toPose2();
      Stream<Box2> boxes = detections.detections().stream()
          .filter(one -> one.objectClass() != ObjectClass.UNKNOWN)
          .map(one -> new Box2(
              mapFromBase.times(one.center()), one.size().lengthM(), one.size().widthM()));
      hold(lidar, detections.timeNs(), boxes.toList(), truth);
    });
  }

  public void update(Tracks some, TruthHistory truth) {
    List<Box2> boxes = some.tracks().stream()
        .filter(one -> one.objectClass() != ObjectClass.UNKNOWN)
        .map(one -> one.footprint())
        .toList();
    hold(tracks, some.timeNs(), boxes, truth);
  }

  private void hold(Modality modality, long timeNs, List<Box2> boxes, TruthHistory truth) {
    Optional<TruthFrame> frame = truth.at(timeNs);
    if (frame.isEmpty() || calibration.isEmpty()) {
      return;
    }
    List<View> views = views(frame.get(), calibration.get());
    modality.timeNs = timeNs;
    modality.found.clear();
    for (Box2 box : boxes) {
      Optional<View> there = views.stream()
          .filter(view -> isAt(view.actor().footprint(), box.center().position()))
          .findFirst();
      there.ifPresent(view -> modality.found.add(view.actor().name()));
      if (there.map(View::counts).orElseGet(() -> isInView(box, frame.get()))) {
        modality.claim(there.isPresent());
      }
    }
  }

  private static boolean isAt(Box2 actor, Vec2 point) {
    return actor.center().position().distanceTo(point) < NEAR_M
        || actor.distanceTo(point) < TOUCH_M;
  }

  /** Takes in what the camera found, and holds all three against the actors of that moment. */
  public void update(ImageDetections detections, TruthHistory truth) {
    Optional<TruthFrame> frame = truth.at(detections.timeNs());
    boolean isFresh = Math.abs(detections.timeNs() - lidar.timeNs) < AGE_NS_MAX
        && Math.abs(detections.timeNs() - tracks.timeNs) < AGE_NS_MAX;
    if (frame.isEmpty() || calibration.isEmpty() || !isFresh) {
      return;
    }
    List<ImageDetection> sure = detections.detections().stream()
        .filter(one -> one.probability() >= ImageDetectionLog.SURE)
        .toList();
    for (View view : views(frame.get(), calibration.get())) {
      Optional<ImageDetection> seen =
          sure.stream().filter(one -> shows(one, view)).findFirst();
      if (view.counts()) {
        String name = view.actor().name();
        lidar.count(lidar.found.contains(name));
        tracks.count(tracks.found.contains(name));
        camera.count(seen.isPresent());
        either.count(seen.isPresent() || lidar.found.contains(name));
        seen.flatMap(one -> rangeM(one.box(), calibration.get()))
            .ifPresent(range -> rangeErrors.add(Math.abs(range - rangeM(view, frame.get()))));
      }
    }
    List<View> all = views(frame.get(), calibration.get());
    for (ImageDetection one : sure) {
      Optional<View> shown = all.stream().filter(view -> shows(one, view)).findFirst();
      if (shown.map(View::counts).orElse(true)) {
        camera.claim(shown.isPresent());
      }
    }
  }

  private static boolean shows(ImageDetection one, View view) {
    return RoadUserKind.of(view.actor().objectClass()).equals(Optional.of(one.kind()))
        && view.box().overlap(one.box()) >= ImageDetectionLog.OVERLAP_MIN;
  }

  /** Adds metrics. */
  public void report(Findings findings) {
    String none = "no camera detections beside those of the lidar and tracks, or nobody in view";
    double best = Math.max(lidar.recall(), camera.recall());
    findings.add(share("modality.recall.lidar", lidar.recall()).because(none));
    findings.add(share("modality.recall.camera", camera.recall()).because(none));
    findings.add(share("modality.recall.either", either.recall()).because(none));
    findings.add(share("modality.recall.tracks", tracks.recall()).because(none));
    findings.add(share("modality.complementarity", tracks.recall() - best).because(none));
    if (camera.objects > 0) {
      findings.add(share("modality.precision.lidar", lidar.precision()));
      findings.add(share("modality.precision.camera", camera.precision()));
      findings.add(share("modality.precision.tracks", tracks.precision()));
    }
    findings.add(Metric.free(
            "modality.cameraRangeError.p50",
            rangeErrors.quantile(0.5),
            "m",
            Owner.PERCEPTION,
            Metric.Better.LOWER)
        .because(none));
  }

  private static Metric share(String name, double value) {
    return Metric.free(name, value, "1", Owner.PERCEPTION, Metric.Better.HIGHER);
  }

  private static List<View> views(TruthFrame frame, CameraCalibration camera) {
    Optional<ActorTruth> ego = frame.ego();
    if (ego.isEmpty()) {
      return List.of();
    }
    Pose3 mapFromCamera = ego.get().mapFromReference().times(camera.baseFromCamera());
    List<ActorTruth> others = frame.actors().stream()
        .filter(actor -> !actor.name().equals(ego.get().name()))
        .toList();
    Vec2 eye = new Vec2(mapFromCamera.x(), mapFromCamera.y());
    LineOfSight sight = LineOfSight.from(eye, others);
    List<View> views = new ArrayList<>();
    for (int i = 0; i < others.size(); i++) {
      ActorTruth actor = others.get(i);
      Optional<ImageBox> box = actor.objectClass() == ObjectClass.UNKNOWN
          ? Optional.empty()
          : project(actor, mapFromCamera, camera);
      if (box.isPresent()) {
        boolean counts = counts(actor, box.get(), eye, camera) && sight.isVisible(i);
        views.add(new View(actor, box.get(), counts));
      }
    }
    return views;
  }

  private static boolean counts(
      ActorTruth actor, ImageBox box, Vec2 eye, CameraCalibration camera) {
    boolean isWhole = box.left() >= 0.0
        && box.right() <= camera.width()
        && box.top() >= 0.0
        && box.bottom() <= camera.height();
    return isWhole
        && box.height() >= HEIGHT_PX_MIN
        && actor.footprint().center().position().distanceTo(eye) <= RANGE_M_MAX;
  }

  private static Optional<ImageBox> project(
      ActorTruth actor, Pose3 mapFromCamera, CameraCalibration camera) {
    Pose3 reference = actor.mapFromReference();
    Vec3 middle = reference.apply(new Vec3(
        actor.centerOffsetM(), actor.centerOffsetLeftM(), 0.5 * actor.size().heightM()));
    Pose3 mapFromBox = new Pose3(
        middle.x(), middle.y(), middle.z(), reference.yaw(), reference.pitch(), reference.roll());
    return camera.project(mapFromCamera.inverse().times(mapFromBox), actor.size());
  }

  private boolean isInView(Box2 box, TruthFrame frame) {
    Optional<ActorTruth> ego = frame.ego();
    if (ego.isEmpty() || calibration.isEmpty()) {
      return false;
    }
    Pose3 mapFromCamera = ego.get().mapFromReference().times(calibration.get().baseFromCamera());
    Vec2 at = box.center().position();
    double[] pixel = new double[2];
    boolean isAhead = calibration
        .get()
        .project(mapFromCamera.applyInverse(new Vec3(at.x(), at.y(), mapFromCamera.z())), pixel);
    return isAhead
        && pixel[0] >= 0.0
        && pixel[0] < calibration.get().width()
        && at.distanceTo(new Vec2(mapFromCamera.x(), mapFromCamera.y())) <= RANGE_M_MAX;
  }

  /** How far ahead of the rear axle the ground is that a rectangle stands on; empty above the horizon. */
  private static Optional<Double> rangeM(ImageBox box, CameraCalibration camera) {
    double down = (box.bottom() - camera.centerYPx()) / camera.focalYPx();
    Vec3 ray = camera
        .baseFromCamera()
        .apply(new Vec3(1.0, 0.0, -down))
        .minus(camera.baseFromCamera().position());
    double steps = -camera.baseFromCamera().z() / ray.z();
    return ray.z() < 0.0
        ? Optional.of(camera.baseFromCamera().x() + steps * ray.x())
        : Optional.empty();
  }

  /** How far ahead of the rear axle the nearest corner of an actor is. */
  private static double rangeM(View view, TruthFrame frame) {
    Pose2 base = frame.ego().orElseThrow().mapFromReference().toPose2();
    return view.actor().footprint().corners().stream()
        .mapToDouble(corner -> base.applyInverse(corner).x())
        .min()
        .orElse(Double.NaN);
  }
}
