package io.camber.mcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Small files, cut at every byte and with every byte changed: all that is whole comes back, and nothing else. */
final class SalvageTest {
  private static final int MESSAGES = 12;

  @TempDir
  private Path folder;

  /** Ways to lay out the same messages. */
  enum Layout {
    PLAIN,
    LZ4,
    ZSTD,
    WITHOUT_CHUNKS,
    WITHOUT_SUMMARY,
    WITHOUT_CHUNK_CHECKSUMS
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void givesEveryWholeMessageOfAFileCutAnywhere(Layout layout) throws IOException {
    byte[] whole = file(layout);
    List<Integer> ends = ends(layout, whole);

    for (int length = McapFormat.magic().length; length <= whole.length; length++) {
      List<String> read = salvage(Arrays.copyOf(whole, length));
      int cut = length;
      long due = ends.stream().filter(end -> end <= cut).count();
      assertWritten(read, "cut at " + length);
      assertThat((long) read.size()).as("cut at " + length).isGreaterThanOrEqualTo(due);
      if (layout != Layout.LZ4 && layout != Layout.ZSTD) {
        assertThat((long) read.size()).as("cut at " + length).isEqualTo(due);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void acceptsNoWrongMessageWhateverByteIsChanged(Layout layout) throws IOException {
    byte[] whole = file(layout);
    int mostLost = 0;

    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) (at % 2 == 0 ? 0x01 : 0xF3);
      String where = "byte " + at;
      List<String> read = new ArrayList<>();
      try {
        read = salvage(damaged);
      } catch (MalformedMcapException e) {
        assertThat(at).as(where + ": " + e.getMessage()).isLessThan(McapFormat.magic().length);
      }
      assertThat(MESSAGE_SET).as(where).containsAll(read);
      assertThat(read).as(where).doesNotHaveDuplicates().isSorted();
      mostLost =
          at < McapFormat.magic().length ? mostLost : Math.max(mostLost, MESSAGES - read.size());
    }

    if (layout == Layout.PLAIN || layout == Layout.LZ4 || layout == Layout.ZSTD) {
      assertThat(mostLost).as("one byte costs one chunk").isLessThanOrEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Layout.class,
      names = {"PLAIN", "LZ4", "ZSTD"})
  void anIndexedFileNeverGivesAWrongMessageEither(Layout layout) throws IOException {
    byte[] whole = file(layout);

    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x11;
      List<String> read = new ArrayList<>();
      try (McapFile file = McapFile.open(write(damaged))) {
        readInto(file, read);
      } catch (MalformedMcapException e) {
        assertThat(e.getMessage()).contains("damaged.mcap");
      }
      assertThat(read).as("byte " + at).doesNotHaveDuplicates().isSorted();
      assertThat(MESSAGE_SET).as("byte " + at).containsAll(read);
    }
  }

  @Test
  void saysWhatItLeftOut() throws IOException {
    byte[] whole = file(Layout.PLAIN);
    whole[new String(whole, StandardCharsets.ISO_8859_1).indexOf("message 05")] ^= 1;
    Path path = write(whole);
    byte[] summaryGone = Arrays.copyOf(whole, whole.length - 3);

    try (McapFile indexed = McapFile.salvage(path)) {
      assertThat(indexed.isIndexed()).isTrue();
    }
    try (McapFile scanned = McapFile.scan(path)) {
      assertThat(scanned.isIndexed()).isFalse();
      assertThat(scanned.damage()).singleElement().asString().contains("checksum of a chunk");
    }
    try (McapFile cut = McapFile.salvage(write(summaryGone))) {
      assertThat(cut.damage()).hasSize(2);
      assertThat(cut.summary().statistics().orElseThrow().messageCount()).isEqualTo(9);
      assertThat(cut.summary().metadata()).hasSize(1);
    }
  }

  private static final List<String> MESSAGE_SET = messages();

  private static List<String> messages() {
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      messages.add(String.format("message %02d", i));
    }
    return messages;
  }

  private static void assertWritten(List<String> read, String when) {
    assertThat(read).as(when).isEqualTo(MESSAGE_SET.subList(0, read.size()));
  }

