package io.camber.app.blame;

import io.camber.app.simulation.Progress;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationResult;
import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.MessageListener;
import io.camber.jury.ticket.Finding;
import io.camber.jury.ticket.Scan;
import io.camber.map.RoadMap;
import io.camber.messages.Topics;
import io.camber.truth.TruthFrame;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The checks that need no truth, listening to a drive that is kept nowhere. */
public final class DriveChecks implements MessageListener, Progress {
  private @Nullable Scan scan;

  private DriveChecks() {}

  /** A drive and what the checks found in it. */
  public record Checked(SimulationResult result, List<Finding> findings) {
    public Checked {
      findings = List.copyOf(findings);
    }
  }

  /** Makes the drive; who else is to watch it was told before. */
  public static Checked run(Simulation simulation) {
    DriveChecks checks = new DriveChecks();
    SimulationResult result = simulation.progress(checks).watch(checks).run();
    Scan scan = checks.scan;
    return new Checked(result, scan == null ? List.of() : scan.findings());
  }

  @Override
  public void at(double simulatedS, double untilS, double wallS) {}

  @Override
  public void world(TruthFrame frame, RoadMap map) {
    if (scan == null) {
      scan = new Scan(Optional.of(map));
    }
  }

  @Override
  public void onMessage(BusMessage<?> message) {
    Scan listening = scan;
    if (listening != null && !message.topic().name().startsWith(Topics.TRUTH_PREFIX)) {
      listening.onMessage(message.envelope(), message.value());
    }
  }
}
