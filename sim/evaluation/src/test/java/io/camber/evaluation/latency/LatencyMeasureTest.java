package io.camber.evaluation.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.camber.bus.Envelope;
import io.camber.bus.Origin;
import io.camber.bus.Origins;
import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LatencyMeasureTest {
  private static final String LIDAR = "/sensor/lidar/top/sweep";
  private static final long MS = 1_000_000L;

  private final LatencyMeasure measure =
      new LatencyMeasure(List.of("/detections", "/plan", "/actuation"), Map.of());

  @Test
  void measuresFromTheSampleToTheActuation() {
    Origin sweep = new Origin(LIDAR, 7, 100 * MS);
    note(LIDAR, 110, sweep);
    note("/detections", 135, sweep);
    note("/plan", 175, sweep);
    actuate(180, sweep);

    assertThat(value("latency.lidar.top.sweep.max")).isCloseTo(0.080, within(1e-12));
    assertThat(measure.hops(LIDAR))
        .extracting(Hop::to)
        .containsExactly(LIDAR, "/detections", "/plan", "/actuation");
    assertThat(measure.hops(LIDAR))
        .extracting(Hop::meanS)
        .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1, Double.class)
        .containsExactly(0.010, 0.025, 0.040, 0.005);
  }

  @Test
  void legsAddUpToTheAgeWhenPlansAreHeldAndTopicsAreSkipped() {
    for (int i = 0; i < 5; i++) {
      Origin sweep = new Origin(LIDAR, i, 100L * i * MS);
      note(LIDAR, 100 * i + 10, sweep);
      if (i % 2 == 0) {
        note("/detections", 100 * i + 35, sweep);
      }
      note("/plan", 100 * i + 80, sweep);
      for (int k = 0; k < 10; k++) {
        actuate(100 * i + 81 + 10 * k, sweep);
      }
    }

    double sum = measure.hops(LIDAR).stream().mapToDouble(Hop::meanS).sum();
    assertThat(sum).isCloseTo(measure.meanAgeS(LIDAR).orElseThrow(), within(1e-9));
    assertThat(sum).isCloseTo(0.126, within(1e-9));
  }

  @Test
  void theOldestSampleHasAnAgeOfItsOwnAndTheLegsAreThoseOfTheNewest() {
    Origin newest = new Origin(LIDAR, 7, 100 * MS);
    note(LIDAR, 110, newest);
    note("/plan", 175, new Origin(LIDAR, 6, 20 * MS), newest);
    actuate(180, newest, new Origin(LIDAR, 6, 20 * MS));

    assertThat(value("latency.lidar.top.sweep.max")).isCloseTo(0.080, within(1e-12));
    assertThat(value("latency.lidar.top.sweep.oldest.max")).isCloseTo(0.160, within(1e-12));
    assertThat(measure.hops(LIDAR).stream().mapToDouble(Hop::meanS).sum())
        .isCloseTo(0.080, within(1e-12));
  }

  @Test
  void aLegIsWaitingAndTheDeclaredTimeOfItsNode() {
    LatencyMeasure declared = new LatencyMeasure(
        List.of("/detections", "/plan", "/actuation"),
        Map.of("detector", 20 * MS, "planner", 40 * MS, "guardian", 2 * MS));
    Origin sweep = new Origin(LIDAR, 7, 100 * MS);
    declared.note(envelope(LIDAR, "lidar", 110, sweep));
    declared.note(envelope("/detections", "detector", 135, sweep));
    declared.note(envelope("/plan", "planner", 185, sweep));
    Envelope actuation = envelope("/actuation", "guardian", 190, sweep);
    declared.note(actuation);
    declared.actuated(actuation);

    assertThat(declared.hops(LIDAR).get(0).computeS()).isNaN();
    assertThat(declared.hops(LIDAR).subList(1, 4))
        .extracting(hop -> Math.round(hop.waitS() * 1e3), hop -> Math.round(hop.computeS() * 1e3))
        .containsExactly(tuple(5L, 20L), tuple(10L, 40L), tuple(3L, 2L));
    Findings findings = new Findings();
    declared.report(findings);
    assertThat(findings.metrics().stream()
            .filter(metric -> metric.name().startsWith("latency.hop.lidar.top.sweep."))
            .mapToDouble(metric -> metric.value().orElseThrow())
            .sum())
        .isCloseTo(0.090, within(1e-12));
    assertThat(findings.metrics())
        .extracting(Metric::name)
        .contains(
            "latency.hop.lidar.top.sweep.exposure",
            "latency.hop.lidar.top.sweep.plan.wait",
            "latency.hop.lidar.top.sweep.plan.compute");
  }

  /** On the wall clock a node may be faster than declared elsewhere; nothing is made up. */
  @Test
  void whereNothingIsDeclaredALegIsWhole() {
    Origin sweep = new Origin(LIDAR, 7, 100 * MS);
    note(LIDAR, 110, sweep);
    note("/plan", 150, sweep);
    actuate(155, sweep);

    assertThat(value("latency.hop.lidar.top.sweep.plan.whole")).isCloseTo(0.040, within(1e-12));
    assertThat(measure.hops(LIDAR)).allSatisfy(hop -> assertThat(hop.computeS()).isNaN());
  }

  @Test
  void leavesOutCalibrationsBecauseTheyAgeWithoutHarm() {
    actuate(5000, new Origin("/sensor/lidar/top/calibration", 0, 0), new Origin("/map", 0, 0));

    assertThat(measure.sensors()).isEmpty();
  }

  private void note(String topic, long timeMs, Origin... origins) {
    measure.note(envelope(topic, timeMs, origins));
  }

  private void actuate(long timeMs, Origin... origins) {
    Envelope envelope = envelope("/actuation", timeMs, origins);
    measure.note(envelope);
    measure.actuated(envelope);
  }

  private static Envelope envelope(String topic, long timeMs, Origin... origins) {
    return envelope(topic, "node", timeMs, origins);
  }

  private static Envelope envelope(String topic, String node, long timeMs, Origin... origins) {
    return new Envelope(topic, node, 0, timeMs * MS, timeMs * MS, Origins.of(List.of(origins)));
  }

  private double value(String name) {
    Findings findings = new Findings();
    measure.report(findings);
    return findings.metrics().stream()
        .filter(metric -> metric.name().equals(name))
        .map(Metric::value)
        .findFirst()
        .orElseThrow()
        .orElseThrow();
  }
}
