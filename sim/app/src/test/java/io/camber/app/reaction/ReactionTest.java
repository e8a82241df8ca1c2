package io.camber.app.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.camber.app.simulation.Simulation;
import io.camber.bus.Envelope;
import io.camber.bus.Origins;
import io.camber.bus.Topic;
import io.camber.bus.transport.BusMessage;
import io.camber.diagnostics.InputException;
import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.messages.Topics;
import io.camber.scene.ObjectClass;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.TruthFrame;
import io.camber.truth.Weather;
import io.camber.vehicle.ControlCommand;
import io.camber.vehicle.DriveMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReactionTest {
  private static final long STEP_NS = 10_000_000L;
  private static final Path SCENARIO = Path.of("../../scenarios/highway-cut-in.xosc");

  private static ActorTruth actor(String name, double x, double y, double accelMps2, Size3 size) {
    return new ActorTruth(
        name,
        ObjectClass.CAR,
        "car",
        new Pose3(x, y, 0.0, 0.0, 0.0, 0.0),
        size,
        0.0,
        0.0,
        10.0,
        accelMps2,
        0.0,
        0.0,
        ActorLights.OFF);
  }

  private static <T> BusMessage<T> message(Topic<T> topic, long timeNs, T value) {
    return new BusMessage<>(
        topic, new Envelope(topic.name(), "x", 0, timeNs, timeNs, Origins.NONE), value, null);
  }

  private static DriveTrace drive(boolean isMet) {
    return drive(isMet, 3.0, -0.2, 3_000_000_000L);
  }

  /** Three seconds at 10 m/s; somebody comes out from behind a van at 1 s; braking is told at 1.3 s and felt from 1.5 s on. */
  private static DriveTrace drive(boolean isMet, double hiddenFromS, double cruise, long endNs) {
    DriveTrace trace = new DriveTrace("Child", 120.0);
    for (long timeNs = 0; timeNs <= endNs; timeNs += STEP_NS) {
      double timeS = timeNs * 1e-9;
      List<ActorTruth> actors = new ArrayList<>();
      double accel = isMet && timeS >= 1.5 ? -3.0 : 0.0;
      actors.add(actor("Ego", 10.0 * timeS, 0.0, accel, new Size3(4.5, 1.8, 1.5)));
      actors.add(actor("Van", 40.0, 4.0, 0.0, new Size3(5.0, 2.0, 2.4)));
      if (isMet) {
        double y = timeS < 1.0 || timeS >= hiddenFromS ? 5.5 : 1.0;
        actors.add(actor("Child", 47.0, y, 0.0, new Size3(0.4, 0.4, 1.2)));
      }
      trace.onMessage(message(
          Topics.TRUTH_FRAME,
          timeNs,
          new TruthFrame(timeNs, "Ego", true, actors, List.of(), Weather.CLEAR, Optional.empty())));
      double command = isMet && timeS >= 1.3 ? cruise - 2.8 : cruise;
      trace.onMessage(message(
          Topics.ACTUATION, timeNs, new ControlCommand(timeNs, 0.0, command, DriveMode.NOMINAL)));
    }
    return trace;
  }

  @Test
  void countsFromTheMomentOfSightToTheCommandAndToTheCar() {
    Reaction reaction = Reaction.of("Child", drive(true), drive(false)).orElseThrow();

    assertThat(reaction.inSightS()).isCloseTo(1.0, within(1e-6));
    assertThat(reaction.rangeM()).isCloseTo(Math.hypot(37.0, 1.0), within(1e-6));
    assertThat(reaction.speedMps()).isCloseTo(10.0, within(1e-6));
    assertThat(reaction.commandMs()).isCloseTo(300.0, within(1e-6));
    assertThat(reaction.commandWayM()).isCloseTo(3.0, within(1e-6));
    Reaction.Braking brakes = reaction.brakes().orElseThrow();
    assertThat(brakes.timeS()).isCloseTo(1.5, within(1e-6));
    assertThat(brakes.wayM()).isCloseTo(5.0, within(1e-6));
  }

  @Test
  void twoDrivesThatBrakeAlikeHaveNoReaction() {
    assertThat(Reaction.of("Child", drive(false), drive(false))).isEmpty();
  }

  @Test
  void whoIsHiddenWhenTheCommandComesIsNotWhatIsReactedTo() {
    DriveTrace hiddenAgain = drive(true, 1.2, -0.2, 3_000_000_000L);

    assertThat(Reaction.of("Child", hiddenAgain, drive(false))).isEmpty();
  }

  @Test
  void speedingUpLessIsNoBraking() {
    DriveTrace gentler = drive(true, 3.0, 3.0, 3_000_000_000L);
    DriveTrace twin = drive(false, 3.0, 3.0, 3_000_000_000L);

    assertThat(Reaction.of("Child", gentler, twin)).isEmpty();
  }

  @Test
  void nothingIsComparedWithATwinThatHasEnded() {
    assertThat(Reaction.of("Child", drive(true), drive(false, 3.0, -0.2, 1_200_000_000L)))
        .isEmpty();
  }

  @Test
  void whoIsLeftOutIsNotThereAndOnlyThatOne() {
    List<String> met = new ArrayList<>();
    Simulation.of(SCENARIO)
        .truthPerception()
        .until(0.2)
        .without("Cutter")
        .watch(message -> {
          if (message.value() instanceof TruthFrame frame) {
            frame.actors().forEach(actor -> met.add(actor.name()));
          }
        })
        .run();

    assertThat(met).contains("Ego").doesNotContain("Cutter");
  }

  @Test
  void anEntityThatIsNotThereIsNamed() {
    TwinDrives drives = new TwinDrives(() -> Simulation.of(SCENARIO).truthPerception());

    assertThatThrownBy(() -> drives.reactionTo("Cuter"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--without Cuter: there is no such entity; did you mean Cutter?");
    assertThatThrownBy(() -> drives.reactionTo("Ego"))
        .hasMessageContaining("the car that is driven");
  }
}
