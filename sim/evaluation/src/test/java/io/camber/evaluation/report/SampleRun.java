package io.camber.evaluation.report;

import io.camber.bus.Envelope;
import io.camber.bus.Origin;
import io.camber.bus.Origins;
import io.camber.evaluation.Jury;
import io.camber.evaluation.JuryConfig;
import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Judgement;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Twist2;
import io.camber.geometry.Vec2;
import io.camber.map.RoadMap;
import io.camber.messages.Topics;
import io.camber.motion.Mission;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.sensing.CameraImage;
import io.camber.truth.ActorTruth;
import io.camber.truth.ScenarioEvent;
import io.camber.truth.TruthFrame;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import io.camber.vehicle.VehicleDescription;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.TreeMap;

/** A drive with something of everything: following, a walker, a crash at the end. */
final class SampleRun {
  private static final String LIDAR = Topics.LIDAR_SWEEP.name();
  private static final int STEPS = 1500;

  private final RoadMap map = TestDrive.road();
  private final Jury jury = new Jury(
      map,
      VehicleDescription.midSizeCar(),
      new Mission(0, List.of(new Pose2(350.0, TestDrive.LANE_Y, 0.0)), 15.0),
      JuryConfig.DEFAULT);
  private final DriveAlbum album = new DriveAlbum();

  JudgedRun drive() {
    jury.onEvent(new ScenarioEvent(0, "started", "Story/Act", "<cut-in> & more"));
    double x = 20.0;
    double speed = 10.0;
    for (int i = 0; i < STEPS; i++) {
      double time = i * 0.01;
      double accel = time < 4.0 ? 1.2 : time < 9.0 ? -0.8 * StrictMath.sin(time) : 0.3;
      x += speed * 0.01;
      speed += accel * 0.01;
      step(i, x, speed, accel);
    }
    Judgement judgement = jury.finish(STEPS * TestDrive.STEP_NS);
    TreeMap<String, String> versions = new TreeMap<>();
    versions.put("camber", "0.1.0");
    versions.put("java", "17.0.15");
    RunFacts facts = new RunFacts(
        "scenarios/pedestrian & \"parked\" cars.xosc",
        7,
        15.0,
        12.5,
        "3f9a0c",
        versions,
        "./camber run 'scenarios/pedestrian & \"parked\" cars.xosc' --seed 7",
        true);
    return new JudgedRun(facts, judgement);
  }

  String html() {
    JudgedRun run = drive();
    return new HtmlReport(
            run.facts(), run.judgement(), map, album, jury.latency(), jury.detectionCurves())
        .toHtml();
  }

  private void step(int i, double x, double speed, double accel) {
    long timeNs = i * TestDrive.STEP_NS;
    double y = TestDrive.LANE_Y + 0.2 * StrictMath.sin(i * 0.01);
    ActorTruth ego = TestDrive.car(new Pose2(x, y, 0.02), speed, accel);
    ActorTruth lead = TestDrive.car("lead", 70 + 0.085 * i, TestDrive.LANE_Y, 0.0, 8.5);
    ActorTruth walker = TestDrive.actor(
        "walker", ObjectClass.PEDESTRIAN, 120, -9 + 0.012 * i, Math.PI / 2, 1.2, 0.0);
    TruthFrame frame = TestDrive.frame(timeNs, SignalColor.GREEN, ego, lead, walker);
    jury.onTruth(frame);
    album.onTruth(frame);
    jury.onMessage(
        envelope(Topics.EGO_POSE.name(), timeNs, Origins.NONE),
        new EgoPose(
            timeNs,
            Pose3.of(new Pose2(x + 0.05, y - 0.03, 0.021)),
            new Twist2(speed + 0.02, 0, 0),
            accel,
            0.1,
            0.1,
            0.01,
            0,
            1,
            PoseStatus.TRACKING));
    Origins origins = Origins.of(new Origin(LIDAR, i / 10, i / 10 * 100_000_000L));
    if (i % 10 == 0) {
      jury.onMessage(envelope(LIDAR, timeNs + 10_000_000L, origins), "sweep");
      jury.onMessage(
          envelope(Topics.DETECTIONS.name(), timeNs + 35_000_000L, origins), "detections");
      jury.onMessage(
          envelope(Topics.TRACKS.name(), timeNs + 40_000_000L, origins), tracks(timeNs, lead));
      jury.onMessage(envelope(Topics.PLAN.name(), timeNs + 80_000_000L, origins), "plan");
      album.onImage(image(timeNs));
    }
    jury.onMessage(
        envelope(Topics.ACTUATION.name(), timeNs + 90_000_000L, origins),
        new ControlCommand(timeNs, 0.0, accel, DriveMode.NOMINAL));
  }

  private static Tracks tracks(long timeNs, ActorTruth lead) {
    Pose2 center = lead.footprint().center();
    Track track = new Track(
        1,
        ObjectClass.CAR,
        0.9,
        new Pose2(center.x() + 0.3, center.y() - 0.4, 0.0),
        0.0,
        new Size3(4.5, 1.8, 1.5),
        new Vec2(8.2, 0.0),
        0.0,
        0.0,
        1.0,
        0.2,
        0.3,
        1_000_000_000L,
        0);
    return new Tracks(timeNs, List.of(track));
  }

  private static CameraImage image(long timeNs) {
    int width = 320;
    int height = 180;
    byte[] pixels = new byte[width * height * 3];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int at = (row * width + column) * 3;
        boolean sky = row < height / 2;
        pixels[at] = (byte) (sky ? 120 : 90);
        pixels[at + 1] = (byte) (sky ? 170 : 90);
        pixels[at + 2] = (byte) (sky ? 230 - row : 90 + column / 8);
      }
    }
    return new CameraImage("camera_front", timeNs, width, height, ByteBuffer.wrap(pixels));
  }

  private static Envelope envelope(String topic, long timeNs, Origins origins) {
    return new Envelope(topic, "node", 0, timeNs, timeNs, origins);
  }
}
