package io.camber.sim.scenario.check;

import io.camber.sim.scenario.expression.Scope;
import io.camber.sim.scenario.expression.Suggestion;
import io.camber.sim.scenario.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Entities have names of their own, references find them, and private actions have somebody to act. */
final class EntityRules implements Visitor {
  private static final Set<String> REFERENCES =
      Set.of("entityRef", "masterEntityRef", "trailerRef");

  private final Findings findings;
  private final Map<String, XmlElement> declared = new LinkedHashMap<>();

  private record Use(XmlElement at, String attribute, String name) {}

  private final List<Use> uses = new ArrayList<>();

  EntityRules(Findings findings) {
    this.findings = findings;
  }

  @Override
  public void visit(XmlElement element, List<XmlElement> above, Scope scope) {
    if (element.name().equals("ScenarioObject") || element.name().equals("EntitySelection")) {
      declare(element, Walk.attribute(element, "name", scope).orElse(""));
    }
    for (String attribute : List.of("entityRef", "masterEntityRef", "trailerRef")) {
      Optional<String> name = Walk.attribute(element, attribute, scope);
      if (name.isPresent() && REFERENCES.contains(attribute) && !name.get().isEmpty()) {
        uses.add(new Use(element, attribute, name.get()));
      }
    }
    if (element.name().equals("ManeuverGroup")) {
      checkActors(element);
    }
  }

  private void declare(XmlElement element, String name) {
    XmlElement before = declared.putIfAbsent(name, element);
    if (before != null) {
      findings.add(
          element,
          CheckRule.UNIQUE_ENTITY_NAMES,
          "a second entity is called \"" + name + "\", the first is in line " + before.line());
    }
  }

  private void checkActors(XmlElement group) {
    Optional<XmlElement> actors =
        group.children().stream().filter(child -> child.name().equals("Actors")).findFirst();
    boolean nobody = actors.isPresent()
        && actors.get().children().isEmpty()
        && !actors
            .get()
            .attributes()
            .getOrDefault("selectTriggeringEntities", "")
            .equals("true");
    if (nobody && holds(group, "PrivateAction")) {
      findings.add(
          actors.get(),
          CheckRule.ACTORS,
          "<Actors> names nobody, but the group has private actions");
    }
  }

  private static boolean holds(XmlElement element, String name) {
    return element.children().stream()
        .anyMatch(child -> child.name().equals(name) || holds(child, name));
  }

  @Override
  public void finish() {
    List<String> names = List.copyOf(declared.keySet());
    for (Use use : uses) {
      // trailers that vehicles bring along are entities too
      if (!declared.containsKey(use.name()) && !use.name().endsWith("+")) {
        findings.add(
            use.at(),
            CheckRule.ENTITY_REFERENCES,
            "attribute " + use.attribute() + ": there is no entity \"" + use.name() + "\""
                + Suggestion.among(use.name(), names));
      }
    }
  }
}
