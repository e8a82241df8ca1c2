package io.camber.evaluation.image;

import io.camber.evaluation.accuracy.ActorMatching;
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
import io.camber.scene.Detection;
import io.camber.scene.Detections;
import io.camber.scene.ImageDetection;
import io.camber.scene.ImageDetections;
import io.camber.scene.ObjectClass;
import io.camber.scene.Tracks;
import io.camber.sensing.CameraCalibration;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What each kind of sensor finds alone and what the tracks hold, of the same actors: those that the front camera has wholly in view,
 * at least 14 px high, within 50 m and in line of sight. Lidar and tracks must be within 2 m of the actor or touch it (0.5 m), in the truth of
 * their own moment; the camera must overlap what the image holds of its projected box by 0.5. Pairs are one to one, the nearest (the greatest
 * overlap) first. A claim that is of nobody is left out where somebody is who does not count. Doubtful detections of the lidar are
 * no claims: who is found with them has a recall of its own. Tracks live on them (ten of a vehicle in one place begin one), so complementarity is the
 * recall of the tracks less that of the best single sensor, the lidar with its doubtful detections and the radar, where there is one, among
 * them (METRICS 6.9).
 */
public final class ModalityMeasure {
  /** Share of a claim from which on somebody who does not count may be what it is of. */
  private static final double UNSURE = 0.3;

  private static final long AGE_NS_MAX = 250_000_000L;

  /** From this score on a detection of the lidar is a claim; below it is doubtful: ten of a vehicle in one place begin a track. */
  private static final double CLAIM_SCORE_MIN = 0.2;

  private final Modality lidar = new Modality();
  private final Modality doubtful = new Modality();
  private final Modality radar = new Modality();
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

  public void update(CameraCalibration camera) {
    calibration = Optional.of(camera);
  }

  public void update(Detections detections, TruthHistory truth) {
    truth.at(detections.timeNs()).flatMap(TruthFrame::ego).ifPresent(ego -> {
      Pose2 mapFromBase = ego.mapFromReference().toPose2();
      List<Detection> known = detections.detections().stream()
          .filter(one -> one.objectClass() != ObjectClass.UNKNOWN)
          .toList();
      List<Detection> sure =
          known.stream().filter(one -> one.score() >= CLAIM_SCORE_MIN).toList();
      hold(lidar, detections.timeNs(), boxes(sure, mapFromBase), truth);
      hold(doubtful, detections.timeNs(), boxes(known, mapFromBase), truth);
    });
  }

  private static List<Box2> boxes(List<Detection> detections, Pose2 mapFromBase) {
    return detections.stream()
        .map(one -> new Box2(
            mapFromBase.times(one.center()), one.size().lengthM(), one.size().widthM()))
        .toList();
  }

  public void update(Tracks some, TruthHistory truth) {
    List<Box2> boxes = some.tracks().stream()
        .filter(one -> one.objectClass() != ObjectClass.UNKNOWN)
        .map(one -> one.footprint())
        .toList();
    hold(tracks, some.timeNs(), boxes, truth);
  }

  /** Takes in whom the front radar heard. */
  public void update(long timeNs, Set<String> heard) {
    radar.timeNs = timeNs;
    radar.found.clear();
    radar.found.addAll(heard);
  }

