package io.camber.evaluation;

import io.camber.bus.Envelope;
import io.camber.bus.HealthReport;
import io.camber.evaluation.accuracy.DetectionMeasure;
import io.camber.evaluation.accuracy.ForecastMeasure;
import io.camber.evaluation.accuracy.KinematicsMeasure;
import io.camber.evaluation.accuracy.LocalizationMeasure;
import io.camber.evaluation.accuracy.PerceptionMeasure;
import io.camber.evaluation.accuracy.PoseComparison;
import io.camber.evaluation.accuracy.PoseQualityMeasure;
import io.camber.evaluation.accuracy.SaturationMeasure;
import io.camber.evaluation.accuracy.SignalMeasure;
import io.camber.evaluation.accuracy.SignalRangeMeasure;
import io.camber.evaluation.accuracy.SignalTiming;
import io.camber.evaluation.accuracy.SteeringMeasure;
import io.camber.evaluation.accuracy.TrackBenchmarkMeasure;
import io.camber.evaluation.accuracy.TrackQualityMeasure;
import io.camber.evaluation.accuracy.TrackScoreMeasure;
import io.camber.evaluation.accuracy.TrackSilence;
import io.camber.evaluation.accuracy.TrackedWorld;
import io.camber.evaluation.accuracy.TrackingMeasure;
import io.camber.evaluation.accuracy.TruthHistory;
import io.camber.evaluation.comfort.ComfortMeasure;
import io.camber.evaluation.ground.GroundMeasure;
import io.camber.evaluation.image.ImageDetectionMeasure;
import io.camber.evaluation.image.ModalityMeasure;
import io.camber.evaluation.intervention.InterventionMeasure;
import io.camber.evaluation.intervention.NodeFailureMeasure;
import io.camber.evaluation.intervention.SafeDistanceMeasure;
import io.camber.evaluation.intervention.SystemWatch;
import io.camber.evaluation.intervention.TakeOverRule;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Judgement;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.latency.LatencyMeasure;
import io.camber.evaluation.plan.PlanMeasure;
import io.camber.evaluation.pose.InnovationMeasure;
import io.camber.evaluation.pose.OutageMeasure;
import io.camber.evaluation.radar.RadarMeasure;
import io.camber.evaluation.reference.ReferenceProgress;
import io.camber.evaluation.responsibility.Relevance;
import io.camber.evaluation.responsibility.ResponsibilityMeasure;
import io.camber.evaluation.rule.DirectionMeasure;
import io.camber.evaluation.rule.DrivableAreaMeasure;
import io.camber.evaluation.rule.ProgressMeasure;
import io.camber.evaluation.rule.RedLightMeasure;
import io.camber.evaluation.rule.SpeedLimitMeasure;
import io.camber.evaluation.rule.StopSignMeasure;
import io.camber.evaluation.rule.StuckMeasure;
import io.camber.evaluation.safety.CollisionMeasure;
import io.camber.evaluation.safety.EncroachmentMeasure;
import io.camber.evaluation.safety.HeadwayMeasure;
import io.camber.evaluation.safety.PlannedTtcMeasure;
import io.camber.evaluation.safety.SurroundingsMeasure;
import io.camber.evaluation.safety.TtcMeasure;
import io.camber.evaluation.score.CommonRoadMeasure;
import io.camber.evaluation.score.CompositeScores;
import io.camber.evaluation.score.DrivingScore;
import io.camber.evaluation.situation.Measure;
import io.camber.evaluation.situation.MissionRoute;
import io.camber.evaluation.situation.Situation;
import io.camber.evaluation.situation.SituationModel;
import io.camber.map.RoadMap;
import io.camber.messages.Topics;
import io.camber.motion.Mission;
import io.camber.motion.Plan;
import io.camber.motion.Route;
import io.camber.pose.EgoPose;
import io.camber.scene.Detections;
import io.camber.scene.FreeSpace;
import io.camber.scene.Futures;
import io.camber.scene.GroundPoints;
import io.camber.scene.ImageDetections;
import io.camber.scene.SignalStates;
import io.camber.scene.Tracks;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.GnssFix;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.sensing.RadarCalibration;
import io.camber.sensing.RadarReturns;
import io.camber.truth.ActorTruth;
import io.camber.truth.CameraLayers;
import io.camber.truth.FaultTruths;
import io.camber.truth.LidarLabels;
import io.camber.truth.ScenarioEvent;
import io.camber.truth.TruthFrame;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.VehicleDescription;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Watches one drive and judges it. Feed it truth, scenario events and the stack's messages in the order of the run, then ask
 * once. Only what happens while the stack drives counts. Owned by one thread.
 */
