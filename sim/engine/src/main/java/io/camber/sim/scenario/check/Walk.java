package io.camber.sim.scenario.check;

import io.camber.sim.scenario.expression.ExpressionException;
import io.camber.sim.scenario.expression.ParameterType;
import io.camber.sim.scenario.expression.Scope;
import io.camber.sim.scenario.expression.Scope.Parameter;
import io.camber.sim.scenario.expression.Substitution;
import io.camber.sim.scenario.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows a file to visitors, with the parameters each element sees. Never fails: what has no value keeps its text. */
final class Walk {
  private final Map<String, String> overrides;
  private final List<Visitor> visitors;
  private final List<XmlElement> above = new ArrayList<>();

  Walk(Map<String, String> overrides, List<Visitor> visitors) {
    this.overrides = overrides;
    this.visitors = visitors;
  }

  void run(XmlElement root) {
    walk(root, Scope.empty());
    visitors.forEach(Visitor::finish);
  }

  private void walk(XmlElement element, Scope outer) {
    boolean entry = !above.isEmpty() && above.get(above.size() - 1).name().equals("Catalog");
    Scope scope = withDeclarations(element, entry ? Scope.empty() : outer);
    visitors.forEach(visitor -> visitor.visit(element, List.copyOf(above), scope));
    above.add(element);
    for (XmlElement child : element.children()) {
      walk(child, scope);
    }
    above.remove(above.size() - 1);
  }

  private Scope withDeclarations(XmlElement element, Scope outer) {
    Scope scope = outer;
    for (XmlElement list : element.children()) {
      if (list.name().equals("ParameterDeclarations")) {
        scope = outer.inner();
        for (XmlElement declaration : list.children()) {
          declare(declaration, scope);
        }
      }
    }
    return scope;
  }

  private void declare(XmlElement declaration, Scope scope) {
    String name = declaration.attributes().getOrDefault("name", "");
    String bare = name.startsWith("$") ? name.substring(1) : name;
    String written = declaration.attributes().getOrDefault("value", "");
    String value = above.isEmpty() && overrides.containsKey(bare)
        ? String.valueOf(overrides.get(bare))
        : valueOf(written, scope).orElse(written);
    ParameterType type = ParameterType.of(
            declaration.attributes().getOrDefault("parameterType", "string"))
        .orElse(ParameterType.STRING);
    scope.declare(new Parameter(bare, type, value));
  }

  /** The text with parameters and expressions replaced; empty when that fails. */
  static Optional<String> valueOf(String text, Scope scope) {
    try {
      return Optional.of(Substitution.apply(text, scope));
    } catch (ExpressionException e) {
      return Optional.empty();
    }
  }

  /** An attribute's value; empty without the attribute, or when it has no value. */
  static Optional<String> attribute(XmlElement element, String name, Scope scope) {
    return Optional.ofNullable(element.attributes().get(name))
        .flatMap(text -> valueOf(text, scope));
  }
}