  private void hold(Modality modality, long timeNs, List<Box2> boxes, TruthHistory truth) {
    Optional<TruthFrame> frame = truth.at(timeNs);
    if (frame.isEmpty() || calibration.isEmpty()) {
      return;
    }
    List<CameraView> views = CameraView.of(frame.get(), calibration.get());
    List<Box2> actors = views.stream().map(view -> view.actor().footprint()).toList();
    List<Vec2> claims = boxes.stream().map(box -> box.center().position()).toList();
    BitSet right = new BitSet();
    modality.timeNs = timeNs;
    modality.found.clear();
    int[] claimOf = ActorMatching.match(actors, claims);
    for (int i = 0; i < claimOf.length; i++) {
      if (claimOf[i] != ActorMatching.NONE) {
        right.set(claimOf[i]);
        modality.found.add(views.get(i).actor().name());
        if (views.get(i).counts()) {
          modality.claim(true);
        }
      }
    }
    for (int i = right.nextClearBit(0); i < claims.size(); i = right.nextClearBit(i + 1)) {
      Vec2 claim = claims.get(i);
      boolean mayBe = views.stream()
          .anyMatch(view -> !view.counts() && ActorMatching.isAt(view.actor().footprint(), claim));
      if (!mayBe && isInView(claim, frame.get())) {
        modality.claim(false);
      }
    }
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
    List<CameraView> views = CameraView.of(frame.get(), calibration.get());
    Map<Integer, Integer> viewOf = ImageMatching.match(views, sure);
    boolean hasRadar = Math.abs(detections.timeNs() - radar.timeNs) < AGE_NS_MAX;
    countActors(views, new TreeSet<>(viewOf.values()), hasRadar);
    for (int i = 0; i < sure.size(); i++) {
      Integer view = viewOf.get(i);
      ImageBox box = sure.get(i).box();
      if (view == null) {
        if (!isUnsure(box, views)) {
          camera.claim(false);
        }
      } else if (views.get(view).counts()) {
        camera.claim(true);
        rangeM(box, calibration.get())
            .ifPresent(
                range -> rangeErrors.add(Math.abs(range - rangeM(views.get(view), frame.get()))));
      }
    }
  }

  private void countActors(List<CameraView> views, Set<Integer> seen, boolean hasRadar) {
    for (int i = 0; i < views.size(); i++) {
      if (views.get(i).counts()) {
        String name = views.get(i).actor().name();
        lidar.count(lidar.found.contains(name));
        doubtful.count(doubtful.found.contains(name));
        tracks.count(tracks.found.contains(name));
        if (hasRadar) {
          radar.count(radar.found.contains(name));
        }
        camera.count(seen.contains(i));
        either.count(seen.contains(i) || lidar.found.contains(name));
      }
    }
  }

  private static boolean isUnsure(ImageBox claim, List<CameraView> views) {
    return views.stream()
        .anyMatch(view -> !view.counts() && view.shared(claim) > UNSURE * claim.area());
  }

  /** Adds metrics. */
  public void report(Findings findings) {
    String none = "no camera detections beside those of the lidar and tracks, or nobody in view";
    double best = Math.max(Math.max(lidar.recall(), doubtful.recall()), camera.recall());
    best = radar.objects > 0 ? Math.max(best, radar.recall()) : best;
    findings.add(share("modality.recall.lidar", lidar.recall()).because(none));
    findings.add(share("modality.recall.lidarDoubtful", doubtful.recall()).because(none));
    findings.add(share("modality.recall.camera", camera.recall()).because(none));
    findings.add(share("modality.recall.radar", radar.recall())
        .because(
            camera.objects > 0 ? "no front radar, or none that tells how it is mounted" : none));
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

  private boolean isInView(Vec2 at, TruthFrame frame) {
    Optional<ActorTruth> ego = frame.ego();
    if (ego.isEmpty() || calibration.isEmpty()) {
      return false;
    }
    Pose3 mapFromCamera = ego.get().mapFromReference().times(calibration.get().baseFromCamera());
    double[] pixel = new double[2];
    boolean isAhead = calibration
        .get()
        .project(mapFromCamera.applyInverse(new Vec3(at.x(), at.y(), mapFromCamera.z())), pixel);
    return isAhead
        && pixel[0] >= 0.0
        && pixel[0] < calibration.get().width()
        && at.distanceTo(new Vec2(mapFromCamera.x(), mapFromCamera.y())) <= CameraView.RANGE_M_MAX;
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
  private static double rangeM(CameraView view, TruthFrame frame) {
    Pose2 base = frame.ego().orElseThrow().mapFromReference().toPose2();
    return view.actor().footprint().corners().stream()
        .mapToDouble(corner -> base.applyInverse(corner).x())
        .min()
        .orElse(Double.NaN);
  }
}
