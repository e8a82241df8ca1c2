package io.camber.map.xml;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file into elements. Document types and external entities are off: a map cannot make the reader open other files.
 * Ordinary files take the quick way; whatever it does not know, mistakes included, goes to the platform's parser.
 */
public final class XmlTree {
  private XmlTree() {}

  /** The root element; throws {@link io.camber.diagnostics.InputException} with file and line on malformed XML. */
  public static XmlElement read(String file, ByteBuffer xml) {
    byte[] bytes = new byte[xml.remaining()];
    xml.duplicate().get(bytes);
    @Nullable XmlElement root = QuickXml.read(file, bytes);
    return root == null ? StreamedXml.read(file, bytes) : root;
  }

  /**
   * Hands the elements of an ordinary file to a sink, prefixes being part of names. False when a full parser must read the file from the
   * start: then what the sink got is void. White space alone is no text.
   */
  public static boolean readPlain(byte[] xml, XmlSink sink) {
    return QuickXml.read(xml, sink, true);
  }

  /** As {@link #readPlain}, by the full parser: throws {@link io.camber.diagnostics.InputException} with file and line on malformed XML. */
  public static void readFully(String file, byte[] xml, XmlSink sink) {
    StreamedXml.read(file, xml, sink, true);
  }
}
