package io.camber.evaluation.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.drive.TestDrive;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.evaluation.judgement.TimeSeries;
import io.camber.evaluation.situation.SituationModel;
import io.camber.geometry.Pose2;
import io.camber.map.RoadMap;
import io.camber.scene.SignalColor;
import io.camber.truth.ActorTruth;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

final class BlameTest {
  private static final double Y = TestDrive.LANE_Y;
  private static final double BESIDE = -5.25;
  private static final int INSTANTS = 40;
  private static final double EXACT = 1e-9;

  @Test
  void whoDrivesUpToASlowerCarWithoutBrakingIsToBlameOnceItsResponseTimeIsOver() {
    Findings findings = drive(t -> ego(50.0 + 20.0 * t, Y, 0.0, 20.0, 0.0), t -> ahead(t, 5.0));

    int first = firstDangerous();
    assertThat(first).isBetween(5, INSTANTS - 15);
    assertThat(share(findings, "rss.dangerousShare")).isEqualTo(of(INSTANTS - first));
    assertThat(share(findings, "rss.dangerousShare.answered")).isEqualTo(of(10));
    assertThat(share(findings, "rss.dangerousShare.ego")).isEqualTo(of(INSTANTS - first - 10));
    assertThat(share(findings, "rss.unansweredShare")).isEqualTo(of(INSTANTS - first - 10));
  }

  @Test
  void whoBrakesAsRssAsksIsNotToBlame() {
    Findings findings = drive(t -> ego(50.0 + 20.0 * t, Y, 0.0, 20.0, -4.0), t -> ahead(t, 5.0));

    assertThat(share(findings, "rss.dangerousShare.answered"))
        .isEqualTo(of(INSTANTS - firstDangerous()));
    assertThat(share(findings, "rss.dangerousShare.ego")).isZero();
    assertThat(share(findings, "rss.unansweredShare")).isZero();
  }

  @Test
  void whoIsDrivenUpToIsNotToBlame() {
    Findings findings =
        drive(t -> ego(200.0, Y, 0.0, 5.0, 0.0), t -> car(100.0 + 20.0 * t, Y, 0.0, 20.0));

    assertThat(share(findings, "rss.dangerousShare.other")).isPositive();
    assertThat(share(findings, "rss.dangerousShare.other"))
        .isEqualTo(share(findings, "rss.dangerousShare"));
    assertThat(share(findings, "rss.unansweredShare")).isZero();
  }

  @Test
  void whoIsCutOffIsNotToBlameButOughtToAnswer() {
    Findings findings = drive(
        t -> ego(50.0 + 10.0 * t, Y, 0.0, 10.0, 0.0),
        t -> car(60.0 + 10.0 * t, drifting(t, BESIDE, Y), t < 1.0 || t > 2.4 ? 0.0 : 0.25, 10.0));

    assertThat(share(findings, "rss.dangerousShare.other"))
        .isEqualTo(share(findings, "rss.dangerousShare"))
        .isBetween(0.6, 0.8);
    assertThat(share(findings, "rss.unansweredShare")).isBetween(0.3, 0.5);
  }

  @Test
  void whoCutsInIsToBlame() {
    Findings findings = drive(
        t -> ego(
            60.0 + 10.0 * t, drifting(t, Y, BESIDE), t < 1.0 || t > 2.4 ? 0.0 : -0.25, 10.0, 0.0),
        t -> car(50.0 + 10.0 * t, BESIDE, 0.0, 10.0));

    assertThat(share(findings, "rss.dangerousShare.ego")).isBetween(0.3, 0.6);
    assertThat(share(findings, "rss.dangerousShare.answered")).isEqualTo(of(10));
    assertThat(share(findings, "rss.dangerousShare.other")).isZero();
  }

  @Test
  void whoCouldStillHaveStoppedBeforeTheCrossingIsToBlame() {
    // both 60 m before the crossing at 10 m/s: the ego, which answers after one second, not two, is
    // better placed
    Findings findings = drive(t -> ego(50.0 + 10.0 * t, Y, 0.0, 10.0, 0.0), t -> crossing(t));

    assertThat(share(findings, "rss.dangerousShare.ego")).isPositive();
    assertThat(share(findings, "rss.dangerousShare.other")).isZero();
    assertThat(share(findings, "rss.dangerousShare.answered")).isEqualTo(of(10));
  }

