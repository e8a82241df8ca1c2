package io.camber.sim.scenario.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parameters visible at a place of a scenario; inner scopes hide outer ones. Filled while reading, fixed afterwards. */
public final class Scope {
  /** A parameter's declared type and its value as text, substituted already. */
  public record Parameter(String name, ParameterType type, String text) {}

  private final @Nullable Scope outer;
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();

  private Scope(@Nullable Scope outer) {
    this.outer = outer;
  }

  public static Scope empty() {
    return new Scope(null);
  }

  public Scope inner() {
    return new Scope(this);
  }

  public void declare(Parameter parameter) {
    parameters.put(parameter.name(), parameter);
  }

  public boolean declaresHere(String name) {
    return parameters.containsKey(name);
  }

  public Optional<Parameter> find(String name) {
    Parameter own = parameters.get(name);
    if (own != null) {
      return Optional.of(own);
    }
    return outer == null ? Optional.empty() : outer.find(name);
  }

  /** Every visible name, innermost first. */
  public List<String> names() {
    List<String> names = new ArrayList<>(parameters.keySet());
    if (outer != null) {
      names.addAll(outer.names());
    }
    return names;
  }

  /** The parameters declared here, in order. */
  public List<Parameter> declared() {
    return List.copyOf(parameters.values());
  }
}
