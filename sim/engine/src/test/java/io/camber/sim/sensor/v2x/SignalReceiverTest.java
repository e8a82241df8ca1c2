package io.camber.sim.sensor.v2x;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Pose3;
import io.camber.geometry.Size3;
import io.camber.map.RoadMap;
import io.camber.map.road.Signal;
import io.camber.scene.ObjectClass;
import io.camber.scene.SignalColor;
import io.camber.sensing.SignalPhases;
import io.camber.truth.ActorLights;
import io.camber.truth.ActorTruth;
import io.camber.truth.SignalTruth;
import io.camber.truth.TruthFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bundled crossing with its lights. */
final class SignalReceiverTest {
  private static final long NOW_NS = 5_000_000_000L;

  private final RoadMap map = crossing();
  private final Signal light =
      map.signals().stream().filter(Signal::dynamic).findFirst().orElseThrow();

  @Test
  void saysWhatALightShowsAndForHowMuchLonger() {
    SignalPhases heard = listen(300.0, 0.0, 0.0, NOW_NS + 2_500_000_000L);

    assertThat(heard.phases()).hasSize(1);
    assertThat(heard.phases().get(0).signalId()).isEqualTo(light.id());
    assertThat(heard.phases().get(0).color()).isEqualTo(SignalColor.RED);
    assertThat(heard.phases().get(0).remainingS().orElseThrow()).isEqualTo(2.5);
  }

  @Test
  void saysNothingOfATimeThatNobodyHasPlanned() {
    assertThat(listen(300.0, 0.0, 0.0, 0).phases().get(0).remainingS()).isEmpty();
  }

  @Test
  void hearsNoLightThatIsTooFarOrLost() {
    assertThat(listen(300.0, 400.0, 0.0, 0).phases()).isEmpty();
    assertThat(listen(300.0, 0.0, 1.0, 0).phases()).isEmpty();
  }

  private SignalPhases listen(double rangeM, double awayM, double loss, long changesNs) {
    SignalReceiver receiver =
        new SignalReceiver(new SignalReceiverConfig("v2x_roof", rangeM, loss), map, 3);
    Pose3 at = light.pose();
    ActorTruth ego = new ActorTruth(
        "Ego",
        ObjectClass.CAR,
        "car",
        new Pose3(at.x() + awayM, at.y(), 0, 0, 0, 0),
        new Size3(4.5, 1.8, 1.5),
        0,
        0,
        0,
        0,
        0,
        0,
        ActorLights.OFF);
    SignalTruth red = new SignalTruth(light.id(), SignalColor.RED, changesNs);
    return receiver.listen(new TruthFrame(NOW_NS, "Ego", true, List.of(ego), List.of(red)), ego);
  }

  private static RoadMap crossing() {
    try {
      Path file = Path.of("../../scenarios/maps/signal-crossing.xodr");
      return RoadMap.parse("signal-crossing.xodr", ByteBuffer.wrap(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
