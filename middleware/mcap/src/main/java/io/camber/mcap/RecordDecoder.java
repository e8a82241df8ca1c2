package io.camber.mcap;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Reads the content of one record, from position to limit; bytes after the last known field are left alone. */
final class RecordDecoder {
  private final ByteBuffer content;

  private RecordDecoder(ByteBuffer content) {
    this.content = content.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  static McapRecord decode(int opcode, ByteBuffer content) throws MalformedMcapException {
    try {
      return new RecordDecoder(content).record(opcode);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new MalformedMcapException(
          "record 0x" + Integer.toHexString(opcode) + " is shorter than its fields", e);
    }
  }

  /** A chunk whose records end early: what is there of them. */
  static McapRecord.Chunk cutChunk(ByteBuffer content) throws MalformedMcapException {
    try {
      RecordDecoder fields = new RecordDecoder(content);
      return new McapRecord.Chunk(
          fields.u64(),
          fields.u64(),
          fields.u64(),
          fields.u32(),
          fields.string(),
          fields.bytes(Math.min(fields.u64() & Long.MAX_VALUE, fields.content.remaining())));
    } catch (BufferUnderflowException e) {
      throw new MalformedMcapException("a chunk was cut inside its header", e);
    }
  }

  private McapRecord record(int opcode) throws MalformedMcapException {
    return switch (opcode) {
      case 0 -> throw new MalformedMcapException("record kind 0 is invalid");
      case Opcode.HEADER -> new McapRecord.Header(string(), string());
      case Opcode.FOOTER -> new McapRecord.Footer(u64(), u64(), u32());
      case Opcode.SCHEMA -> new McapRecord.Schema(u16(), string(), string(), bytes(u32()));
      case Opcode.CHANNEL -> new McapRecord.Channel(u16(), u16(), string(), string(), strings());
      case Opcode.MESSAGE ->
        new McapRecord.Message(u16(), u32(), u64(), u64(), bytes(content.remaining()));
      case Opcode.CHUNK -> new McapRecord.Chunk(u64(), u64(), u64(), u32(), string(), bytes(u64()));
      case Opcode.MESSAGE_INDEX -> new McapRecord.MessageIndex(u16(), indexEntries());
      case Opcode.CHUNK_INDEX ->
        new McapRecord.ChunkIndex(
            u64(), u64(), u64(), u64(), counts(), u64(), string(), u64(), u64());
      case Opcode.ATTACHMENT -> attachment();
      case Opcode.ATTACHMENT_INDEX ->
        new McapRecord.AttachmentIndex(u64(), u64(), u64(), u64(), u64(), string(), string());
      case Opcode.STATISTICS ->
        new McapRecord.Statistics(u64(), u16(), u32(), u32(), u32(), u32(), u64(), u64(), counts());
      case Opcode.METADATA -> new McapRecord.Metadata(string(), strings());
      case Opcode.METADATA_INDEX -> new McapRecord.MetadataIndex(u64(), u64(), string());
      case Opcode.SUMMARY_OFFSET -> new McapRecord.SummaryOffset(u8(), u64(), u64());
      case Opcode.DATA_END -> new McapRecord.DataEnd(u32());
      default -> new McapRecord.Unknown(opcode, bytes(content.remaining()));
    };
  }

  /** The checksum stands right behind the data, which need not be the end of the record. */
  private McapRecord attachment() throws MalformedMcapException {
    final ByteBuffer checked = content.duplicate();
    final McapRecord.Attachment attachment =
        new McapRecord.Attachment(u64(), u64(), string(), string(), bytes(u64()));
    checked.limit(content.position());
    long stored = u32();
    if (stored != 0) {
      CRC32 crc = new CRC32();
      crc.update(checked);
      if (crc.getValue() != stored) {
        throw new MalformedMcapException(
            "checksum of attachment \"" + attachment.name() + "\" does not match");
      }
    }
    return attachment;
  }

  private List<McapRecord.MessageIndex.Entry> indexEntries() {
    ByteBuffer entries = bytes(u32()).order(ByteOrder.LITTLE_ENDIAN);
    List<McapRecord.MessageIndex.Entry> list = new ArrayList<>(entries.remaining() / 16);
    while (entries.hasRemaining()) {
      list.add(new McapRecord.MessageIndex.Entry(entries.getLong(), entries.getLong()));
    }
    return list;
  }

  private Map<String, String> strings() throws MalformedMcapException {
    RecordDecoder entries = new RecordDecoder(bytes(u32()));
    Map<String, String> map = new LinkedHashMap<>();
    while (entries.content.hasRemaining()) {
      map.put(entries.string(), entries.string());
    }
    return map;
  }

  private SortedMap<Integer, Long> counts() {
    ByteBuffer entries = bytes(u32()).order(ByteOrder.LITTLE_ENDIAN);
    SortedMap<Integer, Long> map = new TreeMap<>();
    while (entries.hasRemaining()) {
      map.put(Short.toUnsignedInt(entries.getShort()), entries.getLong());
    }
    return map;
  }

  private String string() throws MalformedMcapException {
    ByteBuffer utf8 = bytes(u32());
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(utf8);
      return text.toString();
    } catch (CharacterCodingException e) {
      throw new MalformedMcapException("a text is not valid UTF-8", e);
    }
  }

  private ByteBuffer bytes(long length) {
    if (length < 0 || length > content.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer part = content.slice(content.position(), (int) length);
    content.position(content.position() + (int) length);
    return part;
  }

  private int u8() {
    return Byte.toUnsignedInt(content.get());
  }

  private int u16() {
    return Short.toUnsignedInt(content.getShort());
  }

  private long u32() {
    return Integer.toUnsignedLong(content.getInt());
  }

  private long u64() {
    return content.getLong();
  }
}
