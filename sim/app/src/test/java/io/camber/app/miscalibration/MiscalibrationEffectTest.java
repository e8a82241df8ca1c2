package io.camber.app.miscalibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.app.miscalibration.MiscalibrationEffect.Pair;
import io.camber.app.miscalibration.MiscalibrationEffect.Witness;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures of drives that were written down by hand. */
final class MiscalibrationEffectTest {
  private static final Miscalibration SMALL = new Miscalibration(Axis.TURN, 0.5);
  private static final Miscalibration MIDDLE = new Miscalibration(Axis.TURN, 1.0);
  private static final Miscalibration LARGE = new Miscalibration(Axis.TURN, 2.0);
  private static final StudyPlan PLAN = new StudyPlan(
      List.of(Path.of("a.xosc")), 1, 1, 8.0, "", "lidar_top", List.of(SMALL, MIDDLE, LARGE));

  @Test
  void changesAreAgainstTheSoundDriveAndWhatWasNotMeasuredStaysAbsent() {
    MiscalibrationEffect effect = effect(
        scores(Map.of(Figure.CLS, 0.9, Figure.MAP, 0.6), List.of(), List.of()),
        scores(Map.of(Figure.CLS, 0.9), List.of(), List.of()),
        scores(Map.of(Figure.CLS, 0.8, Figure.MAP, 0.5), List.of(), List.of()),
        scores(Map.of(Figure.CLS, 0.7, Figure.MAP, 0.4), List.of(), List.of()));

    assertThat(effect.change(SMALL, Figure.MAP)).isEmpty();
    assertThat(effect.change(LARGE, Figure.MAP).getAsDouble()).isCloseTo(-0.2, within(1e-15));
    assertThat(effect.slope(Axis.TURN, Figure.MAP).orElseThrow().perUnit())
        .isCloseTo(-0.1, within(1e-15));
    assertThat(effect.slope(Axis.TURN, Figure.CLS).orElseThrow().perUnit())
        .isCloseTo(-(0.1 + 2.0 * 0.2) / 5.25, within(1e-15));
    assertThat(effect.slope(Axis.TURN, Figure.POSITION)).isEmpty();
    assertThat(EffectText.of(effect).lines().filter(line -> line.startsWith("  turn 0.5 deg")))
        .singleElement()
        .asString()
        .containsPattern("\\+0\\.000 +- +- +-  -");
    assertThat(EffectJson.of(effect)).doesNotContain("perception.position");
  }

  @Test
  void aSizeCountsAsNoticedWhenEveryLargerOneIsToo() {
    DrivenScores sound = scores(Map.of(), List.of("U6 overlap"), List.of("wheels.scale"));
    MiscalibrationEffect effect = effect(
        sound,
        scores(Map.of(), List.of("U9 points"), List.of("wheels.scale")),
        scores(Map.of(), List.of("U6 overlap"), List.of("lidar.yaw", "wheels.scale")),
        scores(Map.of(), List.of("U7 no track"), List.of("lidar.yaw")));

    assertThat(effect.noticedFrom(Axis.TURN, Witness.CHECKS)).hasValue(2.0);
    assertThat(effect.noticedFrom(Axis.TURN, Witness.CALIBRATE)).hasValue(1.0);
    assertThat(effect.said(MIDDLE, Witness.CALIBRATE)).containsExactly("lidar.yaw");
    assertThat(effect.said(MIDDLE, Witness.CHECKS)).isEmpty();
  }

  @Test
  void aDriveIsReadAsItWasWritten() {
    DrivenScores scores =
        scores(Map.of(Figure.CLS, 1.0 / 3.0), List.of("U7 no track"), List.of("lidar.yaw"));

    assertThat(DrivenScores.fromJson(scores.toJson())).isEqualTo(scores);
  }

  private static MiscalibrationEffect effect(
      DrivenScores sound, DrivenScores small, DrivenScores middle, DrivenScores large) {
    return new MiscalibrationEffect(
        PLAN,
        List.of(sound),
        List.of(
            new Pair(SMALL, sound, small),
            new Pair(MIDDLE, sound, middle),
            new Pair(LARGE, sound, large)));
  }

  private static DrivenScores scores(
      Map<Figure, Double> values, List<String> findings, List<String> off) {
    return new DrivenScores("key", values, findings, off);
  }
}
