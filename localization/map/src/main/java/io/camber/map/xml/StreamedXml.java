package io.camber.map.xml;

import io.camber.diagnostics.InputException;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The platform's streaming parser: every encoding, every construct, and the messages for malformed files. */
final class StreamedXml {
  private StreamedXml() {}

  /** The root element; names lose their prefixes. */
  static XmlElement read(String file, byte[] bytes) {
    TreeBuilder tree = new TreeBuilder(file);
    read(file, bytes, tree, false);
    @Nullable XmlElement root = tree.root();
    if (root == null) {
      throw new InputException(file + ": holds no element");
    }
    return root;
  }

  /**
   * Hands a file to a sink; throws {@link InputException} with file and line on malformed XML.
   *
   * @param prefixes whether prefixes stay part of names
   */
  static void read(String file, byte[] bytes, XmlSink sink, boolean prefixes) {
    EncodedText.check(file, bytes);
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, !prefixes);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      read(factory.createXMLStreamReader(new ByteArrayInputStream(bytes)), sink);
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw InputException.at(file, line, "not well-formed XML: " + reason(e));
    }
  }

  private static void read(XMLStreamReader reader, XmlSink sink) throws XMLStreamException {
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT ->
          sink.open(
              reader.getLocalName(), reader.getLocation().getLineNumber(), attributes(reader));
        case XMLStreamConstants.END_ELEMENT -> sink.close();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (sink.isOpen() && !reader.isWhiteSpace()) {
            sink.text(reader.getText());
          }
        }
        case XMLStreamConstants.DTD -> sink.documentType(reader.getLocation().getLineNumber());
        default -> {
          // Comments and processing instructions are for people.
        }
      }
    }
  }

  private static String[] attributes(XMLStreamReader reader) {
    String[] attributes = new String[2 * reader.getAttributeCount()];
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes[2 * i] = reader.getAttributeLocalName(i);
      attributes[2 * i + 1] = reader.getAttributeValue(i);
    }
    return attributes;
  }

  /** The first line of what the parser says. */
  private static String reason(XMLStreamException e) {
    String message = e.getMessage() == null ? "unreadable" : e.getMessage();
    int at = message.indexOf("Message: ");
    return (at < 0 ? message : message.substring(at + 9))
        .lines()
        .findFirst()
        .orElse("")
        .strip();
  }
}
