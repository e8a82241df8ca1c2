package io.camber.sim.scenario.document;

import io.camber.diagnostics.InputException;
import io.camber.sim.scenario.expression.ExpressionException;
import io.camber.sim.scenario.expression.Scope;
import io.camber.sim.scenario.expression.Substitution;
import io.camber.sim.scenario.expression.Suggestion;
import io.camber.sim.scenario.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An element in the scope of its parameters. Every accessor marks what it returns as read; {@link Reading#findings} reports
 * the rest. Throws {@link InputException} with file and line on anything missing or malformed.
 */
public final class Node {
  /** What is left of the attributes that name the schema, when read without name spaces. */
  private static final List<String> OF_THE_SCHEMA =
      List.of("xmlns", "xsi", "noNamespaceSchemaLocation");

  private final XmlElement element;
  private final Scope scope;
  private final Reading reading;
  private final List<Node> children;
  private final Set<String> attributesRead = new HashSet<>(4);
  /** Catalog entries this element lies in, outermost first. */
  private final List<String> entries;

  private boolean read;
  private boolean declared;

  Node(XmlElement element, Scope scope, Reading reading, List<String> entries) {
    this.element = element;
    this.scope = scope;
    this.reading = reading;
    this.entries = entries;
    this.children = new ArrayList<>(element.children().size());
    for (XmlElement child : element.children()) {
      children.add(new Node(child, scope, reading, entries));
    }
  }

  /** The same element seen from another scope. */
  Node in(Scope other) {
    read = true;
    Node node = new Node(element, other, reading, entries);
    reading.keep(node);
    return node;
  }

  /** The element with its ParameterDeclarations in scope; a catalog entry has them already. */
  public Node withParameters() {
    if (declared || find("ParameterDeclarations").isEmpty()) {
      ignore("ParameterDeclarations");
      return this;
    }
    ignoreAll();
    Node scoped = in(scope.inner());
    Declarations.read(scoped.one("ParameterDeclarations"), scoped.scope, Map.of());
    scoped.declared = true;
    return scoped;
  }

  /** Says that the scope holds the element's parameters already. */
  void markDeclared() {
    declared = true;
    ignore("ParameterDeclarations");
  }

  public String name() {
    return element.name();
  }

  public int line() {
    return element.line();
  }

  public Scope scope() {
    return scope;
  }

  public Reading reading() {
    return reading;
  }

  XmlElement element() {
    return element;
  }

  List<String> entries() {
    return entries;
  }

  /** The content of the element without markup. */
  public String content() {
    return element.text();
  }

  // --- children

  public List<Node> children() {
    for (Node child : children) {
      child.read = true;
    }
    return List.copyOf(children);
  }

  public List<Node> all(String name) {
    List<Node> found = new ArrayList<>();
    for (Node child : children) {
      if (child.name().equals(name)) {
        child.read = true;
        found.add(child);
      }
    }
    return found;
  }

  public Optional<Node> find(String name) {
    Node found = null;
    for (Node child : children) {
      if (child.name().equals(name)) {
        child.read = true;
        if (found != null) {
          throw child.error("only one <" + name + "> is allowed in <" + name() + ">");
        }
        found = child;
      }
    }
    return Optional.ofNullable(found);
  }

  public Node one(String name) {
    return find(name).orElseThrow(() -> error("<" + name() + "> needs a child <" + name + ">"));
  }

  /** True without children. */
  public boolean isEmpty() {
    return children.isEmpty();
  }

  /** The single child of a choice element, whatever it is called. */
  public Node choice() {
    if (children.size() != 1) {
      throw error("<" + name() + "> needs exactly one child, has " + children.size());
    }
    children.get(0).read = true;
    return children.get(0);
  }

  /** The first child that bears one of the names. */
  public Optional<Node> firstOf(String... names) {
    for (String name : names) {
      Optional<Node> child = find(name);
      if (child.isPresent()) {
        return child;
      }
    }
    return Optional.empty();
  }

  /** The named element, or the catalog entry that stands in its place. */
  public Optional<Node> findOrReference(String name) {
    Optional<Node> own = find(name);
    return own.isPresent() ? own : find("CatalogReference").map(reading::resolve);
  }

  /** Marks children that have no effect here and need no warning. */
  public void ignore(String... names) {
    for (String name : names) {
      all(name).forEach(Node::ignoreAll);
    }
  }

  /** Marks the whole element as read; for what has no effect here and needs no warning. */
  public void ignoreAll() {
    read = true;
    attributesRead.addAll(element.attributes().keySet());
    children.forEach(Node::ignoreAll);
  }

  public void ignoreAttributes(String... names) {
    attributesRead.addAll(List.of(names));
  }

  // --- attributes

  public boolean has(String attribute) {
    return element.attributes().containsKey(attribute);
  }

  public Optional<String> findText(String attribute) {
    attributesRead.add(attribute);
    String raw = element.attributes().get(attribute);
    if (raw == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Substitution.apply(raw, scope));
    } catch (ExpressionException e) {
      throw error("attribute " + attribute + ": " + e.getMessage());
    }
  }

  /** The attribute as it stands in the file, parameters not substituted. */
  public Optional<String> findRaw(String attribute) {
    attributesRead.add(attribute);
    return Optional.ofNullable(element.attributes().get(attribute));
  }

  /** A name for people: as {@link #text}, but a text that is no expression stands for itself. */
  public String label(String attribute) {
    attributesRead.add(attribute);
    String raw = element.attributes().getOrDefault(attribute, "");
    try {
      return Substitution.apply(raw, scope);
    } catch (ExpressionException e) {
      return raw;
    }
  }

  public String text(String attribute) {
    return findText(attribute)
        .orElseThrow(() -> error("<" + name() + "> needs an attribute " + attribute));
  }

  public String text(String attribute, String otherwise) {
    return findText(attribute).orElse(otherwise);
  }

  public double number(String attribute) {
    return toNumber(attribute, text(attribute));
  }

  public double number(String attribute, double otherwise) {
    return findText(attribute).map(text -> toNumber(attribute, text)).orElse(otherwise);
  }

  /** As {@link #number(String)}, for what cannot be infinite. */
  public double finite(String attribute) {
    return requireFinite(attribute, number(attribute));
  }

  /** As {@link #number(String, double)}; the attribute cannot be infinite, {@code otherwise} may be anything. */
  public double finite(String attribute, double otherwise) {
    return has(attribute)
        ? requireFinite(attribute, number(attribute))
        : number(attribute, otherwise);
  }

  private double requireFinite(String attribute, double value) {
    if (Double.isInfinite(value)) {
      throw error("attribute " + attribute + " is infinite");
    }
    return value;
  }

  private double toNumber(String attribute, String text) {
    String stripped = text.strip();
    if (stripped.equals("INF") || stripped.equals("inf")) {
      return Double.POSITIVE_INFINITY;
    }
    if (stripped.equals("-INF") || stripped.equals("-inf")) {
      return Double.NEGATIVE_INFINITY;
    }
    try {
      double value = Double.parseDouble(stripped);
      if (!Double.isNaN(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // told below, with the place
    }
    throw error("attribute " + attribute + "=\"" + text + "\" is not a number");
  }

  public int integer(String attribute) {
    return toInteger(attribute, text(attribute));
  }

  public int integer(String attribute, int otherwise) {
    return findText(attribute).map(text -> toInteger(attribute, text)).orElse(otherwise);
  }

  private int toInteger(String attribute, String text) {
    double value = toNumber(attribute, text);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw error("attribute " + attribute + "=\"" + text + "\" is not a whole number");
    }
    return (int) value;
  }

  public boolean truth(String attribute, boolean otherwise) {
    return findText(attribute).map(text -> toTruth(attribute, text)).orElse(otherwise);
  }

  private boolean toTruth(String attribute, String text) {
    return switch (text.strip()) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw error("attribute " + attribute + "=\"" + text + "\" is not true or false");
    };
  }

  /** One of the constants of an enum, compared without case and underscores: {@code greaterThan} is GREATER_THAN. */
  public <E extends Enum<E>> E oneOf(String attribute, Class<E> type) {
    String text = text(attribute);
    return Constants.find(text, type).orElseThrow(() -> badConstant(attribute, text, type));
  }

  public <E extends Enum<E>> E oneOf(String attribute, Class<E> type, E otherwise) {
    Optional<String> text = findText(attribute);
    return text.isEmpty()
        ? otherwise
        : Constants.find(text.get(), type)
            .orElseThrow(() -> badConstant(attribute, text.get(), type));
  }

  private <E extends Enum<E>> InputException badConstant(
      String attribute, String text, Class<E> type) {
    return error("attribute " + attribute + "=\"" + text + "\" is not one of "
        + String.join(", ", Constants.names(type)));
  }

  /** The name of an entity of the scenario. */
  public String entity(String attribute) {
    String name = text(attribute);
    if (!reading.hasEntity(name)) {
      throw error("attribute " + attribute + ": there is no entity \"" + name + "\""
          + Suggestion.among(name, reading.entities()));
    }
    return name;
  }

  // --- findings

  public InputException error(String problem) {
    return element.error(problem);
  }

  /** Names a part of the file that has no effect, or not the full one. */
  public void warn(String what) {
    reading.warn(element, what);
  }

  /** A known element without effect here: warns and marks it as read. */
  public void unsupported(String consequence) {
    warn("<" + name() + "> is not supported: " + consequence);
    reportUnknown();
    ignoreAll();
  }

  void report() {
    for (String attribute : element.attributes().keySet()) {
      if (!attributesRead.contains(attribute) && !OF_THE_SCHEMA.contains(attribute)) {
        reading.warn(element, "attribute " + attribute + " of <" + name() + "> has no effect");
      }
    }
    for (Node child : children) {
      if (child.read) {
        child.report();
      } else {
        child.reportUnread(this);
      }
    }
  }

  private void reportUnread(Node parent) {
    requireKnown();
    reading.warn(element, "<" + name() + "> in <" + parent.name() + "> has no effect");
    children.forEach(Node::reportUnknown);
  }

  private void reportUnknown() {
    requireKnown();
    children.forEach(Node::reportUnknown);
  }

  private void requireKnown() {
    if (!Elements.isKnown(name())) {
      throw error("unknown element <" + name() + ">" + Suggestion.among(name(), Elements.names()));
    }
  }
}