  @Test
  void whatWasSoWhenTheTwoWereFirstSeenIsNobodysDoing() {
    Findings findings = drive(t -> ego(50.0, Y, 0.0, 10.0, 0.0), t -> car(62.0, Y, 0.0, 10.0));

    assertThat(share(findings, "rss.dangerousShare.given")).isEqualTo(1.0);
    assertThat(share(findings, "rss.unansweredShare")).isEqualTo(of(INSTANTS - 10));
  }

  @Test
  void withoutALaneThereIsNoShare() {
    Findings findings = new Findings();

    new ResponsibilityMeasure(TestDrive.road(), Set.of()).report(findings);

    assertThat(metric(findings, "rss.dangerousShare.ego").value()).isEmpty();
    assertThat(metric(findings, "rss.unansweredShare").absence())
        .isEqualTo("the stack never drove on a lane");
  }

  /** By the formula of RSS-1: the ego at 20 m/s, which is the limit, the lead at 5 m/s. */
  private static int firstDangerous() {
    double safe = 20.0 + 400.0 / 8.0 - 25.0 / 16.0;
    for (int i = 0; i < INSTANTS; i++) {
      double gap = 90.0 - 15.0 * i * 0.1 - 4.7;
      if (gap < safe - EXACT) {
        return i;
      }
    }
    return INSTANTS;
  }

  private static double drifting(double t, double from, double to) {
    return from + (to - from) * Math.max(0.0, Math.min(1.0, (t - 1.0) / 1.4));
  }

  private static ActorTruth ahead(double t, double speedMps) {
    return car(140.0 + speedMps * t, Y, 0.0, speedMps);
  }

  private static ActorTruth crossing(double t) {
    return car(111.4, Y + 61.4 - 10.0 * t, -Math.PI / 2.0, 10.0);
  }

  private static ActorTruth car(double x, double y, double yaw, double speedMps) {
    return TestDrive.car("other", x, y, yaw, speedMps);
  }

  private static ActorTruth ego(double x, double y, double yaw, double speedMps, double accelMps2) {
    return TestDrive.car(new Pose2(x, y, yaw), speedMps, accelMps2);
  }

  private static Findings drive(DoubleFunction<ActorTruth> ego, DoubleFunction<ActorTruth> other) {
    RoadMap map = road();
    ResponsibilityMeasure measure = new ResponsibilityMeasure(map, Set.of());
    SituationModel situations = new SituationModel(map);
    TimeSeries series = new TimeSeries();
    for (int i = 0; i < INSTANTS; i++) {
      long timeNs = i * 100_000_000L;
      series.beginRow(timeNs);
      situations
          .of(TestDrive.frame(
              timeNs, SignalColor.GREEN, ego.apply(timeNs * 1e-9), other.apply(timeNs * 1e-9)))
          .ifPresent(situation -> measure.update(situation, series));
    }
    Findings findings = new Findings();
    measure.report(findings);
    assertThat(share(findings, "rss.dangerousShare.ego")
            + share(findings, "rss.dangerousShare.other")
            + share(findings, "rss.dangerousShare.given")
            + share(findings, "rss.dangerousShare.answered"))
        .isCloseTo(share(findings, "rss.dangerousShare"), within(EXACT));
    return findings;
  }

  /** 400 m eastwards, two lanes 3.5 m wide, 20 m/s. */
  private static RoadMap road() {
    String lane = "<width sOffset=\"0\" a=\"3.5\" b=\"0\" c=\"0\" d=\"0\"/>";
    String xml = """
        <?xml version="1.0"?>
        <OpenDRIVE>
          <header revMajor="1" revMinor="6" name="two lanes"/>
          <road name="" length="400" id="1" junction="-1">
            <type s="0" type="town"><speed max="20" unit="m/s"/></type>
            <planView>
              <geometry s="0" x="0" y="0" hdg="0" length="400"><line/></geometry>
            </planView>
            <lanes><laneSection s="0">
              <center><lane id="0" type="none" level="false"/></center>
              <right>
                <lane id="-1" type="driving" level="false">%1$s</lane>
                <lane id="-2" type="driving" level="false">%1$s</lane>
              </right>
            </laneSection></lanes>
          </road>
        </OpenDRIVE>
        """.formatted(lane);
    return RoadMap.parse("two-lanes.xodr", ByteBuffer.wrap(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static double of(int instants) {
    return (double) instants / INSTANTS;
  }

  private static Metric metric(Findings findings, String name) {
    return findings.metrics().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static double share(Findings findings, String name) {
    return metric(findings, name).value().orElseThrow();
  }
}
