package io.camber.app.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.camber.app.command.CamberCommand;
import io.camber.app.simulation.Simulation;
import io.camber.evaluation.judgement.Owner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drives on the motorway at a constant 30 m/s or so, with a pose that stands still for a while or for good. */
final class InterventionCampaignTest {
  private static final long S = 1_000_000_000L;
  private static final Path HIGHWAY = Path.of("..", "..", "scenarios", "highway-cut-in.xosc");

  @Test
  void aPassingFaultIsOneInterventionAndTheStackDrivesOn() {
    List<TakeOver> heard = new ArrayList<>();
    CampaignResult result =
        new InterventionCampaign(() -> drive("pose:freeze@5s..8s"), heard::add, 20).run();

    assertThat(result.takeOvers()).hasSize(1).isEqualTo(heard);
    TakeOver only = result.takeOvers().get(0);
    assertThat(only.trigger()).isEqualTo("T6");
    assertThat(only.owner()).isEqualTo(Owner.LOCALIZATION);
    assertThat(only.atNs()).isBetween(5 * S, 6 * S);
    // four seconds on duty at least; the car never left its lane, so not much longer
    assertThat(only.backNs() - only.atNs()).isBetween(4 * S, 5 * S);
    assertThat(result.isComplete()).isTrue();
    // on duty for 4 of the 15 s driven, at nearly constant speed
    double share = result.driverMeters() / (result.driverMeters() + result.stackMeters());
    assertThat(share).isCloseTo(4.0 / 15.0, within(0.06));
    assertThat(result.text()).contains("1 interventions", "miles per intervention, T6");
  }

  @Test
  void aLastingFaultCallsHimAgainAndAgainUpToTheLimit() {
    CampaignResult all =
        new InterventionCampaign(() -> drive("pose:freeze@5s.."), one -> {}, 20).run();
    CampaignResult first =
        new InterventionCampaign(() -> drive("pose:freeze@5s.."), one -> {}, 1).run();

    assertThat(all.takeOvers()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(all.isComplete()).isTrue();
    assertThat(first.takeOvers()).isEqualTo(all.takeOvers().subList(0, 1));
    assertThat(first.isComplete()).isFalse();
    assertThat(first.text()).contains("raise --limit");
    // the count ends at the event that was not taken: as far as the stack drove up to there
    assertThat(first.stackMeters()).isLessThanOrEqualTo(all.stackMeters());
    long next = all.takeOvers().get(1).atNs();
    long back = all.takeOvers().get(0).backNs();
    double drivenS = (all.takeOvers().get(0).atNs() + next - back) * 1e-9;
    assertThat(first.stackMeters()).isCloseTo(30.0 * drivenS, within(0.15 * 30.0 * drivenS));
  }

  @Test
  void aSoundDriveNeedsNobody() {
    CampaignResult result = new InterventionCampaign(
            () -> Simulation.of(HIGHWAY).truthPerception().until(6.0), one -> {}, 20)
        .run();

    assertThat(result.takeOvers()).isEmpty();
    assertThat(result.driverMeters()).isZero();
    assertThat(result.text()).contains("more than");
    assertThat(
            CamberCommand.execute(new String[] {"campaign", HIGHWAY.toString(), "--ego", "none"}))
        .isEqualTo(2);
  }

  private static Simulation drive(String fault) {
    return Simulation.of(HIGHWAY).truthPerception().until(15.0).fault(fault);
  }
}
