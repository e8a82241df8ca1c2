package io.camber.map.opendrive;

import io.camber.diagnostics.InputException;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a file into elements. Document types and external entities are off: a map cannot make the reader open other files. */
final class XmlTree {
  private static final int DEPTH_MAX = 200;

  private XmlTree() {}

  static XmlElement read(String file, ByteBuffer xml) {
    byte[] bytes = new byte[xml.remaining()];
    xml.duplicate().get(bytes);
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      return read(file, reader);
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      throw InputException.at(file, line, "not well-formed XML: " + reason(e));
    }
  }

  private static XmlElement read(String file, XMLStreamReader reader) throws XMLStreamException {
    Deque<XmlElement> open = new ArrayDeque<>();
    XmlElement root = new XmlElement(file, "", 0);
    open.push(root);
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (isForeign(reader.getLocalName())) {
            skip(reader);
            continue;
          }
          XmlElement element = element(file, reader);
          if (open.size() > DEPTH_MAX) {
            throw element.error("is nested deeper than " + DEPTH_MAX + " elements");
          }
          open.element().add(element);
          open.push(element);
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!reader.isWhiteSpace()) {
            open.element().addText(reader.getText());
          }
        }
        default -> {
          // Comments and processing instructions say nothing about roads.
        }
      }
    }
    return root.children().get(0);
  }

  /** Containers meant for other tools. */
  private static boolean isForeign(String name) {
    return name.equals("userData") || name.equals("dataQuality");
  }

  private static void skip(XMLStreamReader reader) throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private static XmlElement element(String file, XMLStreamReader reader) {
    XmlElement element =
        new XmlElement(file, reader.getLocalName(), reader.getLocation().getLineNumber());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      element.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return element;
  }

  private static String reason(XMLStreamException e) {
    String message = e.getMessage() == null ? "unreadable" : e.getMessage();
    int at = message.indexOf("Message: ");
    return (at < 0 ? message : message.substring(at + 9)).replace('\n', ' ').trim();
  }
}
