package io.camber.jury.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.evaluation.judgement.Owner;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Vec2;
import io.camber.jury.check.Alarm;
import io.camber.messages.Topics;
import io.camber.motion.Plan;
import io.camber.motion.Trajectory;
import io.camber.motion.TrajectoryPoint;
import io.camber.scene.ObjectClass;
import io.camber.scene.Track;
import io.camber.scene.Tracks;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.FaultTruth;
import io.camber.truth.FaultTruths;
import io.camber.truth.TruthFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ego drives along x at 10 m/s for six seconds; what the stack says of itself is held against that. */
final class AlarmTruthTest {
  private static final long TENTH_NS = 100_000_000L;
  private static final Size3 CAR = new Size3(4.5, 1.8, 1.5);
  private static final long NOW = 20 * TENTH_NS;

  private final TruthMemory memory = new TruthMemory();

  @Test
  void aPlanThatLeavesAFreeWayIsAMistakeAndOneThatLeavesATakenWayIsNone() {
    drive(List.of(), at -> 0.0);
    plans(0.0, 2.0);
    assertThat(judged("U12", "jump", "plan")).isEqualTo(Word.RIGHT);

    assertThat(judged("U12", "occupied", "plan")).isEqualTo(Word.WRONG);

    drive(List.of(actor("parked", 45.0, 0.0, 0.0)), at -> 0.0);
    assertThat(judged("U12", "jump", "plan")).isEqualTo(Word.WRONG);
    plans(0.0, 0.0);
    assertThat(judged("U12", "occupied", "plan")).isEqualTo(Word.RIGHT);
  }

  @Test
  void aPlanBeginsElsewhereOnlyWhenTheCarReallyIsNotThere() {
    drive(List.of(), at -> 0.0);
    plans(0.0, 0.0);
    assertThat(judged("U12", "start", "plan")).isEqualTo(Word.WRONG);

    plans(0.0, 2.0);
    assertThat(judged("U12", "start", "plan")).isEqualTo(Word.RIGHT);
  }

  @Test
  void steeringThatSwingsIsControlsUnlessThePlanSwingsOrTheWheelsDoNot() {
    LongToDoubleFunction swinging = at -> 0.04 * StrictMath.sin(2.0 * Math.PI * 1.5 * at * 1e-9);
    drive(List.of(), swinging);
    memory.add(plan(0, 0.0, at -> 0.0));
    assertThat(judged("U13", "oscillation", "steering")).isEqualTo(Word.RIGHT);
    assertThat(judged("U12", "sway", "plan")).isEqualTo(Word.WRONG);

    drive(List.of(), at -> 0.0);
    assertThat(judged("U13", "oscillation", "steering")).isEqualTo(Word.WRONG);

    drive(List.of(), swinging);
    memory.add(plan(0, 0.0, at -> swinging.applyAsDouble(at) / 2.8));
    assertThat(judged("U13", "oscillation", "steering")).isEqualTo(Word.WRONG);
    assertThat(judged("U12", "sway", "plan")).isEqualTo(Word.RIGHT);
  }

  @Test
  void aCarThatIsReallyBesideItsPlanDoesNotFollowIt() {
    drive(List.of(), at -> 0.0);
    plans(0.5, 0.5);
    assertThat(judged("U13", "tracking", "steering")).isEqualTo(Word.RIGHT);
    plans(0.1, 0.1);
    assertThat(judged("U13", "tracking", "steering")).isEqualTo(Word.WRONG);
  }

  @Test
  void aClassThatChangesIsAMistakeOfOneOfTheTwoAndASizeWithinReasonIsNone() {
    drive(List.of(actor("car", 40.0, 5.0, 0.0)), at -> 0.0);
    tracks(NOW - TENTH_NS, ObjectClass.CAR, 4.5, 0.0);
    tracks(NOW, ObjectClass.TRUCK, 4.5, 0.0);
    assertThat(judged("U5", "truck", "track 1")).isEqualTo(Word.RIGHT);

    tracks(NOW - TENTH_NS, ObjectClass.CAR, 3.5, 0.0);
    tracks(NOW, ObjectClass.CAR, 5.0, 0.0);
    assertThat(judged("U5", "car", "track 1")).isEqualTo(Word.WRONG);

    tracks(NOW, ObjectClass.CAR, 4.5, Math.PI);
    assertThat(judged("U5", "car", "track 1")).isEqualTo(Word.RIGHT);
  }

