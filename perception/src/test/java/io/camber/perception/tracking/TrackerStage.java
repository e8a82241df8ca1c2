package io.camber.perception.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.scene.Detection;
import io.camber.scene.Detections;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import java.util.List;
import java.util.Random;

/** A tracker, and what a noisy detector on a car would show it ten times a second. */
final class TrackerStage {
  static final double STEP_S = 0.1;
  static final Pose3 STILL = Pose3.IDENTITY;
  private static final Vec2 SENSOR = new Vec2(1.3, 0.0);

  private final MultiObjectTracker tracker = new MultiObjectTracker(TrackerConfig.DEFAULT);
  private final Random noise = new Random(4);

  MultiObjectTracker tracker() {
    return tracker;
  }

  Random noise() {
    return noise;
  }

  /** Begins the noise anew. */
  void seed(long seed) {
    noise.setSeed(seed);
  }

  Detection car(double x, double y, double yaw, double length, double width) {
    return detection(
        ObjectClass.CAR,
        x + 0.05 * noise.nextGaussian(),
        y + 0.05 * noise.nextGaussian(),
        yaw + 0.02 * noise.nextGaussian(),
        length,
        width,
        1.5,
        60);
  }

  Detection person(double x, double y) {
    return detection(
        ObjectClass.PEDESTRIAN,
        x + 0.05 * noise.nextGaussian(),
        y + 0.05 * noise.nextGaussian(),
        noise.nextDouble(),
        0.5,
        0.5,
        1.75,
        30);
  }

  /** A parked car as the detector sees it: end only, then end and side, then side, sizes jumping with what is visible. */
  Detection seen(Pose3 ego, double x, double y, double std) {
    double dx = x - ego.x() - SENSOR.x();
    boolean isBeside = Math.abs(dx) < 2.2;
    double length = Math.abs(dx) > 25.0 ? 4.5 : isBeside ? 4.1 : 4.4;
    double shift = isBeside ? 0.0 : Math.signum(dx) * 0.5 * (length - 4.4);
    double width = isBeside ? 1.85 : 1.75;
    double across = -0.5 * (width - 1.8);
    return detection(
        ObjectClass.CAR,
        x - ego.x() + shift + std * noise.nextGaussian(),
        y + across + std * noise.nextGaussian(),
        0.02 * noise.nextGaussian(),
        length,
        width,
        1.5,
        80);
  }

  static Detection detection(
      ObjectClass objectClass,
      double x,
      double y,
      double yaw,
      double length,
      double width,
      double height,
      int points) {
    return new Detection(
        objectClass,
        new Pose2(x, y, yaw),
        0.0,
        new Size3(length, width, height),
        0.85,
        0.75,
        points,
        0L);
  }

  static Detection aged(Detection seen, double ageS) {
    return new Detection(
        seen.objectClass(),
        seen.center(),
        seen.bottomZ(),
        seen.size(),
        seen.score(),
        seen.classConfidence(),
        seen.pointCount(),
        Math.round(ageS * 1e9));
  }

  Tracks update(int step, Pose3 ego, Detection detection) {
    return update(step, ego, List.of(detection));
  }

  Tracks update(int step, Pose3 ego, List<Detection> detections) {
    return tracker.update(
        new Detections(step * 100_000_000L, "lidar_top", detections), ego, SENSOR);
  }

  static Tracks empty() {
    return new Tracks(0L, List.of());
  }

  static Track only(Tracks tracks) {
    assertThat(tracks.tracks()).hasSize(1);
    return tracks.tracks().get(0);
  }

  static Track trackAt(Tracks tracks, double x, double y) {
    return tracks.tracks().stream()
        .filter(track -> Math.hypot(track.center().x() - x, track.center().y() - y) < 0.8)
        .findFirst()
        .orElseThrow();
  }
}
