package io.camber.evaluation.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.SituationModel;
import io.camber.map.RoadMap;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import io.camber.truth.ActorTruth;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ResponsibilityMeasureTest {
  private static final double Y = TestDrive.LANE_Y;

  /** Half of what a car measures. */
  private static final double HALF_LENGTH = 2.35;

  private static final double HALF_WIDTH = 0.93;

  /** From the rear axle to the middle of a car. */
  private static final double OFFSET = 1.4;

  private static final double EXACT = 1e-6;

  private static final String NOBODY_BESIDE =
      "no vehicle out of the ego's line was nearer along the lane than is safe";

  @Test
  void anOncomingCarInItsLaneLeavesRoom() {
    // lanes 3.5 m apart; 60 m is nearer than the 105 m in which both could stop
    Findings findings = meet(TestDrive.car("oncoming", 160.0, -Y, Math.PI, 10.0));

    assertThat(value(findings, "rss.lateralMarginMin"))
        .isCloseTo(3.5 - 2.0 * HALF_WIDTH - 0.725, within(EXACT));
    assertThat(value(findings, "rss.dangerousShare")).isZero();
  }

  @Test
  void whoIsFarEnoughAlongTheLaneMayBeInTheWay() {
    Findings findings = meet(TestDrive.car("ahead", 245.0, Y, 0.0, 10.0));

    assertThat(metric(findings, "rss.lateralMarginMin").absence()).isEqualTo(NOBODY_BESIDE);
    assertThat(value(findings, "rss.dangerousShare")).isZero();
  }

  @Test
  void whoIsTooNearInTheLaneIsDangerous() {
    for (ActorTruth other : new ActorTruth[] {
      TestDrive.car("ahead", 115.0, Y, 0.0, 10.0), TestDrive.car("behind", 85.0, Y + 0.5, 0.0, 10.0)
    }) {
      Findings findings = meet(other);

      assertThat(value(findings, "rss.dangerousShare")).isEqualTo(1.0);
      assertThat(metric(findings, "rss.lateralMarginMin").absence()).isEqualTo(NOBODY_BESIDE);
    }
  }

  @Test
  void whoComesTowardsTheEgoInItsLaneHasNoRoomAcross() {
    Findings findings = meet(TestDrive.car("oncoming", 160.0, Y, Math.PI, 10.0));

    assertThat(value(findings, "rss.lateralMarginMin"))
        .isCloseTo(-2.0 * HALF_WIDTH - 0.725, within(EXACT));
    assertThat(value(findings, "rss.dangerousShare")).isEqualTo(1.0);
  }

  @Test
  void aCarThatDriftsInNeedsMoreRoomThanThereIs() {
    double turn = 0.1;
    Findings findings = meet(TestDrive.car("drifting", 100.0, -Y, -turn, 10.0));

    double across = 10.0 * Math.sin(turn);
    double after = across + 0.4;
    double safe = 0.125 + (across + after) + after * after / 1.6 + 0.1;
    double halfAcross = HALF_LENGTH * Math.sin(turn) + HALF_WIDTH * Math.cos(turn);
    double gap = 3.5 - OFFSET * Math.sin(turn) - HALF_WIDTH - halfAcross;
    assertThat(value(findings, "rss.lateralMarginMin")).isCloseTo(gap - safe, within(EXACT));
    assertThat(value(findings, "rss.dangerousShare")).isEqualTo(1.0);
  }

  @Test
  void twoWhoMeetAtARightAngleAndCannotStopAreInDanger() {
    // both middles 30 m before the crossing, at 10 m/s: enough for neither
    Findings findings = meet(crossing(30.0, 30.0, 10.0));

    double enter = 30.0 - HALF_WIDTH - HALF_LENGTH;
    double stopping = 10.0 + 1.75 + 13.5 * 13.5 / 8.0;
    assertThat(value(findings, "rss.crossingMarginMin")).isCloseTo(enter - stopping, within(EXACT));
    assertThat(value(findings, "rss.dangerousShare")).isEqualTo(1.0);
  }

  @Test
  void itIsEnoughThatOneOfThemCanStop() {
    Findings findings = meet(crossing(60.0, 60.0, 10.0));

    double enter = 60.0 - HALF_WIDTH - HALF_LENGTH;
    double stopping = 10.0 + 1.75 + 13.5 * 13.5 / 8.0;
    assertThat(value(findings, "rss.crossingMarginMin")).isCloseTo(enter - stopping, within(EXACT));
    assertThat(value(findings, "rss.dangerousShare")).isZero();
  }

  @Test
  void whoStandsAcrossTheLaneIsInTheWay() {
    Findings findings = meet(20.0, crossing(15.0, 0.0, 0.0));

    double enter = 15.0 - HALF_WIDTH - HALF_LENGTH;
    double stopping = 20.0 + 1.75 + 23.5 * 23.5 / 8.0;
    // the other's way is behind it, and 13.125 m are what it might go in two seconds and braking
    double otherMargin = -HALF_WIDTH - HALF_LENGTH - 7.0 - 7.0 * 7.0 / 8.0;
    assertThat(value(findings, "rss.crossingMarginMin"))
        .isCloseTo(Math.max(enter - stopping, otherMargin), within(EXACT));
    assertThat(value(findings, "rss.dangerousShare")).isEqualTo(1.0);
  }

  @Test
  void anEgoThatStandsInTheJunctionIsInTheWayOfWhoCannotStop() {
    // 2 m before the middle of the crossing: the ego's front is on the other's ground
    Findings findings = meet(0.0, crossing(2.0, 20.0, 15.0));

    double enter = 2.0 - HALF_WIDTH - HALF_LENGTH;
    assertThat(value(findings, "rss.crossingMarginMin"))
        .isCloseTo(enter - 1.75 - 3.5 * 3.5 / 8.0, within(EXACT));
    assertThat(value(findings, "rss.dangerousShare")).isEqualTo(1.0);
  }

  @Test
  void whoIsThroughBeforeOrStandsBeforeTheCrossingMeetsNobody() {
    for (ActorTruth other :
        new ActorTruth[] {crossing(60.0, 12.0, 10.0), crossing(30.0, 30.0, 0.0)}) {
      Findings findings = meet(other);

      assertThat(metric(findings, "rss.crossingMarginMin").absence())
          .isEqualTo("no vehicle was about to cross the ego's way at its time");
      assertThat(value(findings, "rss.dangerousShare")).isZero();
    }
  }

  @Test
  void peopleOnFootAreNotJudgedByRulesForVehicles() {
    Findings findings =
        meet(TestDrive.actor("walker", ObjectClass.PEDESTRIAN, 105.0, Y, 0.0, 0.0, 0.0));

    assertThat(value(findings, "rss.dangerousShare")).isZero();
  }

  @Test
  void whoGoesStraightOnWhereTheEgosWayBendsDoesNotDrift() {
    // 40 degrees into the bend; along the ego's way the other would come nearer across at 6.4 m/s
    double turned = Math.toRadians(40.0);
    double x = 50.0 + (20.0 - 1.75) * Math.tan(turned);
    ActorTruth other = TestDrive.car("oncoming", x + OFFSET, 1.75, Math.PI, 10.0);
    ActorTruth ego = TestDrive.car("Ego", 30.0, Y, 0.0, 10.0);

    Findings findings = meet(bendBesideStraight(), ego, other);

    assertThat(metric(findings, "rss.lateralMarginMin").absence()).isEqualTo(NOBODY_BESIDE);
    // it has left the ego's way before the ego has gone 30 m
    assertThat(value(findings, "rss.dangerousShare")).isZero();
  }

  @Test
  void whoTurnsOutOfItsParallelLaneDrifts() {
    double turn = Math.toRadians(30.0);
    Findings findings = meet(TestDrive.car("swerving", 100.0, -Y, -turn, 5.0));

    double across = 5.0 * Math.sin(turn);
    double after = across + 0.4;
    double safe = 0.125 + (across + after) + after * after / 1.6 + 0.1;
    double halfAcross = HALF_LENGTH * Math.sin(turn) + HALF_WIDTH * Math.cos(turn);
    double gap = 3.5 - OFFSET * Math.sin(turn) - HALF_WIDTH - halfAcross;
    assertThat(value(findings, "rss.lateralMarginMin")).isCloseTo(gap - safe, within(EXACT));
  }

  /** A lane that runs 50 m east and then north in a bend of 20 m, and a lane that comes straight from the east beside it. */
  private static RoadMap bendBesideStraight() {
    String lane = """
        <lanes><laneSection s="0">
          <center><lane id="0" type="none" level="false"/></center>
          <right><lane id="-1" type="driving" level="false">
            <width sOffset="0" a="3.5" b="0" c="0" d="0"/>
          </lane></right>
        </laneSection></lanes>
        """;
    String xml = """
        <?xml version="1.0"?>
        <OpenDRIVE>
          <header revMajor="1" revMinor="6" name="bend"/>
          <road name="" length="181.4159265358979" id="1" junction="-1">
            <planView>
              <geometry s="0" x="0" y="0" hdg="0" length="50"><line/></geometry>
              <geometry s="50" x="50" y="0" hdg="0" length="31.41592653589793">
                <arc curvature="0.05"/></geometry>
              <geometry s="81.41592653589793" x="70" y="20" hdg="1.5707963267948966" length="100">
                <line/></geometry>
            </planView>
            %1$s
          </road>
          <road name="" length="150" id="2" junction="-1">
            <planView>
              <geometry s="0" x="150" y="0" hdg="3.141592653589793" length="150"><line/></geometry>
            </planView>
            %1$s
          </road>
        </OpenDRIVE>
        """.formatted(lane);
    return RoadMap.parse("bend.xodr", ByteBuffer.wrap(xml.getBytes(StandardCharsets.UTF_8)));
  }

  /** A car from the left whose middle has {@code otherWay} to go to the middle of the ego's lane, the ego {@code egoWay}. */
  private static ActorTruth crossing(double egoWay, double otherWay, double speedMps) {
    double x = 100.0 + OFFSET + egoWay;
    return TestDrive.car("crossing", x, Y + otherWay + OFFSET, -Math.PI / 2.0, speedMps);
  }

  private static Findings meet(ActorTruth other) {
    return meet(10.0, other);
  }

  /** The ego with its rear axle at x = 100, and another, for an instant. */
  private static Findings meet(double egoMps, ActorTruth other) {
    return meet(TestDrive.road(), TestDrive.car("Ego", 100.0, Y, 0.0, egoMps), other);
  }

  private static Findings meet(RoadMap map, ActorTruth ego, ActorTruth other) {
    ResponsibilityMeasure measure = new ResponsibilityMeasure(map, Set.of());
    TimeSeries series = new TimeSeries();
    series.beginRow(0L);
    new SituationModel(map)
        .of(TestDrive.frame(0L, SignalColor.GREEN, ego, other))
        .ifPresent(situation -> measure.update(situation, series));
    Findings findings = new Findings();
    measure.report(findings);
    return findings;
  }

  private static Metric metric(Findings findings, String name) {
    return findings.metrics().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static double value(Findings findings, String name) {
    return metric(findings, name).value().orElseThrow();
  }
}
