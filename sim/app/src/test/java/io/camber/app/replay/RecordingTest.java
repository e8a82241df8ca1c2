package io.camber.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.bus.PayloadBuffer;
import io.camber.geometry.Vec3;
import io.camber.mcap.Compression;
import io.camber.mcap.McapConfig;
import io.camber.mcap.McapRecord;
import io.camber.mcap.McapWriter;
import io.camber.messages.Topics;
import io.camber.sensing.ImuSample;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordingTest {
  @TempDir
  private Path folder;

  @Test
  void messagesOfALogOfOthersComeInTheOrderOfTheirTimes() throws IOException {
    Path log = folder.resolve("bag.mcap");
    String type = Topics.IMU.codec().schema().name();
    try (McapWriter writer =
        new McapWriter(Files.newOutputStream(log), McapConfig.indexed(Compression.NONE))) {
      writer.addSchema(new McapRecord.Schema(1, type, "protobuf", ByteBuffer.allocate(0)));
      writer.addChannel(new McapRecord.Channel(1, 1, Topics.IMU.name(), "protobuf", Map.of()));
      for (long timeNs : new long[] {30, 10, 20, 20}) {
        PayloadBuffer payload = new PayloadBuffer(64);
        Topics.IMU.codec().encode(new ImuSample(timeNs, Vec3.ZERO, Vec3.ZERO), payload);
        writer.write(1, timeNs, timeNs, timeNs, payload.array(), 0, payload.length());
      }
    }

    Recording recording = Recording.read(log, Map.of());

    assertThat(recording.exact()).isFalse();
    assertThat(recording.messages())
        .extracting(message -> message.envelope().publishTimeNs())
        .containsExactly(10L, 20L, 20L, 30L);
  }
}
