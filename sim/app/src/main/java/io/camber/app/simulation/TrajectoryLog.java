package io.camber.app.simulation;

import io.camber.bus.transport.BusMessage;
import io.camber.bus.transport.MessageListener;
import io.camber.diagnostics.InputException;
import io.camber.sim.scenario.TrajectoryWriter;
import io.camber.truth.TruthFrame;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Writes the motion of every entity at every step, if somebody asked for it. */
final class TrajectoryLog implements MessageListener, Closeable {
  private final Optional<TrajectoryWriter> writer;

  private TrajectoryLog(Optional<TrajectoryWriter> writer) {
    this.writer = writer;
  }

  static TrajectoryLog open(Optional<Path> file) {
    if (file.isEmpty()) {
      return new TrajectoryLog(Optional.empty());
    }
    Path path = file.get().toAbsolutePath();
    try {
      Files.createDirectories(Objects.requireNonNullElse(path.getParent(), path));
      return new TrajectoryLog(Optional.of(new TrajectoryWriter(Files.newBufferedWriter(path))));
    } catch (IOException e) {
      throw new InputException(
          "--trajectories " + file.get() + " cannot be written: name a file in a folder of yours",
          e);
    }
  }

  @Override
  public void onMessage(BusMessage<?> message) {
    if (writer.isPresent() && message.value() instanceof TruthFrame frame) {
      writer.get().write(frame.timeNs(), frame.actors());
    }
  }

  @Override
  public void close() throws IOException {
    if (writer.isPresent()) {
      writer.get().close();
    }
  }
}
