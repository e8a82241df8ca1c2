package io.camber.sim.scenario.xml;

import io.camber.diagnostics.InputException;
import io.camber.map.xml.XmlSink;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Puts elements into a tree as they open and close. */
final class ElementTree implements XmlSink {
  private static final int DEPTH_MAX = 200;

  private final String file;
  private final Deque<XmlElement> open = new ArrayDeque<>();
  private @Nullable XmlElement root;

  ElementTree(String file) {
    this.file = file;
  }

  @Override
  public void open(String name, int line, String[] attributes) {
    if (open.size() >= DEPTH_MAX) {
      throw InputException.at(file, line, "elements nested deeper than " + DEPTH_MAX);
    }
    XmlElement element = new XmlElement(file, name, line);
    for (int i = 0; i < attributes.length; i += 2) {
      String key = attributes[i];
      // as the platform's parser does when it knows no name spaces
      element.addAttribute(key.substring(key.indexOf(':') + 1), attributes[i + 1]);
    }
    if (open.isEmpty()) {
      root = root == null ? element : root;
    } else {
      open.getFirst().addChild(element);
    }
    open.push(element);
  }

  @Override
  public void close() {
    open.pop();
  }

  @Override
  public void text(String more) {
    open.getFirst().addText(more);
  }

  @Override
  public void documentType(int line) {
    throw InputException.at(
        file, line, "document type declarations are not allowed; remove <!DOCTYPE ...>");
  }

  @Override
  public boolean isOpen() {
    return !open.isEmpty();
  }

  @Override
  public String openName() {
    return open.getFirst().name();
  }

  @Override
  public boolean hasBegun() {
    return root != null;
  }

  /** The root element; throws {@link InputException} when there was none. */
  XmlElement root() {
    if (root == null) {
      throw new InputException(file + ": holds no XML element");
    }
    return root;
  }
}
