package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.shm.file.BusFiles;
import io.camber.bus.shm.file.EndLayout;
import io.camber.bus.shm.file.FileNames;
import io.camber.bus.shm.file.Generation;
import io.camber.bus.shm.file.Processes;
import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StandoffTest {
  @TempDir
  private Path directory;

  private BusFiles files;
  private Generation generation;
  private WireContext context;

  @BeforeEach
  void open() {
    SharedMemoryConfig config = ChildMain.config(directory.resolve("bus"));
    files = BusFiles.open(config.root(), config.bus());
    generation = Generation.open(files);
    Registry registry = new Registry(files, generation, WireListener.SILENT);
    context =
        new WireContext(config, files, generation, registry, WireListener.SILENT, new AtomicLong());
  }

  @AfterEach
  void close() {
    context.registry().close();
    generation.close();
  }

  @Test
  void oneReaderInTheWayDoesNotKeepTheNextFromBeingAskedWhetherItLives() throws IOException {
    SlowReaders policy = new SlowReaders(SlowReaders.Action.EVICT, TimeUnit.MINUTES.toNanos(1));
    EndInfo writer = end(Endpoint.Direction.PUBLISHES, "writer");
    Standoff standoff = new Standoff(new WriterSegments(context, writer, () -> {}), policy);
    GateReader first = leftBehind("first");
    GateReader second = leftBehind("second");

    standoff.begin();
    standoff.meet(first);
    standoff.meet(second);

    assertThat(files.list()).doesNotContain(first.info.file(), second.info.file());
    first.close();
    second.close();
  }

  @Test
  void aReaderIsAskedOnceAMillisecond() throws IOException {
    GateReader reader = leftBehind("reader");
    long now = System.nanoTime();

    assertThat(reader.takesProbe(now)).isTrue();
    assertThat(reader.takesProbe(now + 999_999)).isFalse();
    assertThat(reader.takesProbe(now + 1_000_000)).isTrue();
    assertThat(reader.takesProbe(now + 1_000_001)).isFalse();
    reader.close();
  }

  /** Of a process that has closed it and is gone. */
  private GateReader leftBehind(String node) throws IOException {
    long birth = generation.next();
    String file = FileNames.end(node, ChildMain.ALL.name(), birth, FileNames.IN);
    EndInfo info = end(Endpoint.Direction.SUBSCRIBES, node).withFile(file, context.newId(), birth);
    PositionFile.create(files, info, () -> {});
    ByteBuffer start = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    start.putLong(0, 1); // long before this process
    ByteBuffer state = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    state.putInt(0, EndLayout.STATE_CLOSED);
    try (FileChannel channel = files.open(file, StandardOpenOption.WRITE)) {
      channel.write(start, EndLayout.START_AT);
      channel.write(state, EndLayout.STATE_AT);
    }
    return Objects.requireNonNull(GateReader.open(files, info));
  }

  private static EndInfo end(Endpoint.Direction direction, String node) {
    return new EndInfo(
        "",
        direction,
        node,
        ChildMain.ALL,
        0,
        0,
        Processes.ownPid(),
        SlowReaders.Action.EVICT,
        Waiting.SPIN,
        0);
  }
}
