package io.camber.evaluation.accuracy;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.Owner;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.geometry.Angles;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.scene.Track;
import io.camber.truth.ActorTruth;

/**
 * How tracks of actors within 50 m tell motion and size, apart by whether they are new, less than a second old, or settled: means of
 * the size of the error. And how late they tell speed.
 */
public final class KinematicsMeasure {
  private static final long NEW_NS = 1_000_000_000L;
  private static final String NONE = "no track of this age was of an actor within 50 m";
  private static final String NO_LAG =
      "no actor was tracked for 5 s on end while its speed changed unevenly";

  private final Errors fresh = new Errors();
  private final Errors settled = new Errors();
  private final SpeedLag lag = new SpeedLag();
  private double latestMps = Double.NaN;

  private static final class Errors {
    private int count;
    private double velocityMps;
    private double yaw;
    private double yawRateRadps;
    private double accelMps2;
    private double scale;

    void add(ActorTruth actor, Track track) {
      count++;
      velocityMps += actor.velocityMps().distanceTo(track.velocityMps());
      yaw += Math.abs(Angles.difference(
          track.center().yaw(), actor.mapFromReference().toPose2().yaw()));
      yawRateRadps += Math.abs(track.yawRateRadps() - actor.yawRateRadps());
      accelMps2 += Math.abs(track.accelMps2() - along(actor));
      scale += 1.0 - overlap(actor.size(), track.size());
    }

    /** Acceleration along the course: who goes backwards and brakes accelerates along the body. */
    private static double along(ActorTruth actor) {
      return actor.speedMps() < 0.0 ? -actor.accelMps2() : actor.accelMps2();
    }

    private static double overlap(Size3 a, Size3 b) {
      double shared = Math.min(a.lengthM(), b.lengthM())
          * Math.min(a.widthM(), b.widthM())
          * Math.min(a.heightM(), b.heightM());
      double union =
          a.lengthM() * a.widthM() * a.heightM() + b.lengthM() * b.widthM() * b.heightM() - shared;
      return union > 0.0 ? shared / union : 0.0;
    }

    void report(Findings findings, String age) {
      add(findings, "kinematics.velocity." + age, velocityMps, "m/s");
      add(findings, "kinematics.yaw." + age, yaw, "rad");
      add(findings, "kinematics.yawRate." + age, yawRateRadps, "rad/s");
      add(findings, "kinematics.accel." + age, accelMps2, "m/s2");
      add(findings, "kinematics.scale." + age, scale, "1");
    }

    private void add(Findings findings, String name, double sum, String unit) {
      double mean = count == 0 ? Double.NaN : sum / count;
      findings.add(
          Metric.free(name, mean, unit, Owner.PERCEPTION, Metric.Better.LOWER).because(NONE));
    }
  }

  /** Takes in one message; ignored without an ego. */
  public void update(TrackedWorld world) {
    world.eye().ifPresent(eye -> update(world, eye));
  }

  private void update(TrackedWorld world, Vec2 eye) {
    double sum = 0.0;
    int pairs = 0;
    for (int i = 0; i < world.actors().size(); i++) {
      int at = world.trackOf(i);
      if (at != ActorMatching.NONE
          && world.box(i).center().position().distanceTo(eye) <= RangeBand.RANGE_M_MAX) {
        ActorTruth actor = world.actors().get(i);
        Track track = world.tracks().tracks().get(at);
        (track.ageNs() < NEW_NS ? fresh : settled).add(actor, track);
        lag.add(
            actor.name(),
            track.id(),
            world.tracks().timeNs(),
            Math.abs(actor.speedMps()),
            track.speedMps());
        sum += actor.velocityMps().distanceTo(track.velocityMps());
        pairs++;
      }
    }
    latestMps = pairs == 0 ? Double.NaN : sum / pairs;
  }

  /** Puts the mean error of velocity of the newest message. */
  public void put(TimeSeries series) {
    if (!Double.isNaN(latestMps)) {
      series.put("trackVelocityError", latestMps);
    }
  }

  /** Adds metrics. */
  public void report(Findings findings) {
    fresh.report(findings, "new");
    settled.report(findings, "settled");
    findings.add(Metric.free(
            "kinematics.velocityLag", lag.delayS(), "s", Owner.PERCEPTION, Metric.Better.LOWER)
        .because(NO_LAG));
  }
}
