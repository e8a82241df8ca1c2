package io.camber.map.xml;

import io.camber.diagnostics.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An element with its line in the file. Remembers whether anyone asked for it, so that the rest can be reported. */
public final class XmlElement {
  private final String file;
  private final String name;
  private final int line;
  private final @Nullable XmlElement parent;

  /** Names and values in turn: elements have few attributes, and a map of them would be slower. */
  private final String[] attributes;

  private List<XmlElement> children = List.of();
  private String text = "";
  private boolean asked;

  XmlElement(String file, String name, int line, String[] attributes, @Nullable XmlElement parent) {
    this.file = file;
    this.name = name;
    this.line = line;
    this.attributes = attributes;
    this.parent = parent;
  }

  void add(XmlElement child) {
    if (children.isEmpty()) {
      children = new ArrayList<>(4);
    }
    children.add(child);
  }

  void addText(String more) {
    text = text.isEmpty() ? more : text + more;
  }

  public String name() {
    return name;
  }

  /** Line of the end of the start tag, from 1. */
  public int line() {
    return line;
  }

  public String place() {
    return file + ":" + line;
  }

  public String text() {
    return text.trim();
  }

  /** The element around this one; empty for the root. */
  public Optional<XmlElement> parent() {
    return Optional.ofNullable(parent);
  }

  /** All direct children, without marking them as asked for. */
  public List<XmlElement> children() {
    return children;
  }

  /** Children of a name, without marking them as asked for. */
  public List<XmlElement> all(String childName) {
    @Nullable List<XmlElement> found = null;
    for (XmlElement child : children) {
      if (child.name.equals(childName)) {
        if (found == null) {
          found = new ArrayList<>();
        }
        found.add(child);
      }
    }
    return found == null ? List.of() : found;
  }

  /** Children of the children of a name, without marking them as asked for. */
  public List<XmlElement> all(String outer, String inner) {
    List<XmlElement> containers = all(outer);
    if (containers.size() == 1) {
      return containers.get(0).all(inner);
    }
    List<XmlElement> found = new ArrayList<>();
    containers.forEach(element -> found.addAll(element.all(inner)));
    return found;
  }

  /** Names of the attributes in file order. */
  public List<String> attributeNames() {
    List<String> names = new ArrayList<>(attributes.length / 2);
    for (int i = 0; i < attributes.length; i += 2) {
      names.add(attributes[i]);
    }
    return names;
  }

  public boolean isAsked() {
    return asked;
  }

  /** Direct children of a name, in file order. */
  public List<XmlElement> children(String childName) {
    @Nullable List<XmlElement> found = null;
    for (XmlElement child : children) {
      if (child.name.equals(childName)) {
        child.asked = true;
        if (found == null) {
          found = new ArrayList<>();
        }
        found.add(child);
      }
    }
    return found == null ? List.of() : found;
  }

  /** The first child of a name. */
  public Optional<XmlElement> child(String childName) {
    @Nullable XmlElement first = null;
    for (XmlElement child : children) {
      if (child.name.equals(childName)) {
        child.asked = true;
        first = first == null ? child : first;
      }
    }
    return Optional.ofNullable(first);
  }

  /** Children of children: the {@code inner} elements within all {@code outer} ones. */
  public List<XmlElement> children(String outer, String inner) {
    List<XmlElement> containers = children(outer);
    if (containers.size() == 1) {
      return containers.get(0).children(inner);
    }
    List<XmlElement> found = new ArrayList<>();
    containers.forEach(element -> found.addAll(element.children(inner)));
    return found;
  }

  public boolean has(String attribute) {
    return raw(attribute) != null;
  }

  private @Nullable String raw(String attribute) {
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i].equals(attribute)) {
        return attributes[i + 1];
      }
    }
    return null;
  }

  /** The value as it stands, null when the attribute is absent or empty. */
  private @Nullable String value(String attribute) {
    String value = raw(attribute);
    return value == null || value.isEmpty() ? null : value;
  }

  /** The attribute unless absent or empty. */
  public Optional<String> find(String attribute) {
    return Optional.ofNullable(value(attribute));
  }

  public String string(String attribute) {
    String value = value(attribute);
    if (value == null) {
      throw missing(attribute);
    }
    return value;
  }

  public String string(String attribute, String otherwise) {
    String value = value(attribute);
    return value == null ? otherwise : value;
  }

  public double number(String attribute) {
    return parse(attribute, string(attribute));
  }

  public double number(String attribute, double otherwise) {
    String value = value(attribute);
    return value == null ? otherwise : parse(attribute, value);
  }

  /** The number, or NaN when the attribute is absent or no finite number. */
  public double numberOrNan(String attribute) {
    String value = value(attribute);
    try {
      double number = value == null ? Double.NaN : Decimals.parse(value);
      return Double.isFinite(number) ? number : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  public double positive(String attribute) {
    double value = number(attribute);
    if (value <= 0.0) {
      throw error(attribute + "=\"" + string(attribute) + "\" must be greater than 0");
    }
    return value;
  }

  public double notNegative(String attribute) {
    double value = number(attribute);
    if (value < 0.0) {
      throw error(attribute + "=\"" + string(attribute) + "\" must not be negative");
    }
    return value;
  }

  public int integer(String attribute) {
    String value = string(attribute);
    try {
      return Integer.parseInt(value.trim());
    } catch (NumberFormatException e) {
      throw error(attribute + "=\"" + value + "\" is not a whole number");
    }
  }

  /** The mistake at this element's line. */
  public InputException error(String problem) {
    return InputException.at(file, line, "<" + name + "> " + problem);
  }

  private InputException missing(String attribute) {
    return error("has no attribute " + attribute + "; add it");
  }

  private double parse(String attribute, String value) {
    double number;
    try {
      number = Decimals.parse(value);
    } catch (NumberFormatException e) {
      throw error(attribute + "=\"" + value + "\" is not a number");
    }
    if (!Double.isFinite(number)) {
      throw error(attribute + "=\"" + value + "\" is not a finite number");
    }
    return number;
  }
}
