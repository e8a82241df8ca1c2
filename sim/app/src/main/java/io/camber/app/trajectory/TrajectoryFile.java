package io.camber.app.trajectory;

import io.camber.mcap.tool.WholeFile;
import io.camber.sim.scenario.TrajectoryWriter;
import io.camber.truth.ActorTruth;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The motion of everybody as a file that is there when it is whole; or nothing when nobody wants it. */
public final class TrajectoryFile implements Closeable {
  /** A file that has begun and what writes it. */
  private record Open(WholeFile file, TrajectoryWriter writer) {}

  private final Optional<Open> open;

  private TrajectoryFile(Optional<Open> open) {
    this.open = open;
  }

  /** Begins the file, and makes its folder. */
  public static TrajectoryFile open(Optional<Path> path) throws IOException {
    if (path.isEmpty()) {
      return new TrajectoryFile(Optional.empty());
    }
    Path whole = WholeFile.led(path.get()).toAbsolutePath();
    Files.createDirectories(Objects.requireNonNullElse(whole.getParent(), whole));
    WholeFile file = WholeFile.of(path.get());
    TrajectoryWriter writer = new TrajectoryWriter(Files.newBufferedWriter(file.place()));
    return new TrajectoryFile(Optional.of(new Open(file, writer)));
  }

  public void write(long timeNs, List<ActorTruth> actors) {
    open.ifPresent(to -> to.writer().write(timeNs, actors));
  }

  /** Nothing more comes: the file gets its name. */
  public void finish() throws IOException {
    if (open.isPresent()) {
      open.get().writer().close();
      open.get().file().finish();
    }
  }

  /** Without {@link #finish()} before, nothing is left. */
  @Override
  public void close() throws IOException {
    if (open.isPresent()) {
      try {
        open.get().writer().close();
      } finally {
        open.get().file().close();
      }
    }
  }
}
