package io.camber.app.input;

import io.camber.diagnostics.InputException;
import io.camber.importing.osm.Lanelet2Map;
import io.camber.map.RoadMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Reads what users name, with errors that say what to do. */
public final class InputFiles {
  private static final long BYTES_MAX = 512L << 20;
  private static final int HEAD_BYTES = 4_096;

  /** Blank, or the marks of UTF-8 and UTF-16, before the first bracket. */
  private static final Pattern XML_START =
      Pattern.compile("(\\u00ef\\u00bb\\u00bf|\\u00fe\\u00ff|\\u00ff\\u00fe)?[\\s\\u0000]*(<|$)");

  private InputFiles() {}

  public static RoadMap readMap(Path file) {
    return RoadMap.parse(file.toString(), ByteBuffer.wrap(readOpenDrive(file)));
  }

  /** A map as OpenDRIVE, whichever of the formats that are read it has. */
  public static byte[] readOpenDrive(Path file) {
    return Lanelet2Map.isNamed(file) && Files.exists(file)
        ? Lanelet2Map.read(file).openDrive().getBytes(StandardCharsets.UTF_8)
        : readXml(file);
  }

  /** Refuses a file at its first character, before its gigabytes are read, that is no XML; a pipe is read once. */
  private static byte[] readXml(Path file) {
    if (Files.isRegularFile(file)) {
      requireXml(file);
    }
    return read(file);
  }

  private static void requireXml(Path file) {
    try (InputStream start = Files.newInputStream(file)) {
      String text = new String(start.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
      if (!XML_START.matcher(text).lookingAt()) {
        throw new InputException(file + ": is no OpenDRIVE map: XML begins with <");
      }
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static Path requireFile(Path file) {
    if (!Files.exists(file)) {
      throw new InputException(file + ": no such file");
    }
    if (Files.isDirectory(file)) {
      throw new InputException(file + ": is a folder, a file is needed");
    }
    return file;
  }

  public static byte[] read(Path file) {
    requireFile(file);
    try {
      if (Files.size(file) > BYTES_MAX) {
        throw new InputException(file + ": is larger than " + (BYTES_MAX >> 20) + " MB");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** The file's name without its folder and its ending. */
  public static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
