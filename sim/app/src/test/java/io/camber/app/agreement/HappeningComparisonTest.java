package io.camber.app.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.agreement.Happening.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

class HappeningComparisonTest {
  private static Happening started(double timeS, String element) {
    return new Happening(timeS, element, Change.STARTED);
  }

  private static HappeningComparison.Result compare(List<Happening> recorded, List<Happening> own) {
    return HappeningComparison.of(recorded, own, 10.0);
  }

  @Test
  void aPathMeansTheElementItEndsIn() {
    HappeningComparison.Result result = compare(
        List.of(started(1.0, "Brake/hard")), List.of(started(1.01, "Story/Act/Brake/hard")));

    assertThat(result.compared()).isEqualTo(1);
    assertThat(result.differences()).isEmpty();
  }

  @Test
  void threeStepsAreAlikeAndFourAreNot() {
    assertThat(compare(List.of(started(1.0, "a")), List.of(started(1.03, "a"))).differences())
        .isEmpty();
    assertThat(compare(List.of(started(1.0, "a")), List.of(started(1.04, "a"))).differences())
        .singleElement()
        .hasToString("a started: recorded 1.00 s, here 1.04 s");
  }

  @Test
  void theSecondTimeIsComparedWithTheSecond() {
    HappeningComparison.Result result = compare(
        List.of(started(1.0, "a"), started(5.0, "a")),
        List.of(started(1.0, "a"), started(6.0, "a")));

    assertThat(result.compared()).isEqualTo(2);
    assertThat(result.differences())
        .singleElement()
        .hasToString("a started: recorded 5.00 s, here 6.00 s");
  }

  @Test
  void whatOnlyOneOfTheTwoDidIsTold() {
    HappeningComparison.Result result =
        compare(List.of(started(1.0, "a")), List.of(started(2.0, "b")));

    assertThat(result.differences())
        .extracting(Difference::toString)
        .containsExactly(
            "a started: recorded 1.00 s, here never", "b started: recorded never, here 2.00 s");
  }

  @Test
  void whatTheEndOfTheRecordingMayHaveCutOffIsNotCounted() {
    HappeningComparison.Result result = compare(List.of(started(9.98, "a")), List.of());

    assertThat(result.compared()).isZero();
    assertThat(result.differences()).isEmpty();
  }
}
