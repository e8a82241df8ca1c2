package io.camber.jury.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Trials with a known rule for when the event happens. */
final class AttributionTest {
  private static final List<Component> ALL =
      List.of(Component.LOCALIZATION, Component.TRACKING, Component.PREDICTION, Component.PLANNING);
  private static final Set<Component> NONE = Set.of();
  private static final long EVENT_NS = 10_000_000_000L;

  @Test
  void theOneWhoseTwinAvoidsItBearsItAlone() {
    Attribution found = Attribution.of(
        ALL, NONE, (ideal, from) -> !ideal.contains(Component.TRACKING), 2_000_000_000L, EVENT_NS);

    assertThat(found.kind()).isEqualTo(Attribution.Kind.SINGLE);
    assertThat(found.shares()).containsOnlyKeys(Component.TRACKING);
    assertThat(found.shares().get(Component.TRACKING)).isEqualTo(1.0);
  }

  @Test
  void twoThatAreBothNeededShareItEvenly() {
    Attribution found = Attribution.of(
        ALL,
        NONE,
        (ideal, from) ->
            !(ideal.contains(Component.TRACKING) && ideal.contains(Component.PREDICTION)),
        0,
        EVENT_NS);

    assertThat(found.kind()).isEqualTo(Attribution.Kind.SHARED);
    assertThat(found.butFor()).isEmpty();
    assertThat(found.shares().get(Component.TRACKING)).isCloseTo(0.5, within(1e-12));
    assertThat(found.shares().get(Component.PREDICTION)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void oneOfThreeWithEitherOfTwoOthersBearsTwoThirds() {
    // a and (b or c): the classical shares are 2/3, 1/6, 1/6
    Attribution found = Attribution.of(
        ALL,
        NONE,
        (ideal, from) -> !(ideal.contains(Component.PLANNING)
            && (ideal.contains(Component.TRACKING) || ideal.contains(Component.PREDICTION))),
        0,
        EVENT_NS);

    assertThat(found.shares().get(Component.PLANNING)).isCloseTo(2.0 / 3.0, within(1e-12));
    assertThat(found.shares().get(Component.TRACKING)).isCloseTo(1.0 / 6.0, within(1e-12));
    assertThat(found.shares()).doesNotContainKey(Component.LOCALIZATION);
  }

  @Test
  void itBeganWithTheFirstInTheDataFlowWhoseTwinAloneAvoidsIt() {
    // localization is at fault, and the true tracks hide it from the planner
    int[] drives = {0};
    Attribution found = Attribution.of(
        ALL,
        NONE,
        (ideal, from) -> {
          drives[0]++;
          return !(ideal.contains(Component.LOCALIZATION) || ideal.contains(Component.TRACKING));
        },
        EVENT_NS,
        EVENT_NS);

    assertThat(found.origin()).contains(Component.LOCALIZATION);
    assertThat(found.shares().get(Component.LOCALIZATION)).isCloseTo(0.5, within(1e-12));
    // all, four alone, the two others together; the other ten sets follow from these
    assertThat(drives[0]).isEqualTo(6);
  }

  /** A plan freezes at 4 s: clairvoyance helps when it comes before that, since then another plan freezes. */
  @Test
  void aTwinThatHelpsOnlyBeforeTheFaultHasNotMendedIt() {
    Attribution found = Attribution.of(
        ALL,
        NONE,
        (ideal, from) -> !(ideal.contains(Component.PLANNING)
            || (ideal.contains(Component.PREDICTION) && from < 4_000_000_000L)),
        2_000_000_000L,
        EVENT_NS);

    assertThat(found.butFor()).containsExactly(Component.PREDICTION, Component.PLANNING);
    assertThat(found.origin()).contains(Component.PLANNING);
    // planning's twin helps to the end, prediction's 6 s before it
    assertThat(found.fixBeforeNs()).isGreaterThan(9_700_000_000L);
    assertThat(found.helpsUntilNs().get(Component.PREDICTION))
        .isBetween(3_750_000_000L, 4_000_000_000L);
    assertThat(AttributionText.of(found, "collision", EVENT_NS))
        .contains("It began with planning")
        .contains("prediction 6.")
        .contains("planning 0.");
  }

  /** The estimator believes the receiver and follows it half a second after. */
  @Test
  void aTwinThatNeedsAMomentToBeBelievedStillComesFirst() {
    Attribution found = Attribution.of(
        ALL,
        NONE,
        (ideal, from) -> !((ideal.contains(Component.LOCALIZATION) && from < 7_500_000_000L)
            || (ideal.contains(Component.TRACKING) && from < 8_000_000_000L)),
        2_000_000_000L,
        EVENT_NS);

    assertThat(found.origin()).contains(Component.LOCALIZATION);
    assertThat(found.fixBeforeNs()).isLessThan(7_500_000_000L);
  }

  @Test
  void nobodyIsToBlameForWhatHappensAnyway() {
    Attribution found = Attribution.of(ALL, NONE, (ideal, from) -> true, 0, EVENT_NS);

    assertThat(found.kind()).isEqualTo(Attribution.Kind.UNAVOIDABLE);
    assertThat(found.shares()).isEmpty();
    // four alone, and all
    assertThat(found.drives()).isEqualTo(4 + 1);
  }

  @Test
  void theLatestTimeAtWhichTheTwinStillHelpsIsFoundByHalving() {
    // from 7.3 s on it is too late
    Attribution found = Attribution.of(
        ALL,
        NONE,
        (ideal, from) -> !ideal.contains(Component.TRACKING) || from > 7_300_000_000L,
        2_000_000_000L,
        EVENT_NS);

    assertThat(found.fixBeforeNs()).isBetween(7_050_000_000L, 7_300_000_000L);
    assertThat(found.drives()).isEqualTo(4 + 5);
  }

  @Test
  void aSingleCauseNeedsNoMoreDrivesThanComponents() {
    int[] drives = {0};
    Attribution.of(
        ALL,
        NONE,
        (ideal, from) -> {
          drives[0]++;
          return !ideal.contains(Component.PREDICTION);
        },
        EVENT_NS,
        EVENT_NS);

    assertThat(drives[0]).isEqualTo(4);
  }

  @Test
  void oneAloneIsToBlameThoughAllTogetherDoNotAvoidIt() {
    Attribution found = Attribution.of(
        ALL, NONE, (ideal, from) -> !ideal.equals(Set.of(Component.PLANNING)), EVENT_NS, EVENT_NS);

    assertThat(found.kind()).isEqualTo(Attribution.Kind.SINGLE);
    assertThat(found.shares()).containsOnlyKeys(Component.PLANNING);
    assertThat(found.shares().get(Component.PLANNING)).isEqualTo(1.0);
  }

  @Test
  void whereMoreTruthBringsItBackEverySetWithoutACureIsTried() {
    // planning and tracking cure alone, localization with prediction as well, and all together do
    // not
    Set<Component> pair = EnumSet.of(Component.LOCALIZATION, Component.PREDICTION);
    int[] pairs = {0};
    Attribution found = Attribution.of(
        ALL,
        NONE,
        (ideal, from) -> {
          pairs[0] += ideal.equals(pair) ? 1 : 0;
          return !(ideal.equals(Set.of(Component.PLANNING))
              || ideal.equals(Set.of(Component.TRACKING))
              || ideal.equals(pair));
        },
        EVENT_NS,
        EVENT_NS);

    assertThat(pairs[0]).isEqualTo(1);
    assertThat(found.butFor()).containsExactly(Component.TRACKING, Component.PLANNING);
    // t or p or (l and f): in 24 orders t and p each turn it in 10, l and f in 2
    assertThat(found.shares().get(Component.PLANNING)).isCloseTo(10.0 / 24.0, within(1e-12));
    assertThat(found.shares().get(Component.TRACKING)).isCloseTo(10.0 / 24.0, within(1e-12));
    assertThat(found.shares().get(Component.LOCALIZATION)).isCloseTo(2.0 / 24.0, within(1e-12));
    assertThat(found.foremost()).isEmpty();
    assertThat(found.origin()).contains(Component.TRACKING);
  }

  @Test
  void aMapIsMendedAtTheStartOrNotAtAllSoNoLatestTimeIsTold() {
    Attribution found = Attribution.of(
        List.of(Component.MAP, Component.PLANNING),
        NONE,
        (ideal, from) -> !ideal.contains(Component.MAP),
        2_000_000_000L,
        EVENT_NS);

    assertThat(found.butFor()).containsExactly(Component.MAP);
    assertThat(found.fixBeforeNs()).isEqualTo(-1);
    assertThat(found.drives()).isEqualTo(2);
  }

  @Test
  void aTwinThatChangesNothingIsACandidateThatNeedsNoDrive() {
    int[] drives = {0};
    Attribution found = Attribution.of(
        ALL,
        Set.of(Component.PLANNING, Component.PREDICTION),
        (ideal, from) -> {
          drives[0]++;
          assertThat(ideal).doesNotContain(Component.PLANNING, Component.PREDICTION);
          return !ideal.contains(Component.TRACKING);
        },
        EVENT_NS,
        EVENT_NS);

    assertThat(found.foremost()).contains(Component.TRACKING);
    assertThat(drives[0]).isEqualTo(2);
  }

  @Test
  void theParagraphNamesWhoAndHowEarly() {
    Attribution found = Attribution.of(
        ALL, NONE, (ideal, from) -> !ideal.contains(Component.PLANNING), EVENT_NS, EVENT_NS);

    assertThat(AttributionText.of(found, "collision with lead", EVENT_NS))
        .startsWith("collision with lead at 10.00 s: planning is to blame");
  }
}
