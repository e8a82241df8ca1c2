package io.camber.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files made to cost their reader memory or time (SEC-03). */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
final class BombTest {
  private static final int HUGE = 400 << 20;

  @Test
  void refusesPackedZerosBeforeUnpackingThem() {
    byte[] packed = Zstd.compress(new byte[100 << 20], 19);
    McapRecord.Chunk chunk = new McapRecord.Chunk(0, 0, HUGE, 0, "zstd", ByteBuffer.wrap(packed));

    long before = used();
    assertThatThrownBy(() -> ChunkReader.open(chunk, McapLimits.DEFAULT))
        .isInstanceOf(MalformedMcapException.class)
        .hasMessageContaining("more than 200 times its size is refused");
    assertThat(used() - before).isLessThan(32 << 20);
  }

  @Test
  void refusesChunksThatUnpackToMoreThanTheyDeclare() {
    byte[] packed = Zstd.compress(new byte[10 << 20], 3);
    McapRecord.Chunk chunk = new McapRecord.Chunk(0, 0, 1000, 0, "zstd", ByteBuffer.wrap(packed));

    assertThatThrownBy(() -> ChunkReader.open(chunk, McapLimits.DEFAULT))
        .isInstanceOf(MalformedMcapException.class);
  }

  @Test
  void refusesLz4ThatCannotUnpackToWhatItDeclares() {
    McapRecord.Chunk chunk =
        new McapRecord.Chunk(0, 0, 60 << 20, 0, "lz4", ByteBuffer.allocate(1000));

    long before = used();
    assertThatThrownBy(() -> ChunkReader.open(chunk, McapLimits.DEFAULT))
        .isInstanceOf(MalformedMcapException.class);
    assertThat(used() - before).isLessThan(16 << 20);
  }

  @Test
  void acceptsABlackImage() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (McapWriter writer = new McapWriter(out, McapConfig.indexed(Compression.ZSTD))) {
      writer.addChannel(new McapRecord.Channel(1, 0, "/image", "raw", Map.of()));
      writer.write(1, 0, 0, 0, new byte[6 << 20], 0, 6 << 20);
    }

    try (McapFile file = McapFile.salvage("black.mcap", ByteBuffer.wrap(out.toByteArray()))) {
      assertThat(
              file.messages(MessageSelection.ALL).next().orElseThrow().payload().remaining())
          .isEqualTo(6 << 20);
    }
  }

  @Test
  void refusesAnIndexThatNamesOneChunkAgainAndAgain() {
    RecordBuffer file = new RecordBuffer(1 << 20);
    file.append(McapFormat.magic(), 0, McapFormat.magic().length);
    RecordEncoder.encode(new McapRecord.Header("", ""), file);
    int chunk = file.length();
    int start = file.beginRecord(Opcode.CHUNK);
    file.u64(0).u64(0).u64(0).u32(0).string("").u64(0);
    file.endRecord(start);
    int length = file.length() - chunk;
    RecordEncoder.encode(new McapRecord.DataEnd(0), file);
    int summary = file.length();
    for (int i = 0; i < 100_000; i++) {
      RecordEncoder.encode(
          new McapRecord.ChunkIndex(0, -1L, chunk, length, new TreeMap<>(), 0, "", 0, 0), file);
    }
    RecordEncoder.encode(new McapRecord.Footer(summary, 0, 0), file);
    file.append(McapFormat.magic(), 0, McapFormat.magic().length);

    ByteBuffer bytes = ByteBuffer.wrap(file.array(), 0, file.length()).slice();
    MappedBytes mapped = MappedBytes.wrap(bytes);
    assertThatThrownBy(() -> new IndexedContents(mapped, McapLimits.DEFAULT).read())
        .isInstanceOf(MalformedMcapException.class)
        .hasMessageContaining("where none can be");
  }

  @Test
  void refusesSizesBeyondAllReasonInEveryRecord() {
    for (int opcode = 1; opcode <= 0x10; opcode++) {
      RecordBuffer file = new RecordBuffer(200);
      file.append(McapFormat.magic(), 0, McapFormat.magic().length);
      RecordEncoder.encode(new McapRecord.Header("", ""), file);
      file.u8(opcode).u64(40);
      for (int i = 0; i < 10; i++) {
        file.u32(0xFFFF_FFF0L);
      }
      byte[] bytes = java.util.Arrays.copyOf(file.array(), file.length());
      int kind = opcode;
      assertThatThrownBy(() -> {
            try (McapReader reader =
                new McapReader(new ByteArrayInputStream(bytes), McapLimits.DEFAULT)) {
              while (reader.next().isPresent()) {
                assertThat(reader.position()).isLessThanOrEqualTo(bytes.length);
              }
            }
          })
          .as("record kind " + kind)
          .isInstanceOf(MalformedMcapException.class);
    }
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
