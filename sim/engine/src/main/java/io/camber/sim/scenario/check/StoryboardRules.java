package io.camber.sim.scenario.check;

import io.camber.sim.scenario.expression.Scope;
import io.camber.sim.scenario.expression.Suggestion;
import io.camber.sim.scenario.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Elements of the storyboard have names of their own on their level, and references to them and to variables find something. */
final class StoryboardRules implements Visitor {
  /** Kinds of elements and how references name them. */
  private static final Map<String, String> KINDS = Map.of(
      "Story", "story",
      "Act", "act",
      "ManeuverGroup", "maneuvergroup",
      "Maneuver", "maneuver",
      "Event", "event",
      "Action", "action");

  private final Findings findings;
  private final Map<String, List<String>> pathsByKind = new LinkedHashMap<>();
  private final Map<String, XmlElement> elements = new LinkedHashMap<>();
  private final Set<String> variables = new LinkedHashSet<>();
  private boolean usesCatalogs;

  private record Use(XmlElement at, String kind, String name) {}

  private final List<Use> elementUses = new ArrayList<>();
  private final List<Use> variableUses = new ArrayList<>();

  StoryboardRules(Findings findings) {
    this.findings = findings;
  }

  @Override
  public void visit(XmlElement element, List<XmlElement> above, Scope scope) {
    String kind = KINDS.get(element.name());
    if (kind != null) {
      String path = path(element, above, scope);
      pathsByKind.computeIfAbsent(kind, key -> new ArrayList<>()).add(path);
      elements.putIfAbsent(path, element);
      checkSiblings(element, scope);
    }
    switch (element.name()) {
      case "Storyboard" -> checkSiblings(element, scope);
      case "CatalogReference" ->
        usesCatalogs |= above.get(above.size() - 1).name().equals("ManeuverGroup");
      case "VariableDeclaration" ->
        Walk.attribute(element, "name", scope).ifPresent(variables::add);
      case "StoryboardElementStateCondition" -> {
        String wanted = Walk.attribute(element, "storyboardElementType", scope).orElse("");
        Walk.attribute(element, "storyboardElementRef", scope)
            .ifPresent(name -> elementUses.add(
                new Use(element, wanted.toLowerCase(Locale.ROOT), name.replace("::", "/"))));
      }
      default -> {}
    }
    Walk.attribute(element, "variableRef", scope)
        .ifPresent(name -> variableUses.add(new Use(element, "variable", name)));
  }

  private static String path(XmlElement element, List<XmlElement> above, Scope scope) {
    StringBuilder path = new StringBuilder();
    for (XmlElement outer : above) {
      if (KINDS.containsKey(outer.name())) {
        path.append(name(outer, scope)).append('/');
      }
    }
    return path.append(name(element, scope)).toString();
  }

  private static String name(XmlElement element, Scope scope) {
    return Walk.attribute(element, "name", scope)
        .orElse(element.attributes().getOrDefault("name", ""));
  }

  private void checkSiblings(XmlElement parent, Scope scope) {
    Map<String, XmlElement> seen = new LinkedHashMap<>();
    for (XmlElement child : parent.children()) {
      if (KINDS.containsKey(child.name())) {
        String name = name(child, scope);
        XmlElement before = seen.putIfAbsent(name, child);
        if (before != null) {
          findings.add(
              child,
              CheckRule.UNIQUE_ELEMENT_NAMES,
              "another element of <" + parent.name() + "> is called \"" + name + "\", in line "
                  + before.line());
        }
      }
    }
  }

  /** The element of a path, unless it stands in a catalog. */
  Optional<XmlElement> find(String path) {
    return Optional.ofNullable(elements.get(path));
  }

  @Override
  public void finish() {
    for (Use use : variableUses) {
      if (!variables.contains(use.name())) {
        findings.add(
            use.at(),
            CheckRule.VARIABLE_REFERENCES,
            "there is no variable \"" + use.name() + "\""
                + Suggestion.among(use.name(), List.copyOf(variables)));
      }
    }
    if (!usesCatalogs) {
      elementUses.forEach(this::checkReference);
    }
  }

  private void checkReference(Use use) {
    List<String> paths = pathsByKind.getOrDefault(use.kind(), List.of());
    boolean found =
        paths.stream().anyMatch(path -> path.equals(use.name()) || path.endsWith("/" + use.name()));
    if (!found) {
      Optional<String> otherKind = pathsByKind.entrySet().stream()
          .filter(entry -> entry.getValue().stream()
              .anyMatch(path -> path.equals(use.name()) || path.endsWith("/" + use.name())))
          .map(Map.Entry::getKey)
          .findFirst();
      findings.add(
          use.at(),
          CheckRule.ELEMENT_REFERENCES,
          "the storyboard has no " + use.kind() + " \"" + use.name() + "\""
              + otherKind.map(kind -> "; there is a " + kind + " of that name").orElse(""));
    }
  }
}
