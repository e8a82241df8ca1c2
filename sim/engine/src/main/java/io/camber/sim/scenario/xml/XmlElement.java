package io.camber.sim.scenario.xml;

import io.camber.diagnostics.InputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One element of an XML file, with the line it starts on. Built by {@link XmlFile}, read-only afterwards. */
public final class XmlElement {
  private final String file;
  private final String name;
  private final int line;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<XmlElement> children = new ArrayList<>();
  private final Map<String, String> attributesSeen = Collections.unmodifiableMap(attributes);
  private final List<XmlElement> childrenSeen = Collections.unmodifiableList(children);
  private final StringBuilder text = new StringBuilder();

  XmlElement(String file, String name, int line) {
    this.file = file;
    this.name = name;
    this.line = line;
  }

  void addAttribute(String key, String value) {
    attributes.put(key, value);
  }

  void addChild(XmlElement child) {
    children.add(child);
  }

  void addText(String piece) {
    text.append(piece);
  }

  public String file() {
    return file;
  }

  public String name() {
    return name;
  }

  /** Line of the start tag, from 1. */
  public int line() {
    return line;
  }

  public Map<String, String> attributes() {
    return attributesSeen;
  }

  public List<XmlElement> children() {
    return childrenSeen;
  }

  public String text() {
    return text.toString().strip();
  }

  /** A mistake at this element. */
  public InputException error(String problem) {
    return InputException.at(file, line, problem);
  }
}
