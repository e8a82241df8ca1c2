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

  static XmlElement read(String file, byte[] bytes) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      return read(file, factory.createXMLStreamReader(new ByteArrayInputStream(bytes)));
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw InputException.at(file, line, "not well-formed XML: " + reason(e));
    }
  }

  private static XmlElement read(String file, XMLStreamReader reader) throws XMLStreamException {
    TreeBuilder tree = new TreeBuilder(file);
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT ->
          tree.open(
              reader.getLocalName(), reader.getLocation().getLineNumber(), attributes(reader));
        case XMLStreamConstants.END_ELEMENT -> tree.close();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!reader.isWhiteSpace()) {
            tree.text(reader.getText());
          }
        }
        default -> {
          // Comments and processing instructions say nothing about roads.
        }
      }
    }
    @Nullable XmlElement root = tree.root();
    if (root == null) {
      throw new InputException(file + ": holds no element");
    }
    return root;
  }

  private static String[] attributes(XMLStreamReader reader) {
    String[] attributes = new String[2 * reader.getAttributeCount()];
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes[2 * i] = reader.getAttributeLocalName(i);
      attributes[2 * i + 1] = reader.getAttributeValue(i);
    }
    return attributes;
  }

  private static String reason(XMLStreamException e) {
    String message = e.getMessage() == null ? "unreadable" : e.getMessage();
    int at = message.indexOf("Message: ");
    return (at < 0 ? message : message.substring(at + 9)).replace('\n', ' ').trim();
  }
}
