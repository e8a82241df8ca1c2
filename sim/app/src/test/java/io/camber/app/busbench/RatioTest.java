package io.camber.app.busbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTest {
  private static final double NONE = Double.NaN;

  private static Series series(String name, double... values) {
    Series series = new Series(name);
    for (double value : values) {
      series.add(new Series.Measured(value, 0, 100));
    }
    return series;
  }

  private static Cell cell(Work work, double limit, String... rivals) {
    return new Cell(work, 64, List.of(new Bar(List.of(rivals), limit)));
  }

  @Test
  void aRatioIsThatOfTheMediansAndNotTheMedianOfRatios() {
    Comparison comparison = new Comparison(
        cell(Work.COPIED, 0.5, "A"), List.of(series("Camber", 1, 4, 2), series("A", 5, 4, 1)));

    Ratio ratio = comparison.ratios().get(0);

    assertThat(ratio.ofMedians()).isEqualTo(0.5);
    assertThat(ratio.byRepetition()).containsExactly(0.2, 1.0, 2.0);
    assertThat(ratio.bar().isMet(Work.COPIED, ratio.ofMedians())).isTrue();
  }

  @Test
  void theBestRivalIsTheFasterOneWhateverTheUnit() {
    List<Series> figures = List.of(series("Camber", 6, 6), series("A", 2, 3), series("B", 3, 2));

    Ratio time = new Comparison(cell(Work.UDP, 1.0, "A", "B"), figures).ratios().get(0);
    Ratio rate =
        new Comparison(cell(Work.ONE_WAY, 3.0, "A", "B"), figures).ratios().get(0);

    assertThat(time.byRepetition()).containsExactly(3.0, 3.0);
    assertThat(time.bar().isMet(Work.UDP, time.ofMedians())).isFalse();
    assertThat(rate.byRepetition()).containsExactly(2.0, 2.0);
    assertThat(rate.ofMedians()).isEqualTo(6 / 2.5);
    assertThat(rate.bar().isMet(Work.ONE_WAY, rate.ofMedians())).isFalse();
  }

  @Test
  void aRepetitionThatFailedCountsNowhere() {
    Comparison comparison = new Comparison(
        cell(Work.COPIED, 1.0, "A"), List.of(series("Camber", 1, 1, 1), series("A", 2, NONE, 4)));

    Ratio ratio = comparison.ratios().get(0);

    assertThat(comparison.find("A").orElseThrow().failures()).isEqualTo(1);
    assertThat(ratio.ofMedians()).isEqualTo(1.0 / 3.0);
    assertThat(ratio.byRepetition()).containsExactly(0.5, NONE, 0.25);
  }

  @Test
  void withoutARivalThereIsNoRatio() {
    Cell cell = cell(Work.COPIED, 1.0, "A");

    assertThat(new Comparison(cell, List.of(series("Camber", 1))).ratios()).isEmpty();
    assertThat(new Comparison(cell, List.of(series("Camber", NONE), series("A", 1))).ratios())
        .isEmpty();
  }

  @Test
  void whoIsNotThereIsNotNamedAmongTheBest() {
    Comparison comparison =
        new Comparison(cell(Work.UDP, 1.0, "A", "B"), List.of(series("Camber", 1), series("B", 2)));

    assertThat(comparison.ratios().get(0).against()).isEqualTo("B");
  }
}