public final class Jury {
  private static final String OTHER_LABELS = Topics.TRUTH_PREFIX + "lidar/";

  private final JuryConfig config;
  private final SituationModel situations;
  private final TruthHistory truth = new TruthHistory();
  private final TimeSeries series = new TimeSeries();
  private final Findings findings = new Findings();

  private final CollisionMeasure collisions;
  private final RedLightMeasure redLights;
  private final LocalizationMeasure localization = new LocalizationMeasure();
  private final Relevance relevance = new Relevance();
  private final PerceptionMeasure perception = new PerceptionMeasure(relevance);
  private final SignalMeasure signals = new SignalMeasure();
  private final TrackingMeasure tracking = new TrackingMeasure();
  private final DetectionMeasure detection = new DetectionMeasure(relevance);
  private final ImageDetectionMeasure images = new ImageDetectionMeasure();
  private final ModalityMeasure modalities = new ModalityMeasure();
  private final GroundMeasure ground = new GroundMeasure();
  private final RadarMeasure radars = new RadarMeasure();
  private final TrackQualityMeasure tracks = new TrackQualityMeasure();
  private final TrackScoreMeasure trackScore = new TrackScoreMeasure();
  private final TrackBenchmarkMeasure trackBenchmark = new TrackBenchmarkMeasure();
  private final KinematicsMeasure kinematics = new KinematicsMeasure();
  private final TrackSilence trackSilence = new TrackSilence();
  private final ForecastMeasure forecasts;
  private final PoseQualityMeasure poseQuality = new PoseQualityMeasure();
  private final InnovationMeasure innovations = new InnovationMeasure();
  private final OutageMeasure outages = new OutageMeasure();
  private final SignalTiming signalTiming = new SignalTiming();
  private final SteeringMeasure steering = new SteeringMeasure();
  private final SaturationMeasure saturation;
  private final PlanMeasure plans = new PlanMeasure();
  private final SystemWatch system = new SystemWatch();
  private final NodeFailureMeasure nodeFailures = new NodeFailureMeasure();
  private final LatencyMeasure latency;
  private final ComfortMeasure comfort;
  private final SignalRangeMeasure signalRange = new SignalRangeMeasure();
  private final PlannedTtcMeasure plannedTtc;
  private final MissionRoute route;
  private final ReferenceProgress reference;
  private final List<Measure> measures;

  private final Engagement engagement = new Engagement();
  private long nextSampleNs = Long.MIN_VALUE;

  public Jury(RoadMap map, VehicleDescription ego, Mission mission, JuryConfig config) {
    this.collisions = new CollisionMeasure(ego.massKg());
    this.situations = new SituationModel(map);
    this.forecasts = new ForecastMeasure(map, situations::outsideM);
    this.plannedTtc = new PlannedTtcMeasure(collisions, forecasts::actorOf);
    this.config = config;
    this.latency = new LatencyMeasure(LatencyMeasure.STACK, config.computeNs());
    this.saturation = new SaturationMeasure(ego);
    this.redLights = new RedLightMeasure(map);
    this.comfort = new ComfortMeasure(config.sampleNs() * 1e-9);
    this.route = new MissionRoute(map, mission);
    ProgressMeasure progress = new ProgressMeasure(mission, route);
    DirectionMeasure direction = new DirectionMeasure();
    this.reference = new ReferenceProgress(map, mission, route);
    this.measures = List.of(
        new TtcMeasure(collisions),
        plannedTtc,
        signalRange,
        new HeadwayMeasure(collisions.touched(), ego.decelMps2Max()),
        new SafeDistanceMeasure(collisions.touched()),
        new ResponsibilityMeasure(map, collisions.touched()),
        relevance,
        new EncroachmentMeasure(),
        new SurroundingsMeasure(),
        new DrivableAreaMeasure(),
        direction,
        new SpeedLimitMeasure(),
        redLights,
        new StopSignMeasure(map),
        progress,
        reference,
        new InterventionMeasure(collisions, redLights, direction, system),
        new StuckMeasure(progress::hasArrived, config.progressRequired()),
        comfort,
        new CommonRoadMeasure(collisions.touched()),
        tracking,
        plans,
        outages,
        latency);
  }

