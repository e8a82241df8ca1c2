package io.camber.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files cut at every byte and with every byte flipped: no wrong message, no other exception than the documented one. */
final class DamageTest {
  private static final int MESSAGES = 12;

  @ParameterizedTest
  @EnumSource(Compression.class)
  void givesTheCompleteMessagesOfAFileCutAnywhere(Compression compression) throws IOException {
    byte[] whole = file(compression);
    int most = 0;

    for (int length = 0; length < whole.length; length++) {
      List<ByteBuffer> read = new ArrayList<>();
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> readInto(cut, read)).isInstanceOf(MalformedMcapException.class);
      assertWrittenInOrder(read);
      assertThat(read.size()).isGreaterThanOrEqualTo(most);
      most = read.size();
    }

    assertThat(most).isEqualTo(MESSAGES);
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void noticesEveryFlippedByteAndGivesNoWrongMessageBefore(Compression compression)
      throws IOException {
    byte[] whole = file(compression);
    List<ByteBuffer> written = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      written.add(ByteBuffer.wrap(McapFileTest.payload(i)));
    }

    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x01;
      List<ByteBuffer> read = new ArrayList<>();
      assertThatThrownBy(() -> readInto(damaged, read))
          .as("byte " + at)
          .isInstanceOf(MalformedMcapException.class);
      assertThat(written).as("byte " + at).containsAll(read);
      assertThat(read).as("byte " + at).doesNotHaveDuplicates();
    }
  }

  @Test
  void refusesSizesThatLieWithoutAllocatingThem() {
    ByteBuffer lying = ByteBuffer.allocate(64).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    lying.put(McapFormat.magic()).put((byte) Opcode.HEADER).putLong(Long.MAX_VALUE);

    assertThatThrownBy(() -> readInto(lying.array(), new ArrayList<>()))
        .isInstanceOf(MalformedMcapException.class)
        .hasMessageContaining("the limit is");
  }

  @Test
  void namesACompressionItDoesNotKnow() {
    ByteBuffer packed = ByteBuffer.wrap(new byte[3]);
    McapRecord.Chunk chunk = new McapRecord.Chunk(0, 0, 3, 0, "brotli", packed);

    assertThatThrownBy(() -> ChunkReader.open(chunk, McapLimits.DEFAULT))
        .isInstanceOf(MalformedMcapException.class)
        .hasMessageContaining("brotli");
  }

  @Test
  void refusesChunksLargerThanTheLimit() {
    McapRecord.Chunk chunk = new McapRecord.Chunk(0, 0, 1L << 40, 0, "", ByteBuffer.allocate(1));

    assertThatThrownBy(() -> ChunkReader.open(chunk, McapLimits.DEFAULT))
        .hasMessageContaining("declares 1099511627776 bytes");
  }

  private static void readInto(byte[] file, List<ByteBuffer> payloads) throws IOException {
    try (McapReader reader = new McapReader(new ByteArrayInputStream(file), McapLimits.DEFAULT)) {
      for (Optional<McapRecord.Message> message = reader.nextMessage();
          message.isPresent();
          message = reader.nextMessage()) {
        payloads.add(message.get().payload());
      }
    }
  }

  private static void assertWrittenInOrder(List<ByteBuffer> payloads) {
    for (int i = 0; i < payloads.size(); i++) {
      assertThat(payloads.get(i)).isEqualTo(ByteBuffer.wrap(McapFileTest.payload(i)));
    }
  }

  private static byte[] file(Compression compression) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    McapConfig config = McapConfig.indexed(compression).withChunkBytes(120);
    try (McapWriter writer = new McapWriter(out, config)) {
      writer.addChannel(new McapRecord.Channel(1, 0, "/a", "text", Map.of()));
      for (int i = 0; i < MESSAGES; i++) {
        byte[] payload = McapFileTest.payload(i);
        writer.write(1, i, i, i, payload, 0, payload.length);
      }
    }
    return out.toByteArray();
  }
}
