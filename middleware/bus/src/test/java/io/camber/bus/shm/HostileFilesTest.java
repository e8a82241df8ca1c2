package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireException;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

/** Test plan SHM-08 to SHM-10: files that were put there, cut, removed, opened up or scribbled on by somebody else. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HostileFilesTest {
  @TempDir
  private Path directory;

  private final List<WireEvent> events = new CopyOnWriteArrayList<>();
  private final WireHeader header = new WireHeader();
  private long received;
  private long torn;

  private Path root() {
    return directory.resolve("bus");
  }

  private SharedMemoryWire open() {
    return SharedMemoryWire.open(ChildMain.config(root()), events::add);
  }

  @Test
  void letsNobodyElseReadAnything() throws IOException {
    try (SharedMemoryWire wire = open()) {
      wire.openWriter(ChildMain.ALL, "a");
      wire.openReader(ChildMain.ALL, "b", wire.openBell("b", Waiting.BLOCK));

      try (Stream<Path> all = Files.walk(root())) {
        for (Path path : all.toList()) {
          String wanted = Files.isDirectory(path) ? "rwx------" : "rw-------";
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
              .as("%s", path)
              .isEqualTo(wanted);
        }
      }
    }
  }

  @Test
  void refusesADirectoryThatOthersCanEnter() throws IOException {
    Files.createDirectory(
        root(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));

    assertThatThrownBy(this::open)
        .isInstanceOf(WireException.class)
        .hasMessageContaining("rwxr-xr-x");
  }

  @Test
  void refusesADirectoryOfSomebodyElse() throws IOException {
    open().close();
    try {
      Files.setAttribute(root(), "unix:uid", 65534);
    } catch (IOException e) {
      Assumptions.abort("only root can give a directory away");
    }

    assertThatThrownBy(this::open)
        .isInstanceOf(WireException.class)
        .hasMessageContaining("belongs to");
  }

  @Test
  void refusesADirectoryBehindASymlink() throws IOException {
    Path elsewhere = Files.createDirectory(
        directory.resolve("elsewhere"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.createSymbolicLink(root(), elsewhere);

    assertThatThrownBy(this::open)
        .isInstanceOf(WireException.class)
        .hasMessageContaining("symbolic link");
  }

  @Test
  void neverWritesThroughASymlink() throws IOException {
    open().close();
    Path victim = Files.writeString(directory.resolve("victim"), "precious");
    Path bus = root().resolve("test");
    Files.delete(bus.resolve("generation"));
    Files.createSymbolicLink(bus.resolve("generation"), victim);

    assertThatThrownBy(this::open)
        .isInstanceOf(WireException.class)
        .hasMessageContaining("generation");

    Files.delete(bus.resolve("generation"));
    Files.createSymbolicLink(bus.resolve("a.lock"), victim);
    try (SharedMemoryWire wire = open()) {
      assertThatThrownBy(() -> wire.openWriter(ChildMain.ALL, "a"))
          .isInstanceOf(WireException.class);
    }
    assertThat(victim).hasContent("precious");
  }

  @Test
  void goesOnInAFreshSegmentWhenTheFileIsRemoved() throws IOException {
    goesOnAfter(Files::delete);
  }

  @Test
  void goesOnInAFreshSegmentWhenTheFileIsOpenedUp() throws IOException {
    goesOnAfter(
        file -> Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-")));
  }

  private void goesOnAfter(Harm harm) throws IOException {
    try (SharedMemoryWire left = open();
        SharedMemoryWire right = open()) {
      WireReader reader = right.openReader(ChildMain.ALL, "b", right.openBell("b", Waiting.SPIN));
      WireWriter writer = left.openWriter(ChildMain.ALL, "a");
      send(writer, 0);
      while (received == 0) {
        reader.poll(this::check, 1);
      }
      Path file = segment();

      harm.apply(file);
      for (int i = 1; Files.exists(file, LinkOption.NOFOLLOW_LINKS) || segments() == 0; i++) {
        send(writer, i);
        reader.poll(this::check, 100);
      }
      send(writer, 1 << 20);
      while (reader.poll(this::check, 1000) > 0 || writer.counters().messages() > received) {
        Thread.onSpinWait();
      }

      assertThat(torn).isZero();
      assertThat(reader.counters().lost()).isZero();
      assertThat(reader.counters().messages()).isEqualTo(writer.counters().messages());
    }
  }

  private interface Harm {
    void apply(Path file) throws IOException;
  }

  private Path segment() throws IOException {
    try (Stream<Path> list = Files.list(root().resolve("test"))) {
      return list.filter(path -> path.toString().endsWith(".out")).findFirst().orElseThrow();
    }
  }

  private long segments() throws IOException {
    try (Stream<Path> list = Files.list(root().resolve("test"))) {
      return list.filter(path -> path.toString().endsWith(".out")).count();
    }
  }

  private void send(WireWriter writer, int number) {
    ByteBuffer payload = ByteBuffer.allocateDirect(200).order(ByteOrder.LITTLE_ENDIAN);
    Numbered.fill(payload, number);
    writer.send(header.set(number, 0, 0), payload);
  }

  private void check(String publisher, WireHeader head, ByteBuffer payload) {
    received++;
    torn += Numbered.isWhole(payload) ? 0 : 1;
  }

  /** Only where the platform reports a fault at the access: up to Java 21 it may come up anywhere in the thread, later. */
  @Test
  @EnabledForJreRange(minVersion = 22)
  void acceptsNothingFromASegmentThatWasCutAndGoesOnInAFreshOne() throws Exception {
    try (SharedMemoryWire wire = open();
        Child subscriber = Child.start(root(), "subscribe");
        Child publisher = Child.start(root(), "publish", "cut", 3, 300)) {
      subscriber.await("ready");
      publisher.await("ready");
      long before = 0;
      while (before < 1000) {
        subscriber.tell("report");
        before = Long.parseLong(subscriber.await("report").split(" ", -1)[0]);
      }

      Path file = segment(); // long after the writer has found its size
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(4096);
      }
      String[] report = {""};
      for (long after = before; after < before + 100_000 || Files.exists(file); ) {
        subscriber.tell("report");
        report = subscriber.await("report").split(" ", -1);
        after = Long.parseLong(report[0]);
      }

      assertThat(report[3]).as("torn or disordered").isEqualTo("0");
      assertThat(wire.endpoints()).anyMatch(end -> end.node().equals("cut"));
    }
  }

  @Test
  void staysUpWhateverIsScribbledOverASegment() throws IOException {
    scribble(300);
  }

  @Test
  @Tag("campaign")
  @Timeout(value = 1800, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void staysUpThroughAHundredThousandScribbles() throws IOException {
    scribble(100_000);
  }

  private void scribble(int seeds) throws IOException {
    try (SharedMemoryWire left =
            SharedMemoryWire.open(ChildMain.config(root()), WireListener.SILENT);
        SharedMemoryWire right = open()) {
      for (int seed = 0; seed < seeds; seed++) {
        Random random = new Random(seed);
        var topic = seed % 2 == 0 ? ChildMain.ALL : ChildMain.NEWEST;
        WireReader reader = right.openReader(topic, "b", right.openBell("b", Waiting.SPIN));
        WireWriter writer = left.openWriter(topic, "a");
        for (int i = 0; i < 20; i++) {
          send(writer, i);
        }
        reader.poll(this::check, 5);
        try (FileChannel channel =
            FileChannel.open(segment(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
          MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size());
          for (int i = 0; i < 1 + random.nextInt(40); i++) {
            int bound = random.nextBoolean() ? 1200 : 16_000;
            bytes.put(random.nextInt(bound), (byte) random.nextInt(256));
          }
        }
        for (int i = 0; i < 5; i++) {
          reader.poll((publisher, head, payload) -> {}, 1000);
          reader.hasMessages();
          send(writer, 100 + i);
        }
        writer.close();
        reader.poll((publisher, head, payload) -> {}, 1000);
        reader.close();
      }
      received = 0;
      torn = 0;
      WireReader reader = right.openReader(ChildMain.ALL, "b", right.openBell("b", Waiting.SPIN));
      WireWriter writer = left.openWriter(ChildMain.ALL, "a");
      send(writer, 0);
      while (received == 0) {
        reader.poll(this::check, 10);
      }

      assertThat(torn).isZero();
    }
  }
}
