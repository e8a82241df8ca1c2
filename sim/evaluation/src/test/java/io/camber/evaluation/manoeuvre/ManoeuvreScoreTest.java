package io.camber.evaluation.manoeuvre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.forecast.Mode;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.geometry.Pose2;
import io.camber.geometry.Vec2;
import io.camber.map.RoadMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** A car at 10 m/s in the right of two lanes 3.5 m wide, or in the left one, that is foreseen to keep its lane or to change. */
final class ManoeuvreScoreTest {
  private static final double RIGHT = -5.25;
  private static final double LEFT = -1.75;
  private static final double SPEED_MPS = 10.0;
  private static final double CROSSES_S = 5.05;

  @Test
  void aChangeThatIsForeseenOneAndAHalfSecondsBeforeTheEdgeIsCrossed() {
    // the middle crosses the edge at 5.05 s, is last seen before it at 5 s; from 3.5 s on the
    // forecasts say so
    Findings findings = drive(t -> changing(t, RIGHT, LEFT), t -> t > 3.45 ? 0.7 : 0.2);

    assertThat(value(findings, "prediction.manoeuvre.recognisedShare")).isEqualTo(1.0);
    assertThat(value(findings, "prediction.manoeuvre.leadTime.mean")).isCloseTo(1.5, within(1e-9));
    // of the forecasts asked, those of 3, 4 and 5 s end in the other lane; that of 3 s does not say
    // so
    assertThat(value(findings, "prediction.manoeuvre.confusion.changeLeft.changeLeft"))
        .isEqualTo(2.0);
    assertThat(value(findings, "prediction.manoeuvre.confusion.changeLeft.keep"))
        .isEqualTo(1.0);
    assertThat(value(findings, "prediction.manoeuvre.accuracyMoved.3s"))
        .isCloseTo(2.0 / 3.0, within(1e-9));
  }

  @Test
  void aChangeThatNobodyForesawIsNotRecognised() {
    Findings findings = drive(t -> changing(t, LEFT, RIGHT), t -> 0.1);

    assertThat(value(findings, "prediction.manoeuvre.recognisedShare")).isZero();
    assertThat(metric(findings, "prediction.manoeuvre.leadTime.mean").absence())
        .isEqualTo("no manoeuvre was foreseen");
    assertThat(value(findings, "prediction.manoeuvre.confusion.changeRight.keep"))
        .isPositive();
  }

  @Test
  void whoKeepsItsLaneDoesNothingElse() {
    Findings findings = drive(t -> RIGHT, t -> 0.1);

    assertThat(value(findings, "prediction.manoeuvre.accuracy.3s")).isEqualTo(1.0);
    assertThat(metric(findings, "prediction.manoeuvre.accuracyMoved.3s").absence())
        .isEqualTo("no vehicle changed lanes or turned");
  }

  @Test
  void aChangeThatDoesNotComeIsAFalseAlarm() {
    Findings findings = drive(t -> RIGHT, t -> 0.9);

    assertThat(value(findings, "prediction.manoeuvre.accuracy.3s")).isZero();
    assertThat(value(findings, "prediction.manoeuvre.confusion.keep.changeLeft"))
        .isPositive();
  }

  private static double changing(double t, double from, double to) {
    double share = Math.max(0.0, Math.min(1.0, (t - CROSSES_S + 1.0) / 2.0));
    return from + (to - from) * share;
  }

  /** Ten seconds, a forecast a tenth of a second: to keep the lane, or with that probability to be in the other one. */
  private static Findings drive(DoubleUnaryOperator y, DoubleUnaryOperator change) {
    ManoeuvreScore score = new ManoeuvreScore(road());
    for (int i = 0; i <= 100; i++) {
      long timeNs = i * 100_000_000L;
      double t = i * 0.1;
      double own = y.applyAsDouble(t) < -3.5 ? RIGHT : LEFT;
      double other = RIGHT + LEFT - own;
      double share = change.applyAsDouble(t);
      Pose2 start = new Pose2(SPEED_MPS * t, y.applyAsDouble(t), 0.0);
      score.add(
          timeNs,
          "car",
          start,
          List.of(mode(start.x(), 1.0 - share, own), mode(start.x(), share, other)));
      int asked = i - 30;
      if (asked >= 0 && asked % 10 == 0) {
        score.score(
            asked * 100_000_000L,
            "car",
            at -> at < 0 || at > timeNs
                ? null
                : new Vec2(SPEED_MPS * at * 1e-9, y.applyAsDouble(at * 1e-9)));
      }
    }
    Findings findings = new Findings();
    score.report(findings);
    return findings;
  }

  private static Mode mode(double x, double probability, double y) {
    List<Vec2> points = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      points.add(new Vec2(x + SPEED_MPS * 0.5 * i, y));
    }
    return new Mode(probability, points);
  }

  private static RoadMap road() {
    String lane = "<width sOffset=\"0\" a=\"3.5\" b=\"0\" c=\"0\" d=\"0\"/>";
    String xml = """
        <?xml version="1.0"?>
        <OpenDRIVE>
          <header revMajor="1" revMinor="6" name="two lanes"/>
          <road name="" length="400" id="1" junction="-1">
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
