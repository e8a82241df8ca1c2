package io.camber.sim.scenario.xml;

import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a whole XML file. Document types and external entities are refused; depth and size are bounded. */
public final class XmlFile {
  private static final int DEPTH_MAX = 200;
  private static final long BYTES_MAX = 64L << 20;
  private static final XMLInputFactory FACTORY = factory();

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
      try (InputStream in = Files.newInputStream(file)) {
        return parse(name, in);
      }
    } catch (IOException e) {
      throw new InputException(name + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** The root element of the stream; {@code name} stands for the file in messages. */
  public static XmlElement parse(String name, InputStream in) {
    try {
      return new Parse(name, FACTORY.createXMLStreamReader(in)).run();
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

  private static final class Parse {
    private final String file;
    private final XMLStreamReader reader;
    private final Deque<XmlElement> open = new ArrayDeque<>();

    Parse(String file, XMLStreamReader reader) {
      this.file = file;
      this.reader = reader;
    }

    XmlElement run() throws XMLStreamException {
      XmlElement root = null;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            XmlElement element = start();
            root = root == null ? element : root;
          }
          case XMLStreamConstants.END_ELEMENT -> open.pop();
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            if (!open.isEmpty()) {
              open.getFirst().addText(reader.getText());
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
      if (root == null) {
        throw new InputException(file + ": holds no XML element");
      }
      return root;
    }

    private XmlElement start() {
      int line = reader.getLocation().getLineNumber();
      if (open.size() >= DEPTH_MAX) {
        throw InputException.at(file, line, "elements nested deeper than " + DEPTH_MAX);
      }
      XmlElement element = new XmlElement(file, reader.getLocalName(), line);
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        element.addAttribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
      }
      if (!open.isEmpty()) {
        open.getFirst().addChild(element);
      }
      open.push(element);
      return element;
    }
  }
}
