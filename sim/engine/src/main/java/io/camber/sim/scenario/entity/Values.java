package io.camber.sim.scenario.entity;

import io.camber.sim.scenario.expression.ParameterType;
import io.camber.sim.scenario.expression.Scope;
import io.camber.sim.scenario.expression.Scope.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Parameters or variables that actions may change while the scenario plays. */
public final class Values {
  private final Map<String, Parameter> values = new LinkedHashMap<>();

  /** The same as numbers, so that conditions need not read them at every step. */
  private final Map<String, Double> numbers = new LinkedHashMap<>();

  private int revision;

  public Values(Scope declared) {
    for (Parameter parameter : declared.declared()) {
      put(parameter);
    }
  }

  private void put(Parameter parameter) {
    values.put(parameter.name(), parameter);
    numbers.put(parameter.name(), number(parameter.text()));
    revision++;
  }

  /** Rises whenever a value is set. */
  public int revision() {
    return revision;
  }

  /** The number that a text is; NaN when it is none. */
  public static double number(String text) {
    String stripped = text.strip();
    // most texts that are no numbers are words; an exception takes as long as many steps
    if (stripped.isEmpty() || "+-.0123456789NI".indexOf(stripped.charAt(0)) < 0) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(stripped);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** The value as a number; NaN when it is none or there is no such value. */
  public double numberOf(String name) {
    Double number = numbers.get(name);
    return number == null ? Double.NaN : number;
  }

  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name)).map(Parameter::text);
  }

  public void set(String name, String text) {
    Parameter old = values.get(name);
    if (old != null) {
      put(new Parameter(name, old.type(), text));
    }
  }

  /** Replaces a number by {@code value * factor + summand}. */
  public void modify(String name, double factor, double summand) {
    Parameter old = values.get(name);
    if (old == null) {
      return;
    }
    double result = Double.parseDouble(old.text().strip()) * factor + summand;
    set(
        name,
        old.type() == ParameterType.INTEGER
            ? Long.toString((long) result)
            : Double.toString(result));
  }
}
