package io.camber.app.command;

import io.camber.bus.Envelope;
import io.camber.bus.Origins;
import io.camber.bus.PayloadBuffer;
import io.camber.geometry.Vec3;
import io.camber.mcap.Compression;
import io.camber.mcap.McapConfig;
import io.camber.mcap.McapRecord;
import io.camber.mcap.McapWriter;
import io.camber.messages.Topics;
import io.camber.recording.Recorder;
import io.camber.recording.RecorderConfig;
import io.camber.sensing.ImuSample;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/** Logs that are made in no time. */
public final class SampleLog {
  private static final int SAMPLES = 300;
  private static final long PERIOD_NS = 10_000_000L;
  private static final int MEGABYTE = 1 << 20;

  private SampleLog() {}

  /** A car that stands for three seconds and has nothing but an inertial unit. */
  public static Path standing(Path file) throws IOException {
    try (Recorder recorder = Recorder.create(file, RecorderConfig.DEFAULT)) {
      PayloadBuffer buffer = new PayloadBuffer(256);
      for (int i = 0; i < SAMPLES; i++) {
        long timeNs = i * PERIOD_NS;
        buffer.clear();
        Topics.IMU
            .codec()
            .encode(
                new ImuSample(timeNs, new Vec3(0.0, 0.0, 9.81), new Vec3(0.0, 0.0, 0.001)), buffer);
        recorder.record(
            Topics.IMU.codec().schema(),
            new Envelope(Topics.IMU.name(), "imu", i, timeNs, timeNs, Origins.NONE),
            buffer.array(),
            0,
            buffer.length());
      }
    }
    return file;
  }

  /** So many megabytes that no packing makes smaller. */
  static Path heavy(Path file, int megabytes) throws IOException {
    return noise(file, megabytes, MEGABYTE);
  }

  /** So many messages of a few bytes. */
  static Path many(Path file, int messages) throws IOException {
    return noise(file, messages, Long.BYTES);
  }

  private static Path noise(Path file, int messages, int bytes) throws IOException {
    byte[] noise = new byte[bytes];
    new Random(7).nextBytes(noise);
    try (McapWriter writer =
        new McapWriter(Files.newOutputStream(file), McapConfig.indexed(Compression.NONE))) {
      writer.addSchema(new McapRecord.Schema(1, "noise", "none", ByteBuffer.allocate(0)));
      writer.addChannel(new McapRecord.Channel(1, 1, "/noise", "none", Map.of()));
      for (int i = 0; i < messages; i++) {
        ByteBuffer.wrap(noise).putInt(0, i);
        writer.write(1, i, i * PERIOD_NS, i * PERIOD_NS, noise, 0, noise.length);
      }
    }
    return file;
  }
}
