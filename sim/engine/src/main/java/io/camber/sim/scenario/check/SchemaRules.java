package io.camber.sim.scenario.check;

import io.camber.sim.scenario.document.Elements;
import io.camber.sim.scenario.expression.Scope;
import io.camber.sim.scenario.expression.Suggestion;
import io.camber.sim.scenario.xml.XmlElement;
import java.util.List;

/**
 * The outline of a file is that of the standard: its parts are there, in their places, and every element is one of the
 * standard. What an element needs inside is for the reader to say.
 */
final class SchemaRules implements Visitor {
  private static final List<String> SCENARIO_PARTS = List.of(
      "FileHeader",
      "ParameterDeclarations",
      "VariableDeclarations",
      "MonitorDeclarations",
      "CatalogLocations",
      "RoadNetwork",
      "Entities",
      "Storyboard");
  private static final List<String> NEEDED =
      List.of("CatalogLocations", "RoadNetwork", "Entities", "Storyboard");

  private final Findings findings;

  SchemaRules(Findings findings) {
    this.findings = findings;
  }

  @Override
  public void visit(XmlElement element, List<XmlElement> above, Scope scope) {
    if (!Elements.isKnown(element.name()) && !isFree(above)) {
      findings.add(
          element,
          CheckRule.VALID_SCHEMA,
          "unknown element <" + element.name() + ">"
              + Suggestion.among(element.name(), Elements.names()));
    }
    if (above.isEmpty() && isScenario(element)) {
      checkParts(element);
    }
  }

  /** Custom content may hold anything. */
  private static boolean isFree(List<XmlElement> above) {
    return above.stream()
        .anyMatch(outer ->
            outer.name().equals("CustomContent") || outer.name().equals("CustomCommandAction"));
  }

  private static boolean isScenario(XmlElement root) {
    return root.children().stream()
        .noneMatch(child ->
            child.name().equals("Catalog") || child.name().equals("ParameterValueDistribution"));
  }

  private void checkParts(XmlElement root) {
    for (String part : NEEDED) {
      if (root.children().stream().noneMatch(child -> child.name().equals(part))) {
        findings.add(
            root, CheckRule.VALID_SCHEMA, "<" + root.name() + "> needs a child <" + part + ">");
      }
    }
    for (XmlElement child : root.children()) {
      if (Elements.isKnown(child.name()) && !SCENARIO_PARTS.contains(child.name())) {
        findings.add(
            child,
            CheckRule.VALID_SCHEMA,
            "<" + child.name() + "> has no place in <" + root.name() + ">");
      }
    }
  }
}
