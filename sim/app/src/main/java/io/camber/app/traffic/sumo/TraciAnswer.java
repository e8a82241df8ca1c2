package io.camber.app.traffic.sumo;

import io.camber.diagnostics.InputException;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A TraCI answer being read; the layouts are those of {@link TraciMessage}. */
final class TraciAnswer {
  private static final int OK = 0;
  private static final int POSITION_2D = 0x01;
  private static final int POSITION_3D = 0x03;
  private static final int UBYTE = 0x07;
  private static final int COLOR = 0x11;
  private static final int LENGTH_MAX = 1 << 28;

  private final DataInputStream in;

  private TraciAnswer(byte[] bytes) {
    in = new DataInputStream(new ByteArrayInputStream(bytes));
  }

  /** The next message on a stream. */
  static TraciAnswer read(DataInputStream stream) throws IOException {
    int length = stream.readInt() - 4;
    if (length < 0 || length > LENGTH_MAX) {
      throw new IOException("an answer of " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    stream.readFully(bytes);
    return new TraciAnswer(bytes);
  }

  /** Reads the status of a command and insists that it went well. */
  TraciAnswer expectOk(int command) throws IOException {
    commandLength();
    int id = in.readUnsignedByte();
    int result = in.readUnsignedByte();
    String description = string();
    if (id != command) {
      throw new IOException("sumo answers command " + id + ", not " + command);
    }
    if (result != OK) {
      throw new InputException(
          "sumo refuses command 0x" + Integer.toHexString(command) + ": " + description);
    }
    return this;
  }

  /** Skips the length of a command and returns its id. */
  int commandId() throws IOException {
    commandLength();
    return in.readUnsignedByte();
  }

  private void commandLength() throws IOException {
    if (in.readUnsignedByte() == 0) {
      in.readInt();
    }
  }

  int unsignedByte() throws IOException {
    return in.readUnsignedByte();
  }

  int integer() throws IOException {
    return in.readInt();
  }

  String string() throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("a text of " + length + " bytes");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  /** A value of type double or integer. */
  double number() throws IOException {
    int type = in.readUnsignedByte();
    return switch (type) {
      case TraciMessage.DOUBLE -> in.readDouble();
      case TraciMessage.INTEGER -> in.readInt();
      case TraciMessage.BYTE -> in.readByte();
      case UBYTE -> in.readUnsignedByte();
      default -> throw new IOException("a number of type " + type);
    };
  }

  /** A value of type position, as x and y. */
  double[] position() throws IOException {
    int type = in.readUnsignedByte();
    if (type != POSITION_2D && type != POSITION_3D) {
      throw new IOException("a position of type " + type);
    }
    double[] xy = {in.readDouble(), in.readDouble()};
    if (type == POSITION_3D) {
      in.readDouble();
    }
    return xy;
  }

  /** A value of type string or list of strings. */
  List<String> strings() throws IOException {
    int type = in.readUnsignedByte();
    if (type == TraciMessage.STRING) {
      return List.of(string());
    }
    if (type != TraciMessage.STRINGS) {
      throw new IOException("texts of type " + type + (type == COLOR ? " (a color)" : ""));
    }
    int count = in.readInt();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(string());
    }
    return texts;
  }
}
