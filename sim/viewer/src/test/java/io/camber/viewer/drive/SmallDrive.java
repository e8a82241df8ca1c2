package io.camber.viewer.drive;

import io.camber.bus.Envelope;
import io.camber.bus.HealthReport;
import io.camber.bus.Origin;
import io.camber.bus.Origins;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.Topic;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Twist2;
import io.camber.geometry.Vec2;
import io.camber.messages.EnvelopeCodec;
import io.camber.messages.Topics;
import io.camber.motion.Plan;
import io.camber.motion.ProposalScore;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
import io.camber.recording.Recorder;
import io.camber.recording.RecorderConfig;
import io.camber.scene.Futures;
import io.camber.scene.MapFile;
import io.camber.scene.ObjectClass;
import io.camber.scene.PredictedPath;
import io.camber.scene.PredictedPoint;
import io.camber.scene.Track;
import io.camber.scene.TrackFuture;
import io.camber.scene.Tracks;
import io.camber.sensing.CameraCalibration;
import io.camber.sensing.CameraImage;
import io.camber.sensing.LidarCalibration;
import io.camber.sensing.LidarSweep;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import io.camber.vehicle.VehicleDescription;
import io.camber.vehicle.VehicleReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A made-up drive whose every figure is known: the ego goes along the x axis at 20 m/s from x=0; a car goes 30 m ahead of it
 * at the same speed; the lidar sees one wall, at x=100 in the map, all the time.
 */
public final class SmallDrive {
  public static final double SPEED_MPS = 20.0;
  public static final double GAP_M = 30.0;
  public static final double WALL_X = 100.0;
  public static final int TRACK = 7;
  public static final int WALL_POINTS = 40;

  private static final long MS = 1_000_000L;
  private static final Pose3 LIDAR = new Pose3(1.0, 0.0, 1.8, 0.0, 0.0, 0.0);
  private static final String ROAD = """
      <?xml version="1.0"?><OpenDRIVE><header revMajor="1" revMinor="6" name="straight"/>
      <road name="" length="400" id="1" junction="-1"><planView><geometry s="0" x="-100" y="0" hdg="0" length="400"><line/></geometry></planView>
      <lanes><laneSection s="0"><center><lane id="0" type="none" level="false"><roadMark sOffset="0" type="solid" color="white" width="0.15"/></lane></center>
      <right><lane id="-1" type="driving" level="false"><width sOffset="0" a="3.5" b="0" c="0" d="0"/>
      <roadMark sOffset="0" type="solid" color="white" width="0.15"/></lane></right></laneSection></lanes></road></OpenDRIVE>
      """;

  /** What takes the drive's messages. */
  public interface Sink {
    /** One message. */
    void accept(io.camber.bus.Schema schema, Envelope envelope, byte[] payload);
  }

  private final Sink sink;
  private final Map<String, Long> sequences = new LinkedHashMap<>();
  private final PayloadBuffer buffer = new PayloadBuffer(1 << 16);

  public SmallDrive(Sink sink) {
    this.sink = sink;
  }

  /** Writes a log of some seconds. */
  public static void write(Path file, double seconds) throws IOException {
    write(file, seconds, topic -> true);
  }

  /** Writes a log of some seconds with some of the topics. */
  public static void write(Path file, double seconds, Predicate<String> topics) throws IOException {
    try (Recorder recorder = Recorder.create(file, RecorderConfig.DEFAULT)) {
      recorder.note("camber.run", Map.of("scenario", "small <b>drive</b>"));
      SmallDrive drive = new SmallDrive((schema, envelope, payload) -> {
        if (topics.test(envelope.topic())) {
          recorder.record(schema, envelope, payload, 0, payload.length);
        }
      });
      drive.begin();
      for (long ms = 0; ms <= Math.round(seconds * 1e3); ms += 10) {
        drive.at(ms);
      }
    }
  }

  /** What is published once, at the start. */
  public void begin() {
    publish(Topics.MAP, 0, new MapFile("straight.xodr", ROAD.getBytes(StandardCharsets.UTF_8)));
    publish(Topics.VEHICLE_DESCRIPTION, 0, VehicleDescription.midSizeCar());
    publish(
        Topics.LIDAR_CALIBRATION,
        0,
        new LidarCalibration("lidar_top", LIDAR, 1, WALL_POINTS, 200.0, 100 * MS));
    Pose3 eye = new Pose3(1.5, 0.0, 1.4, 0.0, 0.0, 0.0);
    publish(
        Topics.CAMERA_CALIBRATION,
        0,
        new CameraCalibration("camera_front", eye, 160, 90, 120.0, 120.0, 80.0, 45.0, 0.0, 0.0));
    publish(
        Topics.DIAGNOSTICS,
        0,
        new HealthReport(0, "tracking", HealthReport.Level.OK, "ready", "<i>fine</i>"));
  }

  /** What is published at one time; call it every 10 ms. */
  public void at(long ms) {
    long timeNs = ms * MS;
    publish(Topics.EGO_POSE, timeNs, pose(timeNs));
    publish(Topics.ACTUATION, timeNs, new ControlCommand(timeNs, 0.01, 0.5, DriveMode.NOMINAL));
    if (ms % 50 == 0) {
      publish(Topics.VEHICLE_REPORT, timeNs, new VehicleReport(timeNs, SPEED_MPS, 0.01, 0.5, true));
      publish(Topics.TRUTH_FRAME, timeNs, truth(timeNs));
    }
    if (ms % 100 == 0) {
      publish(Topics.LIDAR_SWEEP, timeNs, sweep(timeNs));
      publish(Topics.CAMERA_IMAGE, timeNs, image(timeNs));
      publish(Topics.TRACKS, timeNs, tracks(timeNs));
      publish(Topics.FUTURES, timeNs, futures(timeNs));
      publish(Topics.PLAN, timeNs, plan(timeNs));
    }
  }

