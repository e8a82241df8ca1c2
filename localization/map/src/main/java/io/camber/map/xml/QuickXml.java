package io.camber.map.xml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plain XML that road networks are written in, straight from bytes: elements, attributes, text, comments, CDATA, the
 * five entities, UTF-8. It never accepts what a full parser refuses: at a document type, another encoding, a prefix unless asked to
 * keep it, a control character or anything malformed it gives up, and the full parser reads the file from the start.
 */
final class QuickXml {
  private static final Pattern DECLARATION = Pattern.compile(
      "<\\?xml version=(['\"])1\\.0\\1( encoding=(['\"])(UTF-8|utf-8)\\3)?( standalone=(['\"])(yes|no)\\6)? ?\\?>");

  private static final int DECLARATION_MAX = 100;

  /** What a byte may be part of: 1 starts a name, 2 continues one, 4 is white space, 8 ends the quick way. */
  private static final byte[] KIND = kinds();

  private final byte[] bytes;
  private final int end;
  private final XmlSink tree;
  private final boolean prefixes;
  private final NameTable names = new NameTable();
  private int at;
  private int line = 1;
  private String[] attributes = new String[16];

  private QuickXml(byte[] bytes, XmlSink tree, boolean prefixes) {
    this.bytes = bytes;
    this.end = bytes.length;
    this.tree = tree;
    this.prefixes = prefixes;
  }

  /** The root element, or null when the file needs the full parser. */
  static @Nullable XmlElement read(String file, byte[] bytes) {
    TreeBuilder tree = new TreeBuilder(file);
    return read(bytes, tree, false) ? tree.root() : null;
  }

  /**
   * Whether the file was read; when not it needs the full parser, and what the sink got is void.
   *
   * @param prefixes whether names may have prefixes, which stay part of them
   */
  static boolean read(byte[] bytes, XmlSink sink, boolean prefixes) {
    return isPlain(bytes) && new QuickXml(bytes, sink, prefixes).document();
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    for (int c = 0; c < 256; c++) {
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      boolean inner = letter || (c >= '0' && c <= '9') || c == '-' || c == '.';
      boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      boolean control = (c < ' ' && !space) || c == 0x7F;
      kinds[c] = (byte) ((letter ? 1 : 0) | (inner ? 2 : 0) | (space ? 4 : 0) | (control ? 8 : 0));
    }
    return kinds;
  }

  private static boolean is(int value, int kind) {
    return (KIND[value & 0xFF] & kind) != 0;
  }

