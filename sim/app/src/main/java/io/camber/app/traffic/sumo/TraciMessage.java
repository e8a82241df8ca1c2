package io.camber.app.traffic.sumo;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A TraCI message being written: commands one after the other, numbers big-endian.
 *
 * <pre>
 *   message   int32 length of all, itself included, then commands
 *   command   uint8 length, itself included (0, then int32, when it is longer than 255), uint8 id, content
 *   string    int32 bytes, UTF-8
 *   value     uint8 type, value
 * </pre>
 */
final class TraciMessage {
  static final int DOUBLE = 0x0B;
  static final int STRING = 0x0C;
  static final int STRINGS = 0x0E;
  static final int COMPOUND = 0x0F;
  static final int INTEGER = 0x09;
  static final int BYTE = 0x08;

  /** What an output does that never fails, as it writes to memory. */
  interface Content {
    void write(DataOutputStream out) throws IOException;
  }

  private final ByteArrayOutputStream commands = new ByteArrayOutputStream();

  TraciMessage command(int id, Content content) {
    byte[] body = bytes(content);
    byte[] head = bytes(out -> {
      if (body.length + 2 <= 255) {
        out.writeByte(body.length + 2);
      } else {
        out.writeByte(0);
        out.writeInt(body.length + 6);
      }
      out.writeByte(id);
    });
    commands.writeBytes(head);
    commands.writeBytes(body);
    return this;
  }

  /** The message as it goes over the wire. */
  byte[] bytes() {
    return bytes(out -> {
      out.writeInt(commands.size() + 4);
      out.write(commands.toByteArray());
    });
  }

  private static byte[] bytes(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      content.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static void string(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  static void stringValue(DataOutputStream out, String text) throws IOException {
    out.writeByte(STRING);
    string(out, text);
  }

  static void doubleValue(DataOutputStream out, double value) throws IOException {
    out.writeByte(DOUBLE);
    out.writeDouble(value);
  }

  static void intValue(DataOutputStream out, int value) throws IOException {
    out.writeByte(INTEGER);
    out.writeInt(value);
  }

  static void byteValue(DataOutputStream out, int value) throws IOException {
    out.writeByte(BYTE);
    out.writeByte(value);
  }

  static void stringsValue(DataOutputStream out, List<String> texts) throws IOException {
    out.writeByte(STRINGS);
    out.writeInt(texts.size());
    for (String text : texts) {
      string(out, text);
    }
  }

  static void compound(DataOutputStream out, int members) throws IOException {
    out.writeByte(COMPOUND);
    out.writeInt(members);
  }
}