  private static double egoX(long timeNs) {
    return SPEED_MPS * timeNs * 1e-9;
  }

  private static EgoPose pose(long timeNs) {
    return new EgoPose(
        timeNs,
        new Pose3(egoX(timeNs), -1.75, 0.0, 0.0, 0.0, 0.0),
        new Twist2(SPEED_MPS, 0.0, 0.0),
        0.5,
        0.1,
        0.05,
        0.001,
        0.0,
        1.0,
        PoseStatus.TRACKING);
  }

  private static TruthFrame truth(long timeNs) {
    return new TruthFrame(
        timeNs,
        "Ego",
        true,
        List.of(
            actor("Ego", egoX(timeNs)),
            actor("<script>window.hacked=1</script>", egoX(timeNs) + GAP_M)),
        List.of());
  }

  private static ActorTruth actor(String name, double x) {
    return new ActorTruth(
        name,
        ObjectClass.CAR,
        "car",
        new Pose3(x, -1.75, 0.0, 0.0, 0.0, 0.0),
        new Size3(4.5, 1.8, 1.5),
        1.4,
        0.0,
        SPEED_MPS,
        0.0,
        0.0,
        0.0,
        ActorLights.OFF);
  }

  /** Points of the wall, one after the other while the ego goes on, each in the lidar's frame of its moment. */
  private static LidarSweep sweep(long timeNs) {
    long startNs = timeNs - 100 * MS;
    ByteBuffer points =
        ByteBuffer.allocate(WALL_POINTS * LidarSweep.POINT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < WALL_POINTS; i++) {
      int offsetNs = (int) (100 * MS * i / WALL_POINTS);
      double x = WALL_X - egoX(startNs + offsetNs) - LIDAR.x();
      LidarSweep.put(points, (float) x, i - WALL_POINTS / 2.0f, 0.4f, offsetNs, 0, 6 * i);
    }
    return new LidarSweep("lidar_top", startNs, timeNs, points.flip());
  }

  /** Left half red, right half blue. */
  private static CameraImage image(long timeNs) {
    ByteBuffer pixels = ByteBuffer.allocate(160 * 90 * 3);
    for (int i = 0; i < 160 * 90; i++) {
      boolean left = i % 160 < 80;
      pixels.put((byte) (left ? 220 : 20)).put((byte) 20).put((byte) (left ? 20 : 220));
    }
    return new CameraImage("camera_front", timeNs, 160, 90, pixels.flip());
  }

  private static Tracks tracks(long timeNs) {
    return new Tracks(
        timeNs,
        List.of(new Track(
            TRACK,
            ObjectClass.CAR,
            0.9,
            new Pose2(egoX(timeNs) + GAP_M, -1.75, 0.0),
            0.0,
            new Size3(4.5, 1.8, 1.5),
            new Vec2(SPEED_MPS, 0.0),
            0.0,
            0.0,
            0.99,
            0.1,
            0.1,
            timeNs,
            0)));
  }

  private static Futures futures(long timeNs) {
    List<PredictedPoint> points = IntStream.rangeClosed(0, 8)
        .mapToObj(i -> new PredictedPoint(
            0.5 * i, egoX(timeNs) + GAP_M + SPEED_MPS * 0.5 * i, -1.75, 0.0, SPEED_MPS, 0.1))
        .toList();
    return new Futures(
        timeNs, List.of(new TrackFuture(TRACK, List.of(new PredictedPath("keep", 1.0, points)))));
  }

  private static Plan plan(long timeNs) {
    List<TrajectoryPoint> points = IntStream.rangeClosed(0, 16)
        .mapToObj(i -> new TrajectoryPoint(
            timeNs + 250L * i * MS,
            egoX(timeNs) + SPEED_MPS * 0.25 * i,
            -1.75,
            0.0,
            0.0,
            SPEED_MPS,
            0.0))
        .toList();
    return new Plan(
        timeNs,
        new Trajectory(points),
        new Trajectory(points.subList(0, 8)),
        List.of("follow:7"),
        List.of(
            new ProposalScore("keep/1", 0.9, "ok", path(timeNs, 0.0)),
            new ProposalScore(
                "<img src=x onerror=window.hacked=1>", 0.2, "too close", path(timeNs, 3.5)),
            new ProposalScore("others:3", 0.0, "bounded below the best", List.of())));
  }

  /** From where the ego is to as far beside its lane as {@code aside} says. */
  private static List<Vec2> path(long timeNs, double aside) {
    return IntStream.rangeClosed(0, 10)
        .mapToObj(i -> new Vec2(egoX(timeNs) + 4.0 * i, -1.75 + aside * i / 10.0))
        .toList();
  }

  private <T> void publish(Topic<T> topic, long timeNs, T value) {
    long sequence = sequences.merge(topic.name(), 1L, Long::sum) - 1;
    Envelope envelope = new Envelope(
        topic.name(),
        "maker",
        sequence,
        timeNs,
        timeNs,
        Origins.of(new Origin("lidar.top", sequence, timeNs - 80 * MS)));
    buffer.clear();
    topic.codec().encode(value, buffer);
    byte[] payload = new byte[buffer.length()];
    buffer.view().get(payload);
    sink.accept(topic.codec().schema(), envelope, payload);
    Envelope of = new Envelope(EnvelopeCodec.TOPIC, "bus", 0, timeNs, timeNs, Origins.NONE);
    sink.accept(EnvelopeCodec.schema(), of, EnvelopeCodec.encode(envelope));
  }
}
