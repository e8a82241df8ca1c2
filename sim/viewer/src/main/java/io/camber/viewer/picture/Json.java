package io.camber.viewer.picture;

import java.nio.charset.StandardCharsets;

/**
 * Writes compact JSON: numbers with a fixed number of decimals, commas by itself. What is not finite becomes {@code null}.
 * Names and texts are escaped, also against being taken for markup.
 */
public final class Json {
  private static final double EXACT_MAX = 9.0e15;

  private final StringBuilder out = new StringBuilder(1 << 14);
  private boolean first = true;

  /** Starts an object, as an element or after a name. */
  public Json object() {
    separate();
    out.append('{');
    first = true;
    return this;
  }

  public Json endObject() {
    out.append('}');
    first = false;
    return this;
  }

  /** Starts an array, as an element or after a name. */
  public Json array() {
    separate();
    out.append('[');
    first = true;
    return this;
  }

  public Json endArray() {
    out.append(']');
    first = false;
    return this;
  }

  /** The name of what comes next. */
  public Json name(String name) {
    text(name);
    out.append(':');
    first = true;
    return this;
  }

  public Json text(String text) {
    separate();
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      escape(text.charAt(i));
    }
    out.append('"');
    return this;
  }

  private void escape(char c) {
    if (c == '"' || c == '\\') {
      out.append('\\').append(c);
    } else if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
      out.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
    } else {
      out.append(c);
    }
  }

  public Json flag(boolean value) {
    separate();
    out.append(value);
    return this;
  }

  public Json whole(long value) {
    separate();
    out.append(value);
    return this;
  }

  /** The number of an enum's value. */
  public Json code(Enum<?> value) {
    return whole(codeOf(value));
  }

  /** The number of an enum's value. */
  @SuppressWarnings(
      "EnumOrdinal") // of enums whose order is part of the wire format, as their javadoc says
  static int codeOf(Enum<?> value) {
    return value.ordinal();
  }

  /** With three decimals: millimetres, milliseconds. */
  public Json number(double value) {
    return fixed(value, 1000L, 3);
  }

  /** With five decimals, for angles and what is small. */
  public Json fine(double value) {
    return fixed(value, 100_000L, 5);
  }

  /** JSON that somebody else wrote. */
  public Json raw(String json) {
    separate();
    out.append(json);
    return this;
  }

  private Json fixed(double value, long scale, int decimals) {
    separate();
    if (!Double.isFinite(value) || Math.abs(value) > EXACT_MAX / scale) {
      out.append("null");
      return this;
    }
    long scaled = Math.round(value * scale);
    if (scaled < 0) {
      out.append('-');
      scaled = -scaled;
    }
    out.append(scaled / scale);
    long fraction = scaled % scale;
    if (fraction != 0) {
      String digits = Long.toString(scale + fraction);
      int end = 1 + decimals;
      while (digits.charAt(end - 1) == '0') {
        end--;
      }
      out.append('.').append(digits, 1, end);
    }
    return this;
  }

  private void separate() {
    if (!first) {
      out.append(',');
    }
    first = false;
  }

  /** The document as UTF-8. */
  public byte[] toBytes() {
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