  /** Takes in the world at one step. */
  public void onTruth(TruthFrame frame) {
    truth.add(frame);
    forecasts.update(frame);
    signalTiming.update(frame);
    engagement.update(frame);
    trackSilence.update(frame, truth, this::judge);
    detection.update(frame, truth);
    Optional<ActorTruth> ego = frame.ego();
    if (!frame.egoEngaged() || ego.isEmpty()) {
      return;
    }
    collisions.update(frame, ego.get(), () -> situations.of(frame).orElseThrow());
    redLights.update(frame, ego.get());
    if (frame.timeNs() >= nextSampleNs) {
      nextSampleNs = nextSampleNs == Long.MIN_VALUE ? frame.timeNs() : nextSampleNs;
      nextSampleNs += config.sampleNs();
      situations.of(frame).ifPresent(this::sample);
    }
  }

  /** Takes in what the storyboard did. */
  public void onEvent(ScenarioEvent event) {
    findings.add(new KeyEvent(
        event.timeNs(),
        KeyEvent.Severity.INFO,
        "scenario",
        event.kind() + " " + event.element() + (event.detail().isEmpty() ? "" : ": ")
            + event.detail()));
  }

  /** Takes in a message of the stack or of a sensor; types the jury does not know only count for latency. */
  public void onMessage(Envelope envelope, Object value) {
    latency.note(envelope);
    if (value instanceof EgoPose pose) {
      onPose(pose);
    } else if (value instanceof Tracks tracks) {
      onTracks(tracks);
    } else if (value instanceof Detections detections) {
      if (engagement.covers(detections.timeNs())) {
        detection.update(detections, envelope.publishTimeNs(), truth);
        modalities.update(detections, truth);
      }
    } else if (value instanceof ImageDetections detections) {
      if (engagement.covers(detections.timeNs())) {
        images.update(detections);
        modalities.update(detections, truth);
      }
    } else if (value instanceof CameraLayers layers) {
      if (engagement.covers(layers.timeNs())) {
        images.update(layers);
      }
    } else if (value instanceof CameraCalibration camera
        && envelope.topic().equals(Topics.CAMERA_CALIBRATION.name())) {
      images.update(camera);
      modalities.update(camera);
    } else if (value instanceof RadarCalibration radar
        && envelope.topic().equals(Topics.RADAR_CALIBRATION.name())) {
      radars.update(radar);
    } else if (value instanceof RadarReturns returns
        && envelope.topic().equals(Topics.RADAR_RETURNS.name())) {
      if (engagement.covers(returns.timeNs())) {
        radars
            .update(returns, truth)
            .ifPresent(heard -> modalities.update(returns.timeNs(), heard));
      }
    } else if (value instanceof Futures futures) {
      if (engagement.covers(futures.timeNs())) {
        forecasts.update(futures, truth);
        plannedTtc.update(futures);
      }
    } else if (value instanceof SignalStates states) {
      if (engagement.covers(states.timeNs())) {
        signals.update(states, truth);
        signalRange.update(states);
        signalTiming.update(states, envelope.publishTimeNs());
      }
    } else if (value instanceof GnssFix fix) {
      outages.update(fix);
    } else if (value instanceof HealthReport report) {
      nodeFailures.update(report);
    } else if (value instanceof Route route) {
      situations.route(route);
    } else if (value instanceof Plan plan) {
      tracking.update(plan);
      plans.update(plan);
      plannedTtc.update(plan);
    } else if (value instanceof ControlCommand command
        && envelope.topic().equals(Topics.ACTUATION.name())) {
      system.actuated(command, envelope.publishTimeNs());
      if (engagement.isEngaged()) {
        steering.update(command);
        saturation.update(command);
        latency.actuated(envelope);
      }
    } else {
      onGround(envelope, value);
    }
  }

