package io.camber.bus.shm.file;

import io.camber.bus.transport.WireException;
import java.nio.charset.StandardCharsets;

/**
 * Names of the files of a bus: {@code node.lock}, {@code node.node}, {@code node~0.bell}, {@code node~.life}, {@code node~topic~7.out}, {@code
 * node~topic~9.in}, the number being the birth, so that no name comes twice. In node and topic a slash is {@code +} and every byte that is not a letter, digit, dot, hyphen or
 * underscore is {@code %XX}.
 */
public final class FileNames {
  public static final String LOCK = ".lock";
  public static final String NODE = ".node";
  public static final String BELL = ".bell";

  /** With the tilde, so that it goes with all that a dead node leaves. */
  public static final String LIFE = "~.life";

  public static final String OUT = ".out";
  public static final String IN = ".in";

  /** Once an {@link #OUT}, whose writer died: there a little longer for readers that have not found it yet. */
  public static final String TOMB = ".tomb";

  public static final String GENERATION = "generation";
  private static final int LENGTH_MAX = 200;
  private static final String PLAIN = "_-.";

  private FileNames() {}

  public static String encode(String name) {
    StringBuilder text = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
        text.append(c);
      } else if (c == '/') {
        text.append('+');
      } else {
        text.append('%')
            .append(Character.forDigit(c >> 4, 16))
            .append(Character.forDigit(c & 15, 16));
      }
    }
    if (text.isEmpty() || text.length() > LENGTH_MAX || text.charAt(0) == '.') {
      throw new WireException("name '" + name + "' cannot be a file's: give it 1 to " + LENGTH_MAX
          + " plain characters, not starting with a dot");
    }
    return text.toString();
  }

  public static String decode(String text) {
    byte[] bytes = new byte[text.length()];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%' && i + 2 < text.length()) {
        bytes[length++] = (byte) Integer.parseInt(text, i + 1, i + 3, 16);
        i += 2;
      } else {
        bytes[length++] = (byte) (c == '+' ? '/' : c);
      }
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /** The name of a writer's file after its death. */
  public static String tomb(String out) {
    return out.substring(0, out.length() - OUT.length()) + TOMB;
  }

  public static String end(String node, String topic, long birth, String suffix) {
    String name = encode(node) + "~" + encode(topic) + "~" + birth + suffix;
    if (name.length() > LENGTH_MAX + 40) {
      throw new WireException("node " + node + " and topic " + topic
          + " are too long together for a file name; shorten one");
    }
    return name;
  }
}
