package io.camber.sim.scenario.check;

import io.camber.sim.scenario.expression.ExpressionException;
import io.camber.sim.scenario.expression.Scope;
import io.camber.sim.scenario.expression.Substitution;
import io.camber.sim.scenario.xml.XmlElement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expressions are well formed, use parameters that are declared, do not chase each other, and have values. */
final class ExpressionRules implements Visitor {
  private static final Pattern USE = Pattern.compile("\\$(\\w+)");

  private final Findings findings;

  ExpressionRules(Findings findings) {
    this.findings = findings;
  }

  @Override
  public void visit(XmlElement element, List<XmlElement> above, Scope scope) {
    boolean inCatalog = above.stream().anyMatch(outer -> outer.name().equals("Catalog"));
    if (element.name().equals("ParameterDeclarations")) {
      checkCycles(element);
    }
    for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
      if (attribute.getValue().indexOf('$') >= 0 && !isName(element, attribute.getKey())) {
        check(element, attribute, scope, inCatalog);
      }
    }
    if (inCatalog && element.name().equals("ParameterDeclaration")) {
      checkDefault(element);
    }
  }

  /** Names of declarations bear a dollar sign here and there; names for people may be anything. */
  private static boolean isName(XmlElement element, String attribute) {
    boolean isLight = element.name().equals("TrafficSignalStateAction");
    return attribute.equals("parameterRef") || (attribute.equals("name") && !isLight);
  }

  private void check(
      XmlElement element, Map.Entry<String, String> attribute, Scope scope, boolean inCatalog) {
    if (attribute.getValue().startsWith("${") && attribute.getValue().indexOf('}') < 0) {
      // no expression without its closing brace
      findings.add(
          element,
          CheckRule.EXPRESSION_VALUES,
          "attribute " + attribute.getKey() + ": \"" + attribute.getValue()
              + "\" lacks a closing brace");
      return;
    }
    try {
      Substitution.apply(attribute.getValue(), scope);
    } catch (ExpressionException e) {
      CheckRule rule = switch (e.kind()) {
        case SYNTAX -> CheckRule.ALLOWED_OPERATORS;
        case UNDECLARED -> inCatalog ? CheckRule.CATALOG_PARAMETERS : CheckRule.DECLARED_PARAMETERS;
        case VALUE -> CheckRule.EXPRESSION_VALUES;
      };
      if (!isInCycle(element)) {
        findings.add(element, rule, "attribute " + attribute.getKey() + ": " + e.getMessage());
      }
    }
  }

  private void checkDefault(XmlElement declaration) {
    String type = declaration.attributes().getOrDefault("parameterType", "string");
    if (declaration.attributes().getOrDefault("value", "").isBlank() && !type.equals("string")) {
      findings.add(
          declaration,
          CheckRule.CATALOG_PARAMETERS,
          "parameter " + declaration.attributes().getOrDefault("name", "") + " has no default");
    }
  }

  // --- parameters that are declared by each other

  private final Set<XmlElement> inCycle = new LinkedHashSet<>();

  private boolean isInCycle(XmlElement declaration) {
    return inCycle.contains(declaration);
  }

  private void checkCycles(XmlElement list) {
    Map<String, XmlElement> byName = new LinkedHashMap<>();
    for (XmlElement declaration : list.children()) {
      byName.put(bare(declaration), declaration);
    }
    for (XmlElement declaration : list.children()) {
      if (!inCycle.contains(declaration)) {
        Set<String> path = new LinkedHashSet<>();
        follow(bare(declaration), byName, path);
      }
    }
  }

  private void follow(String name, Map<String, XmlElement> byName, Set<String> path) {
    XmlElement declaration = byName.get(name);
    if (declaration == null || inCycle.contains(declaration)) {
      return;
    }
    if (!path.add(name)) {
      List<String> names = List.copyOf(path);
      List<String> cycle = names.subList(names.indexOf(name), names.size());
      cycle.forEach(member -> inCycle.add(byName.get(member)));
      findings.add(
          declaration,
          CheckRule.PARAMETER_CYCLES,
          "parameters are declared by each other: " + String.join(" -> ", cycle) + " -> " + name);
      return;
    }
    Matcher uses = USE.matcher(declaration.attributes().getOrDefault("value", ""));
    while (uses.find()) {
      follow(uses.group(1), byName, path);
    }
    path.remove(name);
  }

  private static String bare(XmlElement declaration) {
    String name = declaration.attributes().getOrDefault("name", "");
    return name.startsWith("$") ? name.substring(1) : name;
  }
}
