package io.camber.map.xml;

import io.camber.diagnostics.InputException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the bytes of an XML file are text in the encoding that it names. The platform's parser, which finds that out by
 * itself, prints to the error stream what it then throws.
 */
final class EncodedText {
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([^\"']+)[\"']");

  private static final int DECLARATION_BYTES_MAX = 256;
  private static final int CHARS_AT_ONCE = 4096;

  private EncodedText() {}

  /** Throws {@link InputException} with file and line at the first byte that is no text. */
  static void check(String file, byte[] bytes) {
    if (isAscii(bytes)) {
      return;
    }
    Charset charset = charset(bytes);
    CharsetDecoder decoder = charset.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(CHARS_AT_ONCE);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isOverflow()) {
      out.clear();
      result = decoder.decode(in, out, true);
    }
    if (result.isError()) {
      throw InputException.at(
          file,
          lineAt(bytes, in.position()),
          "not well-formed XML: byte " + in.position() + " is no text in " + charset);
    }
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  private static Charset charset(byte[] bytes) {
    if (bytes.length > 1 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xfe + 0xff) {
      return StandardCharsets.UTF_16; // begins with a byte order mark
    }
    if (begins(bytes, '<', 0, '?', 0)) {
      return StandardCharsets.UTF_16LE;
    }
    if (begins(bytes, 0, '<', 0, '?')) {
      return StandardCharsets.UTF_16BE;
    }
    String head = new String(
        bytes, 0, Math.min(bytes.length, DECLARATION_BYTES_MAX), StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED.matcher(head);
    try {
      return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.ISO_8859_1; // every byte is text; the parser refuses the name
    }
  }

  private static boolean begins(byte[] bytes, int... head) {
    for (int i = 0; i < head.length; i++) {
      if (i >= bytes.length || bytes[i] != head[i]) {
        return false;
      }
    }
    return true;
  }

  private static int lineAt(byte[] bytes, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
