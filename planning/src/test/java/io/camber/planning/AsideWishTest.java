package io.camber.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.planning.forecast.Forecast;
import io.camber.planning.proposal.DrivingStyle;
import io.camber.planning.proposal.Proposal;
import io.camber.planning.proposal.ProposalGenerator;
import io.camber.planning.proposal.Situation;
import io.camber.planning.proposal.StartState;
import io.camber.planning.route.ReferenceLine;
import io.camber.planning.scoring.Judgement;
import io.camber.planning.scoring.PlanMemory;
import io.camber.scene.Futures;
import io.camber.scene.Tracks;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsideWishTest {
  private static final long CYCLE_NS = 100_000_000L;
  private static final PlanMemory CENTRE = new PlanMemory(20.0, 40.0, 0.0);
  private static final PlanMemory LEFT = new PlanMemory(20.0, 40.0, 0.5);

  private final List<Proposal> proposals = proposals();
  private final Judgement keep = towards(0.0, 0.9);
  private final Judgement left = towards(0.5, 0.95);
  private final Judgement right = towards(-0.5, 0.95);
  private final AsideWish wish = new AsideWish();

  @Test
  void goingOnAsDecidedIsNoWish() {
    assertThat(wish.isYoung(keep, CENTRE, 0L)).isFalse();
    assertThat(wish.isYoung(left, LEFT, 0L)).isFalse();
  }

  @Test
  void isFollowedOnceItHasLastedForFiveCycles() {
    for (int k = 0; k < 5; k++) {
      assertThat(wish.isYoung(left, CENTRE, k * CYCLE_NS)).as("cycle " + k).isTrue();
      wish.remember(left, CENTRE, k * CYCLE_NS);
    }

    assertThat(wish.isYoung(left, CENTRE, 5 * CYCLE_NS)).isFalse();
  }

  @Test
  void howFarAsideDoesNotMatter() {
    Judgement farLeft = towards(1.0, 0.95);
    for (int k = 0; k < 5; k++) {
      Judgement wanted = k % 2 == 0 ? left : farLeft;
      assertThat(wish.isYoung(wanted, CENTRE, k * CYCLE_NS)).as("cycle " + k).isTrue();
      wish.remember(wanted, CENTRE, k * CYCLE_NS);
    }

    assertThat(wish.isYoung(farLeft, CENTRE, 5 * CYCLE_NS)).isFalse();
  }

  @Test
  void isPutOffForEightTenthsAtMostHoweverItChanges() {
    for (int k = 0; k < 30; k++) {
      Judgement wanted = k % 3 == 0 ? keep : k % 3 == 1 ? left : right;
      boolean isBack = k % 3 == 0;
      assertThat(wish.isYoung(wanted, CENTRE, k * CYCLE_NS))
          .as("cycle " + k)
          .isEqualTo(!isBack && k < 9);
      wish.remember(wanted, CENTRE, k * CYCLE_NS);
    }
  }

  @Test
  void beginsAnewAfterAPauseAnotherDecisionOrNone() {
    for (int k = 0; k < 14; k++) {
      wish.remember(k < 8 ? left : keep, CENTRE, k * CYCLE_NS);
    }
    assertThat(wish.isYoung(left, CENTRE, 14 * CYCLE_NS)).isTrue();

    for (int k = 14; k < 24; k++) {
      wish.remember(left, CENTRE, k * CYCLE_NS);
    }
    assertThat(wish.isYoung(keep, LEFT, 24 * CYCLE_NS)).isTrue();
    assertThat(wish.isYoung(left, CENTRE, 24 * CYCLE_NS)).isFalse();
    wish.forget();
    assertThat(wish.isYoung(left, CENTRE, 24 * CYCLE_NS)).isTrue();
  }

  @Test
  void backToTheCentreMustLastAsWell() {
    assertThat(wish.isYoung(keep, LEFT, 0L)).isTrue();
  }

  @Test
  void aChangeOfLaneDoesNotWait() {
    assertThat(wish.isYoung(towards(3.5, 0.95), CENTRE, 0L)).isFalse();
    assertThat(wish.isYoung(keep, new PlanMemory(20.0, 40.0, 3.5), 0L)).isFalse();
  }

  @Test
  void nothingWaitsWhereGoingOnIsWorseOrUnsafe() {
    assertThat(AsideWish.canWait(keep, left)).isTrue();
    assertThat(AsideWish.canWait(towards(0.0, 0.8), left)).isFalse();
    assertThat(AsideWish.canWait(
            new Judgement(keep.proposal(), 0.9, false, 2.5, "contact:1@2.5s"), left))
        .isFalse();
  }

  @Test
  void nothingWaitsWhereGoingOnGetsLessFar() {
    Judgement slower = proposals.stream()
        .filter(one -> one.path().target() == 0.0)
        .filter(one -> one.profile().lastArc() < left.proposal().profile().lastArc() - 2.5)
        .map(one -> new Judgement(one, 0.95, true, Double.POSITIVE_INFINITY, "ok"))
        .findFirst()
        .orElseThrow();

    assertThat(AsideWish.canWait(slower, left)).isFalse();
  }

  private Judgement towards(double target, double score) {
    Proposal proposal = proposals.stream()
        .filter(one -> one.path().target() == target)
        .findFirst()
        .orElseThrow();
    return new Judgement(proposal, score, true, Double.POSITIVE_INFINITY, "ok");
  }

  private static List<Proposal> proposals() {
    double[] x = new double[201];
    double[] y = new double[201];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
    }
    ReferenceLine line = ReferenceLine.through(x, y, 15.0, 3.5);
    Forecast nobody =
        Forecast.of(new Tracks(0L, List.of()), new Futures(0L, List.of()), 0L, line, 0.0, 100.0);
    return new ProposalGenerator(DrivingStyle.comfortable())
        .generate(new Situation(
            line,
            new StartState(0L, 20.0, 0.0, 0.0, 0.0, 10.0, 0.0, 20.0, 0.0),
            ClosedLoop.CAR,
            nobody,
            (px, py) -> true,
            15.0,
            List.of(),
            List.of(3.5),
            0.0));
  }
}
