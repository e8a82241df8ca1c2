package io.camber.perception.lidar;

import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Twist2;
import io.camber.geometry.Vec2;
import io.camber.perception.RoadContext;
import io.camber.scene.Detections;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Objects in one lidar sweep, by geometry alone: compensate motion, find the ground, keep what the map calls relevant, cluster,
 * fit rectangles, classify, complete hidden sides, merge fragments. Keeps scratch memory but no state between sweeps; one
 * instance serves one thread.
 */
public final class LidarDetector {
  /** Of a cluster that nothing hides the top of. */
  private static final double ALL_SEEN = 0.0;

  private final LidarDetectorConfig config;
  private final PointCloud cloud = new PointCloud();
  private final SweepCompensator compensator = new SweepCompensator();
  private final GroundSegmenter ground;
  private final GroundReport report;
  private final BevClusterer clusterer;
  private final RangeHorizon horizon = new RangeHorizon();
  private final Curtain curtain = new Curtain();
  private final Contour contour = new Contour();
  private final RectangleFit fit = new RectangleFit();
  private final ClusterClassifier classifier = new ClusterClassifier();

  public LidarDetector(LidarDetectorConfig config) {
    this.config = config;
    this.ground = new GroundSegmenter(config.rangeM());
    this.report = new GroundReport(config.rangeM());
    this.clusterer = new BevClusterer(config.rangeM());
  }

  /**
   * Detections in {@code base_link} at the end of the sweep.
   *
   * @param twist ego motion during the sweep; zero when unknown
   * @param mapFromBase pose at the end of the sweep; ignored when {@code road} knows nothing
   */
  public LidarDetections detect(
      LidarSweep sweep,
      LidarCalibration calibration,
      Twist2 twist,
      EgoBody body,
      Pose2 mapFromBase,
      RoadContext road) {
    Pose3 mounting = calibration.baseFromLidar();
    int broken = compensator.fill(sweep, mounting, twist, body, config.rangeM(), cloud);
    ground.measureHeights(cloud);
    GroundReport.Answer told = report.of(cloud, sweep, mounting);
    ObstaclePoints.keep(cloud, mapFromBase, road);
    clusterer.cluster(cloud);
    horizon.scan(cloud, mounting.x(), mounting.y());
    curtain.hang(cloud, horizon, mounting.z());
    Function<Cluster, Candidate> measure = cluster -> measure(cluster, mapFromBase, road, ALL_SEEN);
    Function<Cluster, Candidate> measureBelowTop =
        cluster -> measure(cluster, mapFromBase, road, Double.POSITIVE_INFINITY);
    List<Candidate> candidates = new ArrayList<>();
    for (int k = 0; k < clusterer.count; k++) {
      int from = clusterer.start[k];
      int to = clusterer.start[k + 1];
      double range =
          horizon.range(cloud.x[clusterer.member[from]], cloud.y[clusterer.member[from]]);
      if (CandidateFilter.hasEnoughPoints(to - from, range)) {
        Cluster cluster = Cluster.of(cloud, clusterer.member, from, to);
        candidates.add(measure.apply(cluster));
      }
    }
    List<Candidate> whole =
        FragmentMerger.merge(FragmentMerger.assembleCars(candidates, measure), measure);
    SweepField field = new SweepField(sweep);
    CandidateReport said =
        new CandidateReport(curtain, measure, measureBelowTop, road.isMapped(), field);
    for (Candidate claimed : whole) {
      boolean isCredible = road.isMapped() || WildClaims.isCredible(claimed, cloud, field);
      said.add(isCredible ? claimed : claimed.withoutClass());
    }
    Detections detections = new Detections(sweep.timeNs(), sweep.sensorId(), said.detections());
    return new LidarDetections(
        detections, told.points(), told.space(), broken, cloud.size, clusterer.count);
  }

  private Candidate measure(
      Cluster cluster, Pose2 mapFromBase, RoadContext road, double hiddenTopM) {
    Vec2 place = mapFromBase.apply(new Vec2(cluster.centroidX, cluster.centroidY));
    OptionalDouble inMap = road.laneYaw(place.x(), place.y());
    OptionalDouble laneYaw = inMap.isPresent()
        ? OptionalDouble.of(inMap.getAsDouble() - mapFromBase.yaw())
        : OptionalDouble.empty();
    contour.trace(cluster, horizon);
    Rectangle box = Rectangle.around(cluster, fit.direction(contour, laneYaw));
    Visibility seen = Visibility.of(box, contour, horizon.sensorX(), horizon.sensorY());
    double range = horizon.range(cluster.centroidX, cluster.centroidY);
    ClassGuess guess = classifier.classify(cluster, box, seen, contour, range, hiddenTopM, laneYaw);
    Rectangle whole = BoxCompletion.complete(box, seen, guess);
    double length = guess.lengthAlongU() ? whole.uLengthM() : whole.vLengthM();
    double width = guess.lengthAlongU() ? whole.vLengthM() : whole.uLengthM();
    Size3 size = new Size3(
        Math.max(Candidate.EXTENT_M_MIN, length),
        Math.max(Candidate.EXTENT_M_MIN, width),
        guess.typical().heightM());
    return new Candidate(
        cluster,
        guess,
        BoxCompletion.pose(whole, guess, laneYaw.orElse(0.0)),
        size,
        seen.isHidden(),
        contour.roughnessM,
        BoxCompletion.asCar(cluster, box, seen, guess));
  }
}
