package io.camber.bus.shm;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.shm.file.EndLayout;
import io.camber.bus.shm.file.FileNames;
import io.camber.bus.shm.file.Processes;
import io.camber.bus.transport.Loan;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A message on loan stays whole though its reader is closed, and is in nobody's way once it is given back. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LoanAfterCloseTest {
  /** Large enough to be pinned where it is not waited for. */
  private static final int BYTES = 6000;

  /** Several times round the ring. */
  private static final int MANY = 1000;

  @TempDir
  private Path directory;

  private WatchedBus bus;

  @BeforeEach
  void start() {
    bus = new WatchedBus(directory.resolve("bus"));
    bus.reopen(new SlowReaders(SlowReaders.Action.REFUSE, 0));
  }

  @AfterEach
  void stop() {
    bus.close();
  }

  @Test
  void theWriterOfAReliableTopicRunsIntoItAndGoesOnWhenItIsGivenBack() throws IOException {
    WireWriter writer = bus.wire().openWriter(ChildMain.ALL, "writer");
    WireReader reader = reader(bus.wire(), ChildMain.ALL);
    Loan loan = firstOf(writer, reader);

    reader.close();
    int sent = send(writer);
    boolean isWhole = isFirst(loan);
    loan.close();
    loan.close(); // once too often
    int sentAfterwards = send(writer);

    assertThat(sent).isLessThan(MANY);
    assertThat(isWhole).isTrue();
    assertThat(sentAfterwards).isEqualTo(MANY);
    assertThat(bus.files()).noneMatch(file -> file.endsWith(FileNames.IN));
  }

  @Test
  void theWriterOfSamplesGoesOnElsewhere() throws IOException {
    WireWriter writer = bus.wire().openWriter(ChildMain.NEWEST, "writer");
    WireReader reader = reader(bus.wire(), ChildMain.NEWEST);
    Loan loan = firstOf(writer, reader);

    reader.close();
    int sent = send(writer);
    boolean isWhole = isFirst(loan);
    loan.close();

    assertThat(sent).isEqualTo(MANY);
    assertThat(isWhole).isTrue();
    assertThat(bus.files()).noneMatch(file -> file.endsWith(FileNames.IN));
  }

  @Test
  void itOutlivesItsWholeWireAndIsNotStale() throws IOException {
    SharedMemoryWire other = SharedMemoryWire.open(ChildMain.config(bus.root()), event -> {});
    WireWriter writer = bus.wire().openWriter(ChildMain.ALL, "writer");
    Loan loan = firstOf(writer, reader(other, ChildMain.ALL));

    other.close();
    int sent = send(writer);
    boolean isWhole = isFirst(loan);
    List<String> stale = BusFolder.find(bus.root()).get(0).stale();
    loan.close();

    assertThat(sent).isLessThan(MANY);
    assertThat(isWhole).isTrue();
    assertThat(stale).isEmpty();
    assertThat(send(writer)).isEqualTo(MANY);
  }

  @Test
  void aClosedReaderIsOwedNoNewSegment() {
    WireWriter writer = bus.wire().openWriter(ChildMain.ALL, "writer");
    WireReader reader = reader(bus.wire(), ChildMain.ALL);
    Loan loan = firstOf(writer, reader);

    reader.close();
    boolean isSent = writer.send(new WireHeader().set(1, 0, 0), payload(300_000, 1)); // moves
    int sent = send(writer);

    assertThat(isSent).isTrue();
    assertThat(sent).isEqualTo(MANY);
    assertThat(isFirst(loan)).isTrue();
    loan.close();
  }

  @Test
  void aProcessThatLeftAndDiedIsInNobodysWay() throws Exception {
    WireWriter writer = bus.wire().openWriter(ChildMain.ALL, "writer");
    try (Child child = Child.start(bus.root(), "leave")) {
      child.await("ready");
      writer.send(new WireHeader().set(0, 0, 0), payload(BYTES, 0));
      child.await("left");
      assertThat(send(writer)).isLessThan(MANY);
      child.kill();
    }

    while (!writer.send(new WireHeader().set(1, 0, 0), payload(BYTES, 1))) {
      Thread.onSpinWait();
    }
    assertThat(send(writer)).isEqualTo(MANY);
    assertThat(bus.files()).noneMatch(file -> file.endsWith(FileNames.IN));
  }

  /** A pid of another pid namespace says nothing here. */
  @Test
  void aProcessThatCannotBeAskedForIsNotTakenForGone() throws IOException {
    WireWriter writer = bus.wire().openWriter(ChildMain.ALL, "writer");
    WireReader reader = reader(bus.wire(), ChildMain.ALL);
    Loan loan = firstOf(writer, reader);
    reader.close();
    put(EndLayout.START_AT, 1); // as if its pid were nobody's
    put(EndLayout.NAMESPACE_AT, Processes.NAMESPACE + 1);
    int sent = send(writer);
    boolean isWhole = isFirst(loan);
    put(EndLayout.NAMESPACE_AT, Processes.NAMESPACE);
    int sentWhenGone = send(writer);

    assertThat(sent).isLessThan(MANY);
    assertThat(isWhole).isTrue();
    assertThat(sentWhenGone).isEqualTo(MANY);
    loan.close();
  }

  private void put(int at, long value) throws IOException {
    String file = bus.files().stream()
        .filter(name -> name.endsWith(FileNames.IN))
        .findFirst()
        .orElseThrow();
    try (FileChannel channel =
        FileChannel.open(bus.root().resolve("test").resolve(file), StandardOpenOption.WRITE)) {
      channel.write(
          ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(0, value), at);
    }
  }

  @Test
  void theDeathOfAnotherThatTookTheNameDoesNotTouchIt() throws Exception {
    WireWriter writer = bus.wire().openWriter(ChildMain.ALL, "writer");
    Loan loan;
    try (SharedMemoryWire other =
        SharedMemoryWire.open(ChildMain.config(bus.root()), event -> {})) {
      WireReader reader =
          other.openReader(ChildMain.ALL, "hold", other.openBell("hold", Waiting.SPIN));
      loan = firstOf(writer, reader);
    }
    try (Child child = Child.start(bus.root(), "hold")) {
      child.await("ready");
      child.kill();
    }
    while (bus.files().contains("hold.lock")) {
      Thread.onSpinWait();
    }
    int sent = send(writer);
    boolean isWhole = isFirst(loan);
    loan.close();

    assertThat(sent).isLessThan(MANY);
    assertThat(isWhole).isTrue();
    assertThat(bus.files()).noneMatch(file -> file.endsWith(FileNames.IN));
  }

  private static WireReader reader(SharedMemoryWire wire, WireTopic topic) {
    return wire.openReader(topic, "reader", wire.openBell("reader", Waiting.SPIN));
  }

  private static Loan firstOf(WireWriter writer, WireReader reader) {
    List<Loan> loans = new ArrayList<>();
    writer.send(new WireHeader().set(0, 0, 0), payload(BYTES, 0));
    while (loans.isEmpty()) {
      reader.poll((publisher, header, payload) -> loans.add(reader.loan()), 1);
    }
    return loans.get(0);
  }

  private static boolean isFirst(Loan loan) {
    ByteBuffer payload = loan.payload();
    return Numbered.isWhole(payload) && payload.getLong(payload.position()) == 0;
  }

  /** How many of {@link #MANY} were taken. */
  private static int send(WireWriter writer) {
    int taken = 0;
    for (int i = 1; i <= MANY; i++) {
      taken += writer.send(new WireHeader().set(i, 0, 0), payload(BYTES, i)) ? 1 : 0;
    }
    return taken;
  }

  private static ByteBuffer payload(int length, long number) {
    ByteBuffer payload = ByteBuffer.allocateDirect(length).order(ByteOrder.LITTLE_ENDIAN);
    Numbered.fill(payload, number);
    return payload;
  }
}
