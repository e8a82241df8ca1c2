package io.camber.sim.scenario.xml;

import io.camber.diagnostics.InputException;
import io.camber.map.xml.XmlTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a whole XML file. Document types and external entities are refused; depth and size are bounded. Ordinary files take the quick way
 * of maps; whatever it does not know, mistakes included, goes to the platform's parser.
 */
public final class XmlFile {
  private static final long BYTES_MAX = 64L << 20;

  /** Made when first needed: the platform's parser takes longer to begin than a file takes to be read. */
  private static final class Platform {
    static final XMLInputFactory FACTORY = factory();
  }

  private XmlFile() {}

  /** The root element of the file. */
  public static XmlElement read(Path file) {
    String name = file.toString();
    try {
      if (!Files.isRegularFile(file)) {
        throw new InputException(name + ": no such file");
      }
      if (Files.size(file) > BYTES_MAX) {
        throw new InputException(name + ": larger than " + (BYTES_MAX >> 20) + " MiB");
      }
      byte[] bytes = Files.readAllBytes(file);
      ElementTree tree = new ElementTree(name);
      return XmlTree.readPlain(bytes, tree)
          ? tree.root()
          : parse(name, new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new InputException(name + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** The root element of the stream; {@code name} stands for the file in messages. */
  public static XmlElement parse(String name, InputStream in) {
    try {
      return read(name, Platform.FACTORY.createXMLStreamReader(in));
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw InputException.at(name, line, "not well-formed XML: " + firstLine(e));
    }
  }

  private static String firstLine(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int start = message.indexOf("Message: ");
    String tail = start >= 0 ? message.substring(start + "Message: ".length()) : message;
    int end = tail.indexOf('\n');
    return (end >= 0 ? tail.substring(0, end) : tail).strip();
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  private static XmlElement read(String file, XMLStreamReader reader) throws XMLStreamException {
    ElementTree tree = new ElementTree(file);
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT ->
          tree.open(
              reader.getLocalName(), reader.getLocation().getLineNumber(), attributes(reader));
        case XMLStreamConstants.END_ELEMENT -> tree.close();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (tree.isOpen()) {
            tree.text(reader.getText());
          }
        }
        case XMLStreamConstants.DTD ->
          throw InputException.at(
              file,
              reader.getLocation().getLineNumber(),
              "document type declarations are not allowed; remove <!DOCTYPE ...>");
        default -> {}
      }
    }
    return tree.root();
  }

  private static String[] attributes(XMLStreamReader reader) {
    String[] attributes = new String[2 * reader.getAttributeCount()];
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes[2 * i] = reader.getAttributeLocalName(i);
      attributes[2 * i + 1] = reader.getAttributeValue(i);
    }
    return attributes;
  }
}