  /** No control characters, no lone carriage return, and well-formed UTF-8 within the basic plane's characters. */
  private static boolean isPlain(byte[] bytes) {
    boolean ascii = true;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b < 0) {
        ascii = false;
      } else if (is(b, 8) || (b == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n'))) {
        return false;
      }
    }
    return ascii || isText(bytes);
  }

  private static boolean isText(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes))
          .chars()
          .noneMatch(c -> c >= 0xFFFE || c == 0xFEFF || (c >= 0x80 && c < 0xA0));
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private boolean document() {
    if (at + 5 < end && bytes[1] == '?') {
      String head =
          new String(bytes, 0, Math.min(end, DECLARATION_MAX), StandardCharsets.ISO_8859_1);
      Matcher matcher = DECLARATION.matcher(head);
      if (!matcher.lookingAt()) {
        return false;
      }
      at = matcher.end();
    }
    while (at < end) {
      boolean fine = bytes[at] == '<' ? markup() : text();
      if (!fine) {
        return false;
      }
    }
    return !tree.isOpen() && tree.hasBegun();
  }

  private boolean markup() {
    if (at + 1 >= end) {
      return false;
    }
    return switch (bytes[at + 1]) {
      case '/' -> endTag();
      case '!' -> startsWith("<!--") ? comment() : startsWith("<![CDATA[") && characterData();
      case '?' -> false;
      default -> startTag();
    };
  }

  private boolean startsWith(String word) {
    if (at + word.length() > end) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean text() {
    int start = at;
    boolean blank = true;
    boolean entity = false;
    while (at < end && bytes[at] != '<') {
      byte b = bytes[at++];
      if (b == '\n') {
        line++;
      } else if (!is(b, 4)) {
        blank = false;
        entity |= b == '&';
        if (b == '>' && at - start >= 3 && bytes[at - 2] == ']' && bytes[at - 3] == ']') {
          return false;
        }
      }
    }
    if (blank) {
      return true;
    }
    if (!tree.isOpen()) {
      return false;
    }
    @Nullable String text = decode(start, at, entity);
    if (text != null) {
      tree.text(text);
    }
    return text != null;
  }

  private boolean comment() {
    for (at += 4; at + 2 < end; at++) {
      if (bytes[at] == '-' && bytes[at + 1] == '-') {
        at += 3;
        return bytes[at - 1] == '>';
      }
      line += bytes[at] == '\n' ? 1 : 0;
    }
    return false;
  }

  private boolean characterData() {
    at += 9;
    for (int start = at; at + 2 < end; at++) {
      if (bytes[at] == ']' && bytes[at + 1] == ']' && bytes[at + 2] == '>') {
        if (!tree.isOpen()) {
          return false;
        }
        String text = new String(bytes, start, at - start, StandardCharsets.UTF_8);
        if (!text.isBlank()) {
          tree.text(text.replace("\r\n", "\n"));
        }
        at += 3;
        return true;
      }
      line += bytes[at] == '\n' ? 1 : 0;
    }
    return false;
  }

  private boolean startTag() {
    at++;
    @Nullable String name = name();
    if (name == null || (!tree.isOpen() && tree.hasBegun())) {
      return false;
    }
    int count = 0;
    while (true) {
      boolean space = skipSpace();
      if (at >= end) {
        return false;
      }
      byte b = bytes[at];
      if (b == '>' || b == '/') {
        boolean empty = b == '/';
        at += empty ? 2 : 1;
        if (at > end || bytes[at - 1] != '>') {
          return false;
        }
        tree.open(name, line, Arrays.copyOf(attributes, count));
        if (empty) {
          tree.close();
        }
        return true;
      }
      if (!space || !attribute(count)) {
        return false;
      }
      count += 2;
    }
  }

  private boolean attribute(int count) {
    @Nullable String name = name();
    if (name == null || (!prefixes && name.equals("xmlns"))) {
      return false;
    }
    for (int i = 0; i < count; i += 2) {
      if (attributes[i].equals(name)) {
        return false;
      }
    }
    skipSpace();
    if (at >= end || bytes[at] != '=') {
      return false;
    }
    at++;
    skipSpace();
    if (at >= end || (bytes[at] != '"' && bytes[at] != '\'')) {
      return false;
    }
    byte quote = bytes[at++];
    int start = at;
    boolean special = false;
    while (at < end && bytes[at] != quote) {
      byte b = bytes[at++];
      if (b == '<') {
        return false;
      }
      if (b == '\n') {
        line++;
      }
      special |= b == '&' || b == '\n' || b == '\t' || b == '\r' || b < 0;
    }
    if (at >= end) {
      return false;
    }
    @Nullable
    String value = special
        ? decode(start, at, true)
        : new String(bytes, start, at - start, StandardCharsets.ISO_8859_1);
    at++;
    if (value == null) {
      return false;
    }
    if (count + 2 > attributes.length) {
      attributes = Arrays.copyOf(attributes, 2 * attributes.length);
    }
    attributes[count] = name;
    attributes[count + 1] = special ? value.replace('\n', ' ').replace('\t', ' ') : value;
    return true;
  }

  private boolean endTag() {
    at += 2;
    @Nullable String name = name();
    skipSpace();
    if (name == null || at >= end || bytes[at] != '>' || !tree.isOpen()) {
      return false;
    }
    at++;
    if (!tree.openName().equals(name)) {
      return false;
    }
    tree.close();
    return true;
  }

  /** A name, or null. */
  private @Nullable String name() {
    int start = at;
    if (at >= end || !is(bytes[at], 1)) {
      return null;
    }
    int hash = 0;
    while (at < end && (is(bytes[at], 2) || (prefixes && bytes[at] == ':'))) {
      hash = 31 * hash + bytes[at++];
    }
    return names.get(bytes, start, at, hash);
  }

  private boolean skipSpace() {
    int start = at;
    while (at < end && is(bytes[at], 4)) {
      line += bytes[at++] == '\n' ? 1 : 0;
    }
    return at > start;
  }

  /** Characters with entities replaced and line ends as single line feeds; null for an unknown entity. */
  private @Nullable String decode(int from, int to, boolean entities) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8).replace("\r\n", "\n");
    if (!entities || text.indexOf('&') < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    int copied = 0;
    for (int amp = text.indexOf('&'); amp >= 0; amp = text.indexOf('&', copied)) {
      int semicolon = text.indexOf(';', amp);
      @Nullable
      String replacement = semicolon < 0 ? null : entity(text.substring(amp + 1, semicolon));
      if (replacement == null) {
        return null;
      }
      decoded.append(text, copied, amp).append(replacement);
      copied = semicolon + 1;
    }
    return decoded.append(text, copied, text.length()).toString();
  }

  private static @Nullable String entity(String name) {
    return switch (name) {
      case "lt" -> "<";
      case "gt" -> ">";
      case "amp" -> "&";
      case "quot" -> "\"";
      case "apos" -> "'";
      default -> null;
    };
  }
}
