package io.camber.evaluation.pose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.evaluation.judgement.Findings;
import io.camber.evaluation.judgement.Metric;
import io.camber.geometry.Pose3;
import io.camber.geometry.Twist2;
import io.camber.pose.EgoPose;
import io.camber.pose.FixInnovation;
import io.camber.pose.PoseStatus;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class InnovationMeasureTest {
  private static final int FIXES = 400;

  @Test
  void whiteInnovationsAreToldFromColouredOnes() {
    Findings white = told(0.0);
    Findings coloured = told(0.8);

    assertThat(value(white, "localization.innovation.nis")).isCloseTo(2.0, within(0.3));
    // one sigma of an autocorrelation of 400 samples is 0.05
    assertThat(value(white, "localization.innovation.lag1")).isCloseTo(0.0, within(0.15));
    assertThat(value(white, "localization.innovation.whiteP")).isBetween(0.01, 1.0);
    assertThat(value(coloured, "localization.innovation.lag1")).isCloseTo(0.8, within(0.15));
    assertThat(value(coloured, "localization.innovation.whiteP")).isLessThan(1e-6);
  }

  @Test
  void theSameFixCountsOnce() {
    InnovationMeasure measure = new InnovationMeasure();
    for (int i = 0; i < 10 * FIXES; i++) {
      measure.update(pose(i / 100, 1.0, i % 2));
    }
    Findings findings = new Findings();
    measure.report(findings);

    assertThat(metric(findings, "localization.innovation.lag1").absence())
        .isEqualTo("40 satellite fixes were weighed, which is fewer than 50");
  }

  /** Of a process that remembers so much of the innovation before. */
  private static Findings told(double memory) {
    Random random = new Random(7);
    InnovationMeasure measure = new InnovationMeasure();
    double x = 0.0;
    double y = 0.0;
    double fresh = Math.sqrt(1.0 - memory * memory);
    for (int i = 0; i < FIXES; i++) {
      x = memory * x + fresh * random.nextGaussian();
      y = memory * y + fresh * random.nextGaussian();
      measure.update(pose(i, x, y));
    }
    Findings findings = new Findings();
    measure.report(findings);
    return findings;
  }

  private static EgoPose pose(long fixNs, double x, double y) {
    return new EgoPose(
        fixNs,
        new Pose3(0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        new Twist2(0.0, 0.0, 0.0),
        0.0,
        1.0,
        1.0,
        1.0,
        0.0,
        1.0,
        PoseStatus.TRACKING,
        Optional.of(new FixInnovation(fixNs, x, y)));
  }

  private static double value(Findings findings, String name) {
    return metric(findings, name).value().orElseThrow();
  }

  private static Metric metric(Findings findings, String name) {
    return findings.metrics().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