  private void onPose(EgoPose pose) {
    Optional<PoseComparison> judged = PoseComparison.of(pose, truth);
    system.localized(
        pose.timeNs(), pose.mapFromBase().toPose2(), judged.map(PoseComparison::error));
    if (judged.isPresent() && engagement.covers(pose.timeNs())) {
      localization.update(judged.get());
      poseQuality.update(pose, truth, judged.get().error());
      innovations.update(pose);
      outages.update(judged.get());
    }
  }

  private void onTracks(Tracks newest) {
    boolean covered = engagement.covers(newest.timeNs());
    boolean heard = trackSilence.isHeard(newest);
    if (covered && heard) {
      TrackedWorld.of(newest, truth).ifPresent(this::judge);
    }
    if (covered) {
      modalities.update(newest, truth);
    }
  }

  private void judge(TrackedWorld world) {
    perception.update(world);
    tracks.update(world);
    trackScore.update(world);
    trackBenchmark.update(world);
    kinematics.update(world);
    forecasts.update(world);
  }

  private void onGround(Envelope envelope, Object value) {
    if (value instanceof LidarSweep sweep && envelope.topic().equals(Topics.LIDAR_SWEEP.name())) {
      ground.update(sweep, truth);
    } else if (value instanceof LidarCalibration lidar
        && envelope.topic().equals(Topics.LIDAR_CALIBRATION.name())) {
      ground.update(lidar);
    } else if (value instanceof LidarLabels labels
        && envelope.topic().equals(Topics.TRUTH_LIDAR_LABELS.name())) {
      ground.update(labels, truth);
    } else if (envelope.topic().startsWith(OTHER_LABELS)) {
      ground.updateOther();
    } else if (value instanceof FaultTruths faults) {
      ground.update(faults);
    } else if (value instanceof GroundPoints points) {
      ground.update(points);
    } else if (value instanceof FreeSpace space) {
      ground.update(space, truth);
    }
  }

  /** The latency split, for the report. */
  public LatencyMeasure latency() {
    return latency;
  }

  /** Precision over recall of detections by class, for the report. */
  public SortedMap<String, double[]> detectionCurves() {
    return detection.curves();
  }

  /** Judges what was seen until {@code endTimeNs}. Called once. */
  public Judgement finish(long endTimeNs) {
    collisions.report(findings);
    measures.forEach(measure -> measure.report(findings));
    localization.report(findings);
    poseQuality.report(findings);
    innovations.report(findings);
    detection.report(findings);
    images.report(findings);
    modalities.report(findings);
    ground.report(findings);
    radars.report(findings);
    perception.report(findings);
    tracks.report(findings);
    trackScore.report(findings);
    trackBenchmark.report(findings);
    kinematics.report(findings);
    forecasts.report(findings);
    signals.report(findings);
    signalTiming.report(findings);
    steering.report(findings);
    saturation.report(findings);
    nodeFailures.report(findings);
    engagement.report(findings, endTimeNs);
    CompositeScores.report(findings);
    DrivingScore.report(findings, collisions.atFaultClasses());
    DrivingScore.reportPassedWay(findings, reference::travelledM);
    putJerk();
    SpeedStrata.report(findings, series);
    TakeOverRule.report(findings, series);
    return Verdict.of(findings, series, engagement, system.hasCommand());
  }

  private void sample(Situation situation) {
    series.beginRow(situation.timeNs());
    series.put("x", situation.rearAxle().x());
    series.put("y", situation.rearAxle().y());
    series.put("yaw", situation.rearAxle().yaw());
    series.put("speed", situation.speedMps());
    localization.latest().ifPresent(error -> {
      series.put("poseErrorLateral", error.lateralM());
      series.put("poseErrorLongitudinal", error.longitudinalM());
    });
    ground.put(series);
    kinematics.put(series);
    route.update(situation);
    measures.forEach(measure -> measure.update(situation, series));
  }

  private void putJerk() {
    double[] jerk = comfort.jerkMps3();
    if (jerk.length == series.size()) {
      series.fill("jerk", jerk);
    }
  }
}
