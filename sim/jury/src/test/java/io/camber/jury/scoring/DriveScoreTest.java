package io.camber.jury.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.Envelope;
import io.camber.bus.Origins;
import io.camber.evaluation.judgement.Owner;
import io.camber.geometry.Pose2;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.geometry.Twist2;
import io.camber.geometry.Vec2;
import io.camber.jury.ticket.Scan;
import io.camber.messages.Topics;
import io.camber.pose.EgoPose;
import io.camber.pose.PoseStatus;
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
import java.util.Optional;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** A drive of five seconds in which the ego stands at the origin; the same alarm is right or wrong by what really is there. */
final class DriveScoreTest {
  private static final long TENTH_NS = 100_000_000L;
  private static final Size3 CAR = new Size3(4.5, 1.8, 1.5);
  private static final Size3 LIMOUSINE = new Size3(8.0, 1.9, 1.5);
  private static final List<FaultTruth> NO_FAULTS = List.of();

  @Test
  void aCarTooLongIsAMistakeUnlessThereIsSuchACar() {
    Track seen = track(1, LIMOUSINE, 20.0, 0.0);

    DriveScore mistaken =
        drive(now -> List.of(seen), now -> List.of(actor("car", CAR, 20.0, 0.0)), NO_FAULTS);
    DriveScore real =
        drive(now -> List.of(seen), now -> List.of(actor("car", LIMOUSINE, 20.0, 0.0)), NO_FAULTS);
    DriveScore ghost = drive(now -> List.of(seen), now -> List.of(), NO_FAULTS);

    assertThat(words(mistaken)).containsExactly("U1 RIGHT");
    assertThat(words(real)).containsExactly("U1 WRONG");
    assertThat(words(ghost)).containsExactly("U1 RIGHT");
  }

  @Test
  void whoAppearsFromBehindAnotherIsNoMistakeAndWhoStoodInSightIs() {
    LongFunction<List<Track>> found =
        now -> now < 30 * TENTH_NS ? List.of() : List.of(track(2, CAR, 20.0, 0.0));
    ActorTruth late = actor("late", CAR, 20.0, 0.0);

    DriveScore open = drive(found, now -> List.of(late), NO_FAULTS);
    DriveScore hidden = drive(found, now -> List.of(late, actor("van", CAR, 10.0, 0.0)), NO_FAULTS);
    DriveScore fresh =
        drive(found, now -> now < 28 * TENTH_NS ? List.of() : List.of(late), NO_FAULTS);

    assertThat(words(open)).containsExactly("U4 RIGHT");
    assertThat(words(hidden)).containsExactly("U4 WRONG");
    assertThat(words(fresh)).containsExactly("U4 WRONG");
  }

  @Test
  void aFaultIsFoundByWhatIsSeenWhileItIsThere() {
    Track seen = track(1, LIMOUSINE, 20.0, 0.0);
    LongFunction<List<Track>> late = now -> now < 30 * TENTH_NS ? List.of() : List.of(seen);
    FaultTruth during = fault("tracks", 20 * TENTH_NS, Long.MAX_VALUE);
    FaultTruth others = fault("plan", 20 * TENTH_NS, Long.MAX_VALUE);
    FaultTruth after = fault("tracks", 45 * TENTH_NS, Long.MAX_VALUE);
    FaultTruth never = fault("tracks", 900 * TENTH_NS, Long.MAX_VALUE);

    DriveScore score = drive(
        late, now -> List.of(actor("car", CAR, 20.0, 0.0)), List.of(during, others, after, never));

    assertThat(score.faults())
        .containsExactly(
            new DriveScore.Sought("tracks:size", true, true),
            new DriveScore.Sought("plan:size", false, false),
            new DriveScore.Sought("tracks:size", false, false));
  }

  @Test
  void theTableCountsRightOverRightAndWrong() {
    Track seen = track(1, LIMOUSINE, 20.0, 0.0);
    ScoreTable table = new ScoreTable();
    table.add("a", drive(now -> List.of(seen), now -> List.of(), NO_FAULTS));
    table.add("a", drive(now -> List.of(seen), now -> List.of(), NO_FAULTS));
    table.add(
        "b",
        drive(now -> List.of(seen), now -> List.of(actor("car", LIMOUSINE, 20.0, 0.0)), NO_FAULTS));

    assertThat(table.text())
        .containsPattern("U1 +2 +1 +0 +0.67")
        .contains(
            "3 drives (3 without a fault)",
            "3 findings, which are 2 tickets",
            "precision of sightings 0.67");
  }

  @Test
  void aLogWithoutTruthHasNothingToScoreAgainst() {
    DriveScore.Witness witness = new DriveScore.Witness();
    witness.onMessage(new Tracks(0, List.of(track(1, CAR, 20.0, 0.0))));

    assertThat(witness.hasTruth()).isFalse();
  }

  private static List<String> words(DriveScore score) {
    return score.sightings().stream()
        .map(one -> one.alarm().check() + " " + one.word())
        .toList();
  }

  private static DriveScore drive(
      LongFunction<List<Track>> tracks,
      LongFunction<List<ActorTruth>> others,
      List<FaultTruth> faults) {
    Scan scan = new Scan(Optional.empty());
    DriveScore.Witness witness = new DriveScore.Witness();
    witness.onMessage(new FaultTruths(0, faults));
    for (long now = 0; now <= 50 * TENTH_NS; now += TENTH_NS) {
      List<ActorTruth> actors = new ArrayList<>(List.of(actor("ego", CAR, 0.0, 0.0)));
      actors.addAll(others.apply(now));
      witness.onMessage(new TruthFrame(now, "ego", true, actors, List.of()));
      for (long at = now; at < now + TENTH_NS; at += TENTH_NS / 10) {
        show(scan, witness, Topics.EGO_POSE.name(), at, standing(at));
      }
      show(scan, witness, Topics.TRACKS.name(), now, new Tracks(now, tracks.apply(now)));
    }
    return witness.judge(
        scan, target -> Optional.of(target.equals("plan") ? Owner.PLANNING : Owner.PERCEPTION));
  }

  private static void show(
      Scan scan, DriveScore.Witness witness, String topic, long now, Object value) {
    witness.onMessage(value);
    scan.onMessage(new Envelope(topic, "node", 0, now, now, Origins.NONE), value);
  }

  private static FaultTruth fault(String target, long startNs, long endNs) {
    return new FaultTruth(target, "size", "F23", 1.0, startNs, endNs, 1);
  }

  private static ActorTruth actor(String name, Size3 size, double x, double y) {
    return new ActorTruth(
        name,
        ObjectClass.CAR,
        "car",
        Pose3.of(new Pose2(x, y, 0.0)),
        size,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        ActorLights.OFF);
  }

  private static Track track(int id, Size3 size, double x, double y) {
    return new Track(
        id,
        ObjectClass.CAR,
        0.9,
        new Pose2(x, y, 0.0),
        0.0,
        size,
        new Vec2(0.0, 0.0),
        0.0,
        0.0,
        1.0,
        0.1,
        0.1,
        1_000_000_000L,
        0);
  }

  private static EgoPose standing(long timeNs) {
    return new EgoPose(
        timeNs,
        Pose3.of(Pose2.IDENTITY),
        Twist2.ZERO,
        0.0,
        0.1,
        0.1,
        0.01,
        0.0,
        1.0,
        PoseStatus.TRACKING);
  }
}