  @Test
  void silenceIsAMistakeOnlyWhenSomebodyMadeIt() {
    String sweeps = Topics.LIDAR_SWEEP.name();
    drive(List.of(), at -> 0.0);
    assertThat(judged("U14", sweeps, sweeps)).isEqualTo(Word.WRONG);

    memory.add(faults("imu", "dropout"));
    assertThat(judged("U14", sweeps, sweeps)).isEqualTo(Word.WRONG);
    memory.add(faults("lidar_top", "dropout"));
    assertThat(judged("U14", sweeps, sweeps)).isEqualTo(Word.RIGHT);
  }

  @ParameterizedTest
  @CsvSource({
    "U13, steering, lidar_top, false",
    "U9, detection at 20 m, lidar_top, true",
    "U15, lidar_top, lidar_top, true",
    "U15, lidar_top, lidar_left, false",
    "U14, /sensor/imu, lidar_top, false",
    "U14, /planning/plan, lidar_top, false",
    "U11, pose, gnss, true",
    "U4, track 3, gnss, false",
    "U12, plan, planning, true",
    "U10, track 3, plan, false",
    "U13, steering, command, true",
    "U13, steering, signals, false"
  })
  void aCheckTellsOfWhatItLooksAt(String check, String subject, String target, boolean expected) {
    Alarm alarm = new Alarm(0, check, Owner.SYSTEM, "kind", subject, 1.0, "");

    assertThat(FaultRelation.canTell(alarm, target)).isEqualTo(expected);
  }

  @Test
  void turnsAreCountedWhereTheyAreLargeEnough() {
    assertThat(MotionTruth.swings(List.of(0.0, 0.03, 0.0, 0.03, 0.0))).isEqualTo(3);
    assertThat(MotionTruth.swings(List.of(0.0, 0.005, 0.0, 0.005))).isZero();
    assertThat(MotionTruth.swings(List.of(0.0, 0.1, 0.2, 0.3))).isZero();
  }

  private Word judged(String check, String kind, String subject) {
    return new AlarmTruth(memory).of(new Alarm(NOW, check, Owner.SYSTEM, kind, subject, 1.0, ""));
  }

  private void drive(List<ActorTruth> others, LongToDoubleFunction wheelAngle) {
    for (long now = 0; now <= 60 * TENTH_NS; now += TENTH_NS / 2) {
      List<ActorTruth> actors = new ArrayList<>(others);
      actors.add(actor("ego", 10.0 * now * 1e-9, 0.0, wheelAngle.applyAsDouble(now)));
      memory.add(new TruthFrame(now, "ego", true, actors, List.of()));
    }
  }

  /** The plan of now lies so far to the left, the one before likewise. */
  private void plans(double before, double now) {
    memory.add(plan(NOW - TENTH_NS, before, at -> 0.0));
    memory.add(plan(NOW, now, at -> 0.0));
  }

  private static Plan plan(long startNs, double left, LongToDoubleFunction curvature) {
    List<TrajectoryPoint> points = new ArrayList<>();
    for (long now = startNs; now <= startNs + 40 * TENTH_NS; now += TENTH_NS) {
      points.add(new TrajectoryPoint(
          now, 10.0 * now * 1e-9, left, 0.0, curvature.applyAsDouble(now), 10.0, 0.0));
    }
    return new Plan(startNs, new Trajectory(points), Trajectory.EMPTY, List.of(), List.of());
  }

  private void tracks(long timeNs, ObjectClass objectClass, double lengthM, double yaw) {
    Track track = new Track(
        1,
        objectClass,
        0.9,
        new Pose2(40.0, 5.0, yaw),
        0.0,
        new Size3(lengthM, 1.8, 1.5),
        Vec2.ZERO,
        0.0,
        0.0,
        1.0,
        0.1,
        0.1,
        0,
        0);
    memory.add(new Tracks(timeNs, List.of(track)));
  }

  private static FaultTruths faults(String target, String kind) {
    return new FaultTruths(
        0, List.of(new FaultTruth(target, kind, "F01", 1.0, 0, Long.MAX_VALUE, 1)));
  }

  private static ActorTruth actor(String name, double x, double y, double wheelAngle) {
    return new ActorTruth(
        name,
        ObjectClass.CAR,
        "car",
        Pose3.of(new Pose2(x, y, 0.0)),
        CAR,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        wheelAngle,
        ActorLights.OFF);
  }
}
