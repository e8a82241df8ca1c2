package io.camber.importing.xml;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Indented XML in memory; attributes are given as names and values in turn. */
public final class XmlText {
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;
  private int depth;

  public XmlText() {
    try {
      writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      writer.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Begins an element that has children. */
  public XmlText open(String name, String... attributes) {
    try {
      indent();
      writer.writeStartElement(name);
      write(attributes);
      depth++;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  /** An element without children. */
  public XmlText leaf(String name, String... attributes) {
    try {
      indent();
      writer.writeEmptyElement(name);
      write(attributes);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  /** Ends the element that was opened last. */
  public XmlText close() {
    try {
      depth--;
      indent();
      writer.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  /** Everything written, once all elements are closed. */
  public String text() {
    if (depth != 0) {
      throw new IllegalStateException(depth + " elements are open");
    }
    return text + "\n";
  }

  private void write(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      writer.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private void indent() throws XMLStreamException {
    writer.writeCharacters("\n" + "  ".repeat(depth));
  }
}