  private List<String> salvage(byte[] bytes) throws IOException {
    List<String> read = new ArrayList<>();
    try (McapFile file = McapFile.salvage("damaged.mcap", ByteBuffer.wrap(bytes))) {
      boolean more = true;
      MessageCursor cursor = file.messages(MessageSelection.ALL);
      while (more) {
        try {
          more = readNext(file, cursor, read);
        } catch (MalformedMcapException e) {
          assertThat(file.isIndexed()).as(e.getMessage()).isTrue();
        }
      }
    }
    return read;
  }

  private static void readInto(McapFile file, List<String> read) throws IOException {
    MessageCursor cursor = file.messages(MessageSelection.ALL);
    while (readNext(file, cursor, read)) {
      assertThat(read).hasSizeLessThanOrEqualTo(MESSAGES);
    }
  }

  private static boolean readNext(McapFile file, MessageCursor cursor, List<String> read)
      throws IOException {
    Optional<McapRecord.Message> message = cursor.next();
    message.ifPresent(found -> {
      assertThat(file.summary().channel(found.channelId()).topic()).isEqualTo("/a");
      read.add(StandardCharsets.UTF_8.decode(found.payload().duplicate()).toString());
    });
    return message.isPresent();
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("damaged.mcap"), bytes);
  }

  /** Where each message is complete: its own last byte, or the last of its chunk where packed. */
  private List<Integer> ends(Layout layout, byte[] whole) throws IOException {
    List<Integer> ends = new ArrayList<>();
    if (layout == Layout.LZ4 || layout == Layout.ZSTD) {
      try (McapFile file = McapFile.open(write(whole))) {
        for (McapRecord.ChunkIndex chunk : file.summary().chunks()) {
          for (long i = chunk.startNs(); i <= chunk.endNs(); i++) {
            ends.add((int) (chunk.chunkOffset() + chunk.chunkLength()));
          }
        }
      }
    } else {
      String text = new String(whole, StandardCharsets.ISO_8859_1);
      for (String message : MESSAGE_SET) {
        ends.add(text.indexOf(message) + message.length());
      }
    }
    return ends;
  }

  private static byte[] file(Layout layout) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Compression compression = switch (layout) {
      case LZ4 -> Compression.LZ4;
      case ZSTD -> Compression.ZSTD;
      default -> Compression.NONE;
    };
    McapConfig config = McapConfig.indexed(compression).withChunkBytes(120);
    EnumSet<McapPart> parts = EnumSet.copyOf(config.parts());
    if (layout == Layout.WITHOUT_CHUNKS) {
      parts.remove(McapPart.CHUNKS);
    }
    if (layout == Layout.WITHOUT_SUMMARY) {
      parts.retainAll(EnumSet.of(McapPart.CHUNKS, McapPart.MESSAGE_INDEXES, McapPart.CHECKSUMS));
    }
    try (McapWriter writer = new McapWriter(out, config.withParts(parts))) {
      writer.addChannel(new McapRecord.Channel(1, 0, "/a", "text", Map.of()));
      writer.write(new McapRecord.Metadata("about", Map.of("seed", "7")));
      for (int i = 0; i < MESSAGES; i++) {
        byte[] payload = MESSAGE_SET.get(i).getBytes(StandardCharsets.UTF_8);
        writer.write(1, i, i, i, payload, 0, payload.length);
      }
    }
    return layout == Layout.WITHOUT_CHUNK_CHECKSUMS
        ? withoutChunkChecksums(out.toByteArray())
        : out.toByteArray();
  }

  /** Some writers leave the checksum of chunks out and only write that of the data section. */
  private static byte[] withoutChunkChecksums(byte[] file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    int at = McapFormat.magic().length;
    while (bytes.get(at) != Opcode.DATA_END) {
      if (bytes.get(at) == Opcode.CHUNK) {
        bytes.putInt(at + McapFormat.CHUNK_CRC_AT, 0);
      }
      at += McapFormat.RECORD_HEADER_BYTES + (int) bytes.getLong(at + 1);
    }
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(file, 0, at);
    bytes.putInt(at + McapFormat.RECORD_HEADER_BYTES, (int) crc.getValue());
    return file;
  }
}
