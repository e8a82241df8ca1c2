package io.camber.sim.scenario.check;

import io.camber.map.RoadMap;
import io.camber.sim.scenario.expression.Scope;
import io.camber.sim.scenario.expression.Suggestion;
import io.camber.sim.scenario.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Phases last, lamps take no negative time, and references find traffic lights and their controllers. */
final class SignalRules implements Visitor {
  private static final String REFERENCE = "trafficSignalControllerRef";

  private final Findings findings;
  private final List<String> controllers = new ArrayList<>();

  private record Use(XmlElement at, String name) {}

  private final Map<String, Use> references = new LinkedHashMap<>();
  private final List<Use> controllerUses = new ArrayList<>();
  private final List<Use> signalUses = new ArrayList<>();

  SignalRules(Findings findings) {
    this.findings = findings;
  }

  @Override
  public void visit(XmlElement element, List<XmlElement> above, Scope scope) {
    switch (element.name()) {
      case "TrafficSignalController" -> {
        String name = Walk.attribute(element, "name", scope).orElse("");
        controllers.add(name);
        Walk.attribute(element, "reference", scope)
            .ifPresent(other -> references.put(name, new Use(element, other)));
      }
      case "Phase" -> {
        if (element.attributes().containsKey("duration")) {
          requireNotNegative(element, "duration", scope, CheckRule.PHASE_DURATION);
        }
      }
      case "LightStateAction" ->
        requireNotNegative(element, "transitionTime", scope, CheckRule.TRANSITION_TIME);
      case "TrafficSignalStateAction", "TrafficSignalCondition" ->
        Walk.attribute(element, "name", scope)
            .ifPresent(name -> signalUses.add(new Use(element, name)));
      default -> {}
    }
    Walk.attribute(element, REFERENCE, scope)
        .ifPresent(name -> controllerUses.add(new Use(element, name)));
  }

  private void requireNotNegative(
      XmlElement element, String attribute, Scope scope, CheckRule rule) {
    Optional<String> text = Walk.attribute(element, attribute, scope);
    try {
      if (text.isPresent() && Double.parseDouble(text.get().strip()) < 0.0) {
        findings.add(
            element, rule, "attribute " + attribute + "=\"" + text.get() + "\" is negative");
      }
    } catch (NumberFormatException e) {
      // whether it is a number is for the reader to say
      return;
    }
  }

  /** A controller may start after another one, but not by way of others after itself. */
  private void checkReferences() {
    for (Map.Entry<String, Use> reference : references.entrySet()) {
      List<String> path = new ArrayList<>(List.of(reference.getKey()));
      Use next = reference.getValue();
      while (next != null && !path.contains(next.name())) {
        path.add(next.name());
        next = references.get(next.name());
      }
      if (next != null && next.name().equals(reference.getKey())) {
        findings.add(
            reference.getValue().at(),
            CheckRule.SIGNAL_CONTROLLERS,
            "traffic signal controller starts after itself: " + String.join(" -> ", path) + " -> "
                + reference.getKey());
        return;
      }
    }
  }

  @Override
  public void finish() {
    checkReferences();
    for (Use use : controllerUses) {
      if (!controllers.contains(use.name())) {
        findings.add(
            use.at(),
            CheckRule.SIGNAL_CONTROLLERS,
            "there is no traffic signal controller \"" + use.name() + "\""
                + Suggestion.among(use.name(), controllers));
      }
    }
  }

  /** Looks for the lights in the map. */
  void checkAgainst(RoadMap map) {
    for (Use use : signalUses) {
      if (map.findSignal(use.name()).isEmpty()) {
        findings.add(
            use.at(), CheckRule.SIGNAL_IDS, "the map has no signal \"" + use.name() + "\"");
      }
    }
  }
}
