package io.camber.map.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Puts elements into a tree as they open and close. */
final class TreeBuilder implements XmlSink {
  private static final int DEPTH_MAX = 200;
  private static final int ELEMENTS_MAX = 4_000_000;

  private final String file;
  private final Deque<XmlElement> open = new ArrayDeque<>();
  private @Nullable XmlElement root;
  private int count;

  TreeBuilder(String file) {
    this.file = file;
  }

  @Override
  public void open(String name, int line, String[] attributes) {
    XmlElement parent = open.peek();
    XmlElement element = new XmlElement(file, name, line, attributes, parent);
    if (open.size() >= DEPTH_MAX) {
      throw element.error("is nested deeper than " + DEPTH_MAX + " elements");
    }
    if (++count > ELEMENTS_MAX) {
      throw element.error(
          "is one more than the " + ELEMENTS_MAX + " elements a file may have; split the file");
    }
    if (parent == null) {
      root = element;
    } else {
      parent.add(element);
    }
    open.push(element);
  }

  @Override
  public void close() {
    open.pop();
  }

  @Override
  public void text(String more) {
    open.element().addText(more);
  }

  @Override
  public boolean isOpen() {
    return !open.isEmpty();
  }

  @Override
  public String openName() {
    return open.element().name();
  }

  @Override
  public boolean hasBegun() {
    return root != null;
  }

  @Nullable
  XmlElement root() {
    return root;
  }
}
