package io.camber.app.command.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.command.CamberCommand;
import io.camber.app.command.Console;
import io.camber.bus.Envelope;
import io.camber.bus.Origins;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.Topic;
import io.camber.geometry.Vec3;
import io.camber.mcap.Compression;
import io.camber.mcap.McapConfig;
import io.camber.mcap.McapFile;
import io.camber.mcap.McapRecord;
import io.camber.mcap.McapWriter;
import io.camber.mcap.MessageCursor;
import io.camber.mcap.MessageSelection;
import io.camber.messages.EnvelopeCodec;
import io.camber.messages.Topics;
import io.camber.recording.Recorder;
import io.camber.recording.RecorderConfig;
import io.camber.scene.MapFile;
import io.camber.sensing.ImuSample;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a log begins with that is cut out of the middle of another. */
final class CutLogTest {
  private static final long SECOND_NS = 1_000_000_000L;

  @TempDir
  private Path folder;

  @RegisterExtension
  private final Console console = new Console();

  private int cuts;

  private static <T> void record(
      Recorder recorder, Topic<T> topic, T value, long timeNs, long sequence) throws IOException {
    PayloadBuffer buffer = new PayloadBuffer(256);
    topic.codec().encode(value, buffer);
    Envelope envelope = new Envelope(topic.name(), "world", sequence, timeNs, timeNs, Origins.NONE);
    recorder.record(topic.codec().schema(), envelope, buffer.array(), 0, buffer.length());
    byte[] told = EnvelopeCodec.encode(envelope);
    recorder.record(
        EnvelopeCodec.schema(),
        new Envelope(EnvelopeCodec.TOPIC, "bus", 0, timeNs, timeNs, Origins.NONE),
        told,
        0,
        told.length);
  }

  /** A map at time 0, another at two seconds, an inertial sample ten times a second, for four seconds. */
  private Path ours() throws IOException {
    Path file = folder.resolve("ours.mcap");
    try (Recorder recorder = Recorder.create(file, RecorderConfig.DEFAULT)) {
      for (int i = 0; i < 40; i++) {
        long timeNs = i * SECOND_NS / 10;
        if (i % 20 == 0) {
          record(recorder, Topics.MAP, new MapFile("map-" + i, new byte[] {1}), timeNs, i / 20);
        }
        record(recorder, Topics.IMU, new ImuSample(timeNs, Vec3.ZERO, Vec3.ZERO), timeNs, i);
      }
    }
    return file;
  }

  /** As ROS 2 writes: one channel for all publishers of a topic. */
  private Path ros() throws IOException {
    Path file = folder.resolve("ros.mcap");
    try (McapWriter writer =
        new McapWriter(Files.newOutputStream(file), McapConfig.indexed(Compression.NONE))) {
      writer.addSchema(new McapRecord.Schema(1, "any", "ros2msg", ByteBuffer.allocate(0)));
      channel(writer, 1, "/tf_static", Map.of());
      channel(writer, 2, "/grid", Map.of("offered_qos_profiles", "- depth: 2\n  durability: 1\n"));
      channel(
          writer, 3, "/robot", Map.of("offered_qos_profiles", "- durability: transient_local\n"));
      channel(writer, 4, "/old", Map.of("latching", "1"));
      channel(writer, 5, "/scan", Map.of("offered_qos_profiles", "- depth: 5\n  durability: 2\n"));
      for (int second = 0; second < 5; second++) {
        for (int id = 1; id <= 5 && second < 3; id++) {
          writer.write(id, second, second * SECOND_NS, 0, new byte[] {(byte) second}, 0, 1);
        }
        writer.write(5, 10 + second, second * SECOND_NS + 1, 0, new byte[] {9}, 0, 1);
      }
    }
    return file;
  }

  private static void channel(
      McapWriter writer, int id, String topic, Map<String, String> metadata) {
    writer.addChannel(new McapRecord.Channel(id, 1, topic, "cdr", metadata));
  }

  private static List<String> of(Path log, String topic) throws IOException {
    List<String> found = new ArrayList<>();
    try (McapFile file = McapFile.open(log)) {
      MessageCursor cursor =
          file.messages(new MessageSelection(new TreeSet<>(List.of(topic)), 0, -1L));
      for (Optional<McapRecord.Message> next = cursor.next();
          next.isPresent();
          next = cursor.next()) {
        found.add(next.get().sequence() + "@" + next.get().logTimeNs() / 1e9);
      }
    }
    return found;
  }

  private Path cut(Path log, String from, String... more) {
    Path cut = folder.resolve("cut-" + cuts++ + ".mcap");
    List<String> line = new ArrayList<>(
        List.of("log", "cut", log.toString(), "--from", from, "-o", cut.toString()));
    line.addAll(List.of(more));
    assertThat(CamberCommand.execute(line.toArray(String[]::new)))
        .as(console.out() + console.err())
        .isZero();
    return cut;
  }

  @Test
  void theMapThatStillHeldStandsAtTheStart() throws IOException {
    assertThat(of(cut(ours(), "1"), "/map")).containsExactly("0@1.0", "1@2.0");
    assertThat(of(cut(ours(), "3"), "/map")).containsExactly("1@3.0");
  }

  @Test
  void whatIsSaidAnewAtTheStartReplacesWhatHeld() throws IOException {
    assertThat(of(cut(ours(), "2"), "/map")).containsExactly("1@2.0");
  }

  @Test
  void bareIsNothingButTheTime() throws IOException {
    Path log = ours();
    assertThat(of(cut(log, "3", "--bare"), "/map")).isEmpty();
    assertThat(CamberCommand.execute(
            new String[] {"log", "cut", log.toString(), "--to", "1", "--bare", "-o", log + ".x"}))
        .isEqualTo(2);
    assertThat(console.out() + console.err()).contains("--bare is about what was said");
  }

  @Test
  void aReplayOfACutLogIsStillHeldAgainstItsEnvelopes() throws IOException {
    Path cut = cut(ours(), "3");
    CamberCommand.execute(
        new String[] {"replay", cut.toString(), "--node", "localization", "--quiet"});
    assertThat(console.out() + console.err()).doesNotContain("lacks envelopes");
  }

  @Test
  void staticTransformsOfAllPublishersHoldAndProfilesAsDeepAsTheySay() throws IOException {
    Path cut = cut(ros(), "4");
    assertThat(of(cut, "/tf_static")).containsExactly("0@4.0", "1@4.0", "2@4.0");
    assertThat(of(cut, "/grid")).containsExactly("1@4.0", "2@4.0");
    assertThat(of(cut, "/robot")).containsExactly("2@4.0");
    assertThat(of(cut, "/old")).containsExactly("2@4.0");
    assertThat(of(cut, "/scan")).containsExactly("14@4.000000001");
  }
}
