package io.camber.app.sweep.run;

import io.camber.sim.scenario.TrajectoryWriter;
import io.camber.truth.ActorTruth;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The motion of everybody in one run, as a file named by its number; or nothing when nobody wants it. */
final class TrajectoryFile implements Closeable {
  private final Optional<TrajectoryWriter> writer;

  private TrajectoryFile(Optional<TrajectoryWriter> writer) {
    this.writer = writer;
  }

  static TrajectoryFile open(Optional<Path> folder, long index) throws IOException {
    if (folder.isEmpty()) {
      return new TrajectoryFile(Optional.empty());
    }
    Path file = folder.get().resolve(String.format(Locale.ROOT, "%06d.csv", index));
    return new TrajectoryFile(Optional.of(new TrajectoryWriter(Files.newBufferedWriter(file))));
  }

  void write(long timeNs, List<ActorTruth> actors) {
    writer.ifPresent(open -> open.write(timeNs, actors));
  }

  @Override
  public void close() throws IOException {
    if (writer.isPresent()) {
      writer.get().close();
    }
  }
}
