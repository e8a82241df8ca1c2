package io.camber.sim.scenario.document;

import io.camber.diagnostics.BrokenConstraintException;
import io.camber.sim.scenario.expression.ExpressionException;
import io.camber.sim.scenario.expression.ParameterType;
import io.camber.sim.scenario.expression.Scope;
import io.camber.sim.scenario.expression.Scope.Parameter;
import io.camber.sim.scenario.expression.Substitution;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads ParameterDeclarations and VariableDeclarations into a scope, in order, so that later ones may use earlier ones. */
@Plays({
  "ParameterDeclarations",
  "ParameterDeclaration",
  "ConstraintGroup",
  "ValueConstraint",
  "VariableDeclarations",
  "VariableDeclaration"
})
public final class Declarations {
  private Declarations() {}

  /**
   * Declares parameters; a value in {@code assigned}, which may be an expression like any declared one, replaces the declared
   * one before dependants are computed.
   */
  public static void read(Node list, Scope scope, Map<String, String> assigned) {
    for (Node declaration : list.all("ParameterDeclaration")) {
      declaration.ignore("ConstraintGroup");
      String name = name(declaration);
      ParameterType type = type(declaration, "parameterType");
      String raw = Optional.ofNullable(assigned.get(name)).orElseGet(() -> declared(declaration));
      String value = evaluated(declaration, raw, scope);
      check(declaration, name, type, value);
      scope.declare(new Parameter(name, type, value));
    }
    // constraints may mention any parameter of the list
    for (Node declaration : list.all("ParameterDeclaration")) {
      constrain(declaration.in(scope), scope);
    }
  }

  /** Declares variables with their initial values. */
  public static void readVariables(Node list, Scope scope) {
    for (Node declaration : list.all("VariableDeclaration")) {
      String name = name(declaration);
      ParameterType type = type(declaration, "variableType");
      String value = declaration.text("value");
      check(declaration, name, type, value);
      scope.declare(new Parameter(name, type, value));
    }
  }

  private static String name(Node declaration) {
    return bare(declaration
        .findRaw("name")
        .orElseThrow(() -> declaration.error("declaration without a name")));
  }

  /** A parameter's name without the dollar sign that some files write before it. */
  static String bare(String name) {
    return name.startsWith("$") ? name.substring(1) : name;
  }

  private static String declared(Node declaration) {
    return declaration
        .findRaw("value")
        .orElseThrow(() -> declaration.error("parameter without a value"));
  }

  private static String evaluated(Node declaration, String raw, Scope scope) {
    try {
      return Substitution.apply(raw, scope);
    } catch (ExpressionException e) {
      throw declaration.error("value: " + e.getMessage());
    }
  }

  private static ParameterType type(Node declaration, String attribute) {
    String name = declaration.text(attribute);
    declaration.ignoreAttributes("value");
    return ParameterType.of(name)
        .orElseThrow(() -> declaration.error("\"" + name + "\" is not a parameter type"));
  }

  private static void check(Node declaration, String name, ParameterType type, String value) {
    boolean fits = switch (type) {
      case STRING -> true;
      case BOOLEAN -> List.of("true", "false", "0", "1").contains(value.strip());
      case INTEGER, DOUBLE -> isNumber(value);
    };
    String problem = "value \"" + value + "\" of " + name + " is not of its type";
    if (!fits && declaration.entries().isEmpty()) {
      throw declaration.error(problem);
    }
    if (!fits) {
      // published catalogs declare words as numbers; who uses the value decides
      declaration.warn(problem);
    }
  }

  private static boolean isNumber(String value) {
    try {
      Double.parseDouble(value.strip().replace("INF", "Infinity"));
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Groups are alternatives, the constraints of a group must all hold. */
  private static void constrain(Node declaration, Scope scope) {
    List<Node> groups = declaration.all("ConstraintGroup");
    declaration.ignoreAttributes("name", "parameterType", "value");
    String name = name(declaration);
    String value = scope.find(name).map(Parameter::text).orElse("");
    boolean holds = groups.isEmpty();
    for (Node group : groups) {
      boolean all = true;
      for (Node constraint : group.all("ValueConstraint")) {
        all &= constraint.oneOf("rule", Rule.class).compare(value, constraint.text("value"));
      }
      holds |= all;
    }
    if (!holds) {
      throw new BrokenConstraintException(String.valueOf(declaration
          .error("value " + value + " of parameter " + name + " breaks its constraints")
          .getMessage()));
    }
  }
}
