package io.camber.app.trajectory;

import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.MessageListener;
import io.camber.diagnostics.InputException;
import io.camber.truth.TruthFrame;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Writes the motion of every entity at every step, if somebody asked for it. */
public final class TrajectoryLog implements MessageListener, Closeable {
  private final TrajectoryFile file;

  private TrajectoryLog(TrajectoryFile file) {
    this.file = file;
  }

  public static TrajectoryLog open(Optional<Path> path) {
    try {
      return new TrajectoryLog(TrajectoryFile.open(path));
    } catch (IOException e) {
      throw new InputException(
          "--trajectories " + path.orElse(Path.of(""))
              + " cannot be written: name a file in a folder of yours",
          e);
    }
  }

  @Override
  public void onMessage(BusMessage<?> message) {
    if (message.value() instanceof TruthFrame frame) {
      file.write(frame.timeNs(), frame.actors());
    }
  }

  public void finish() throws IOException {
    file.finish();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
