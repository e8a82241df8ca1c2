package io.camber.map.opendrive;

import io.camber.diagnostics.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An element with its line in the file. Remembers whether anyone asked for it, so that the rest can be reported. */
final class XmlElement {
  private final String file;
  private final String name;
  private final int line;

  /** Names and values in turn: elements have few attributes, and a map of them would be slower. */
  private final List<String> attributes = new ArrayList<>();

  private final List<XmlElement> children = new ArrayList<>();
  private String text = "";
  private boolean asked;

  XmlElement(String file, String name, int line) {
    this.file = file;
    this.name = name;
    this.line = line;
  }

  void put(String attribute, String value) {
    attributes.add(attribute);
    attributes.add(value);
  }

  void add(XmlElement child) {
    children.add(child);
  }

  void addText(String more) {
    text += more;
  }

  String name() {
    return name;
  }

  int line() {
    return line;
  }

  String place() {
    return file + ":" + line;
  }

  String text() {
    return text.trim();
  }

  List<XmlElement> children() {
    return children;
  }

  boolean isAsked() {
    return asked;
  }

  /** Direct children of a name, in file order. */
  List<XmlElement> children(String childName) {
    List<XmlElement> found = new ArrayList<>();
    for (XmlElement child : children) {
      if (child.name.equals(childName)) {
        child.asked = true;
        found.add(child);
      }
    }
    return found;
  }

  Optional<XmlElement> child(String childName) {
    List<XmlElement> found = children(childName);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  /** Children of children: the {@code inner} elements within all {@code outer} ones. */
  List<XmlElement> children(String outer, String inner) {
    List<XmlElement> found = new ArrayList<>();
    children(outer).forEach(element -> found.addAll(element.children(inner)));
    return found;
  }

  /** The attribute unless absent or empty. */
  Optional<String> find(String attribute) {
    for (int i = 0; i < attributes.size(); i += 2) {
      if (attributes.get(i).equals(attribute)) {
        String value = attributes.get(i + 1);
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
      }
    }
    return Optional.empty();
  }

  String string(String attribute) {
    return find(attribute).orElseThrow(() -> missing(attribute));
  }

  String string(String attribute, String otherwise) {
    return find(attribute).orElse(otherwise);
  }

  double number(String attribute) {
    return parse(attribute, string(attribute));
  }

  double number(String attribute, double otherwise) {
    Optional<String> value = find(attribute);
    return value.isPresent() ? parse(attribute, value.get()) : otherwise;
  }

  double positive(String attribute) {
    double value = number(attribute);
    if (value <= 0.0) {
      throw error(attribute + "=\"" + string(attribute) + "\" must be greater than 0");
    }
    return value;
  }

  double notNegative(String attribute) {
    double value = number(attribute);
    if (value < 0.0) {
      throw error(attribute + "=\"" + string(attribute) + "\" must not be negative");
    }
    return value;
  }

  int integer(String attribute) {
    String value = string(attribute);
    try {
      return Integer.parseInt(value.trim());
    } catch (NumberFormatException e) {
      throw error(attribute + "=\"" + value + "\" is not a whole number");
    }
  }

  /** The mistake at this element's line. */
  InputException error(String problem) {
    return InputException.at(file, line, "<" + name + "> " + problem);
  }

  private InputException missing(String attribute) {
    return error("has no attribute " + attribute + "; add it");
  }

  private double parse(String attribute, String value) {
    double number;
    try {
      number = Double.parseDouble(value.trim());
    } catch (NumberFormatException e) {
      throw error(attribute + "=\"" + value + "\" is not a number");
    }
    if (!Double.isFinite(number)) {
      throw error(attribute + "=\"" + value + "\" is not a finite number");
    }
    return number;
  }
}
