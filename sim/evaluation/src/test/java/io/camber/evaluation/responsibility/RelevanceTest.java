package io.camber.evaluation.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.Neighbour;
import io.camber.evaluation.situation.SituationModel;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import io.camber.truth.ActorTruth;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RelevanceTest {
  private static final double Y = TestDrive.LANE_Y;

  @Test
  void whoIsAheadMattersUpToHalfAgainTheSafeDistance() {
    // both at 10 m/s, limit 20: 11.75 m until the response, 13.5^2 / 8 to stop, less 10^2 / 16
    double safe = 11.75 + 13.5 * 13.5 / 8.0 - 100.0 / 16.0;
    double near = 100.0 + 4.7 + 1.5 * safe - 0.1;

    assertThat(relevant(TestDrive.car("lead", near, Y, 0.0, 10.0))).containsExactly("lead");
    assertThat(relevant(TestDrive.car("lead", near + 0.2, Y, 0.0, 10.0))).isEmpty();
  }

  @Test
  void whoDrivesAlongInTheNextLaneWithRoomDoesNot() {
    // 3.5 m apart leave 1.64 m, half again the safe room of 0.725 m is 1.0875 m
    assertThat(relevant(TestDrive.car("beside", 100.0, Y + 3.5, 0.0, 10.0))).isEmpty();
    assertThat(relevant(TestDrive.car("beside", 100.0, Y + 2.9, 0.0, 10.0)))
        .containsExactly("beside");
  }

  @Test
  void aWalkerWhoWouldBeMetWithinThreeSecondsDoes() {
    assertThat(relevant(walker(1.0))).containsExactly("walker");
    assertThat(relevant(walker(0.0))).isEmpty();
  }

  @Test
  void bothMeetWhenTheyTouchAlongAndAcross() {
    // bumpers 10 m apart
    Neighbour ego = neighbour(0.0, 0.0, 5.0, 0.0);

    assertThat(Relevance.meetsS(ego, neighbour(14.7, 0.0, 0.0, 0.0))).isCloseTo(2.0, within(1e-9));
    assertThat(Relevance.meetsS(ego, neighbour(14.7, 5.0, 0.0, 0.0))).isInfinite();
    assertThat(Relevance.meetsS(ego, neighbour(-14.7, 0.0, 0.0, 0.0))).isInfinite();
    assertThat(Relevance.meetsS(ego, neighbour(1.0, 0.5, 5.0, 0.0))).isZero();
  }

  @Test
  void anInstantSpeaksForTwoSamplesAndNotForBefore() {
    Relevance relevance = new Relevance();
    update(relevance, 1_000_000_000L, TestDrive.car("lead", 120.0, Y, 0.0, 10.0));

    assertThat(relevance.at(999_999_999L)).isEmpty();
    assertThat(relevance.at(1_100_000_000L)).hasValue(Set.of("lead"));
    assertThat(relevance.at(1_200_000_000L)).isEmpty();
  }

  /** 3 m to the right of where the ego comes by from 1.8 s to 2.3 s from now: at 1 m/s they touch after 1.82 s. */
  private static ActorTruth walker(double speedMps) {
    return TestDrive.actor(
        "walker", ObjectClass.PEDESTRIAN, 122.0, Y - 3.0, Math.PI / 2.0, speedMps, 0.0);
  }

  private static Neighbour neighbour(double s, double d, double speedMps, double turn) {
    ActorTruth actor = TestDrive.car("any", s, d, turn, speedMps);
    return new Neighbour(actor, s, d, turn, 2.35, 0.93);
  }

  private static Set<String> relevant(ActorTruth other) {
    Relevance relevance = new Relevance();
    update(relevance, 0L, other);
    return relevance.at(0L).orElseThrow();
  }

  private static void update(Relevance relevance, long timeNs, ActorTruth other) {
    TimeSeries series = new TimeSeries();
    series.beginRow(timeNs);
    ActorTruth ego = TestDrive.car("Ego", 100.0, Y, 0.0, 10.0);
    new SituationModel(TestDrive.road())
        .of(TestDrive.frame(timeNs, SignalColor.GREEN, ego, other))
        .ifPresent(situation -> relevance.update(situation, series));
  }
}
