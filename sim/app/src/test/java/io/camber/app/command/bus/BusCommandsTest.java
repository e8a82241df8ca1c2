package io.camber.app.command.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.command.CamberCommand;
import io.camber.app.command.Console;
import io.camber.app.rig.BusAddress;
import io.camber.app.rig.OwnBus;
import io.camber.app.rig.WireLog;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.shm.BusFolder;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import io.camber.geometry.Vec3;
import io.camber.messages.Topics;
import io.camber.sensing.ImuSample;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Commands that look at a live bus, on a bus where one node publishes inertial samples. */
@Timeout(60)
final class BusCommandsTest {
  @RegisterExtension
  private final OwnBus bus = OwnBus.of("commands");

  @RegisterExtension
  private final Console console = new Console();

  private final CountDownLatch joined = new CountDownLatch(1);
  private final AtomicBoolean done = new AtomicBoolean();
  private final Thread publishing = new Thread(this::publish, "publishing");

  @BeforeEach
  void capture() throws InterruptedException {
    publishing.start();
    joined.await();
  }

  @AfterEach
  void release() throws InterruptedException {
    done.set(true);
    publishing.join();
  }

  private void publish() {
    PayloadBuffer payload = new PayloadBuffer(256);
    Topics.IMU
        .codec()
        .encode(new ImuSample(0, new Vec3(0.5, 0.25, 9.75), new Vec3(0.0, 0.0, 0.125)), payload);
    WireHeader header = new WireHeader();
    try (Wire wire = bus.address().open(new WireLog());
        WireWriter writer = wire.openWriter(WireTopic.of(Topics.IMU), "imu")) {
      joined.countDown();
      for (long sequence = 0; !done.get(); sequence++) {
        long timeNs = sequence * 10_000_000;
        writer.send(header.set(sequence, timeNs + 2_000_000, timeNs), payload.view());
        Thread.sleep(5);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void echoPrintsFields() {
    assertThat(camber("topic", "echo", "/sensor/imu", "--bus", bus.text())).isZero();
    assertThat(stdout()).contains("# imu sequence").contains("9.75");
  }

  @Test
  void ratesComeFromThePublishersCounters() {
    assertThat(camber("topic", "echo", "/sensor/imu", "--bus", bus.text())).isZero();
    assertThat(camber("topic", "hz", "/sensor/imu", "--window", "0.5", "--bus", bus.text()))
        .isZero();
    assertThat(stdout()).containsPattern("/sensor/imu +[1-9][0-9.]* Hz  0 lost");
  }

  @Test
  void delayIsFromMeasurementToPublication() {
    assertThat(camber("topic", "delay", "/sensor/imu", "--count", "20", "--bus", bus.text()))
        .isZero();
    assertThat(stdout()).contains("median 2.00 ms");
  }

  @Test
  void nothingIsPublishedToNobody() {
    assertThat(camber("topic", "pub", "/actuation/command", "", "--bus", bus.text()))
        .isEqualTo(2);
    assertThat(stderr()).contains("nobody reads /actuation/command");
    assertThat(camber("topic", "pub", "/actuation/command", "", "--hz", "0", "--bus", bus.text()))
        .isEqualTo(2);
    assertThat(stderr()).contains("--hz=0");
  }

  /** One message over UDP, from somebody who has just come and goes at once, to somebody already there. */
  @Test
  void whatIsPublishedArrivesThoughThePublisherLeaves() {
    String udp = "udp:29440";
    List<String> seen = new CopyOnWriteArrayList<>();
    try (Wire wire = BusAddress.parse(udp).open(new WireLog());
        Bell bell = wire.openBell("car", Waiting.BLOCK);
        WireReader reader = wire.openReader(WireTopic.of(Topics.ACTUATION), "car", bell)) {
      assertThat(camber("topic", "pub", "/actuation/command", "", "--bus", udp)).isZero();
      while (seen.isEmpty()) {
        reader.poll((publisher, header, payload) -> seen.add(publisher), 10);
        bell.await(reader::hasMessages, 10_000_000);
      }
    }

    assertThat(seen).containsExactly("probe-" + ProcessHandle.current().pid());
  }

  @Test
  void nodesAreListedWithTheirProcess() {
    assertThat(camber("topic", "echo", "/sensor/imu", "--bus", bus.text())).isZero();
    assertThat(camber("node", "list", "--bus", bus.text())).isZero();
    assertThat(stdout())
        .contains("imu")
        .contains("pid " + ProcessHandle.current().pid());
  }

  @Test
  void aMistypedTopicIsSuggested() {
    assertThat(camber("topic", "echo", "/sensor/imo", "--bus", bus.text())).isEqualTo(2);
    assertThat(stderr()).contains("did you mean").contains("/sensor/imu");
  }

  @Test
  void anUnknownNodeIsRefusedWithTheKnownOnes() {
    assertThat(camber("topic", "echo", "/sensor/imu", "--bus", bus.text())).isZero();
    assertThat(camber("node", "kill", "imi", "--bus", bus.text())).isEqualTo(2);
    assertThat(stderr()).contains("there is no node imi").contains("imu");
  }

  @Test
  void aBusWithoutAnybodyIsRefusedAndNotMade() throws IOException {
    String absent = "absent-" + ProcessHandle.current().pid();
    assertThat(camber("topic", "list", "--bus", "shm:" + absent)).isEqualTo(2);
    assertThat(camber("node", "list", "--bus", "shm:" + absent)).isEqualTo(2);
    assertThat(stderr()).contains("nobody is on the bus shm:" + absent).contains(bus.text());
    assertThat(camber("topic", "hz", "--bus", bus.text(), "--window", "0.1")).isZero();
    assertThat(BusFolder.find(BusFolder.defaultRoot()))
        .extracting(BusFolder::name)
        .doesNotContain(absent);
  }

  private static int camber(String... arguments) {
    return CamberCommand.execute(arguments);
  }

  private String stdout() {
    return console.out();
  }

  private String stderr() {
    return console.err();
  }
}
