package io.camber.mcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of more than 4 GiB, most of it a hole: a private record that no reader knows, ahead of the chunks. */
final class LargeFileTest {
  private static final long HOLE_BYTES = 4_700_000_000L;
  private static final long SHIFT = HOLE_BYTES + McapFormat.RECORD_HEADER_BYTES;

  @TempDir
  private Path folder;

  @Test
  void readsMessagesBehindFourGibibytes() throws IOException {
    Path file = write();

    try (McapFile indexed = McapFile.open(file);
        McapFile scanned = McapFile.scan(file)) {
      assertThat(indexed.sizeBytes()).isGreaterThan(HOLE_BYTES);
      assertThat(indexed.isIndexed()).isTrue();
      assertThat(texts(indexed)).containsExactly("message 0", "message 1", "message 2");
      assertThat(texts(scanned)).containsExactly("message 0", "message 1", "message 2");
    }
  }

  private static List<String> texts(McapFile file) throws IOException {
    List<String> texts = new ArrayList<>();
    MessageCursor cursor = file.messages(MessageSelection.ALL);
    for (Optional<McapRecord.Message> next = cursor.next();
        next.isPresent();
        next = cursor.next()) {
      texts.add(StandardCharsets.UTF_8.decode(next.get().payload().duplicate()).toString());
    }
    return texts;
  }

  /** A small file, torn apart behind its header; what it says about places is moved by the hole. */
  private Path write() throws IOException {
    byte[] small = small();
    MappedBytes bytes = MappedBytes.wrap(ByteBuffer.wrap(small));
    int headerEnd = (int)
        RecordSlice.at(bytes, McapFormat.magic().length, McapLimits.DEFAULT).end();
    FileEnd end = FileEnd.find(bytes).orElseThrow();
    int summary = (int) end.footer().summaryStart();
    RecordBuffer moved = new RecordBuffer(1000);
    for (long at = summary; at < end.footerOffset(); ) {
      RecordSlice slice = RecordSlice.at(bytes, at, McapLimits.DEFAULT);
      RecordEncoder.encode(moved(slice.decode()), moved);
      at = slice.end();
    }
    RecordEncoder.encode(
        new McapRecord.Footer(
            end.footer().summaryStart() + SHIFT, end.footer().summaryOffsetStart() + SHIFT, 0),
        moved);
    moved.append(McapFormat.magic(), 0, McapFormat.magic().length);
    RecordBuffer hole = new RecordBuffer(16).u8(0x80).u64(HOLE_BYTES);

    Path file = folder.resolve("large.mcap");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(small, 0, headerEnd));
      channel.write(ByteBuffer.wrap(hole.array(), 0, hole.length()));
      channel.position(headerEnd + SHIFT);
      byte[] data = Arrays.copyOfRange(small, headerEnd, summary);
      Arrays.fill(data, data.length - Integer.BYTES, data.length, (byte) 0);
      channel.write(ByteBuffer.wrap(data));
      channel.write(ByteBuffer.wrap(moved.array(), 0, moved.length()));
    }
    return file;
  }

  private static McapRecord moved(McapRecord record) {
    if (record instanceof McapRecord.ChunkIndex index) {
      TreeMap<Integer, Long> offsets = new TreeMap<>();
      index.messageIndexOffsets().forEach((id, offset) -> offsets.put(id, offset + SHIFT));
      return new McapRecord.ChunkIndex(
          index.startNs(),
          index.endNs(),
          index.chunkOffset() + SHIFT,
          index.chunkLength(),
          offsets,
          index.messageIndexLength(),
          index.compression(),
          index.compressedSize(),
          index.uncompressedSize());
    } else if (record instanceof McapRecord.SummaryOffset offset) {
      return new McapRecord.SummaryOffset(
          offset.groupOpcode(), offset.groupStart() + SHIFT, offset.groupLength());
    }
    return record;
  }

  private static byte[] small() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    McapConfig config = McapConfig.indexed(Compression.LZ4).withChunkBytes(60);
    try (McapWriter writer = new McapWriter(out, config)) {
      writer.addChannel(new McapRecord.Channel(1, 0, "/a", "text", Map.of()));
      for (int i = 0; i < 3; i++) {
        byte[] payload = McapFileTest.payload(i);
        writer.write(1, i, i, i, payload, 0, payload.length);
      }
    }
    return out.toByteArray();
  }
}
