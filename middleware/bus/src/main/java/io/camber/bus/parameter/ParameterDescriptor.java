package io.camber.bus.parameter;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a node says about one of its parameters, in values that travel.
 *
 * @param name lower-case words joined by underscores, the unit last
 * @param initial the value when nobody gives another
 * @param unit empty for none
 * @param range of numbers; absent: any
 * @param choices of a {@link ParameterType#CHOICE}, else empty
 * @param readOnly given at the start or not at all
 */
public record ParameterDescriptor(
    String name,
    ParameterType type,
    ParameterValue initial,
    String unit,
    String description,
    Optional<ParameterRange> range,
    List<String> choices,
    boolean readOnly) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final int TEXT_LENGTH_MAX = 1024;

  public ParameterDescriptor {
    choices = List.copyOf(choices);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "parameter name=" + name + " is not lower-case words joined by underscores");
    }
    if ((type == ParameterType.CHOICE) == choices.isEmpty()) {
      throw new IllegalArgumentException(
          "parameter " + name + " of type " + type.text() + " has choices=" + choices);
    }
    Optional<String> fault = findFault(initial, type, range, choices, unit);
    if (fault.isPresent()) {
      throw new IllegalArgumentException(
          "parameter " + name + "=" + initial.text() + " by default: " + fault.get());
    }
  }

  /**
   * The value that a text stands for; it may still be out of range.
   *
   * @throws IllegalArgumentException when it is no value of this type
   */
  public ParameterValue parse(String text) {
    try {
      return switch (type) {
        case BOOL -> ParameterValue.of(parseBool(text));
        case LONG -> ParameterValue.of(Long.parseLong(text.strip()));
        case DOUBLE -> ParameterValue.of(Double.parseDouble(text.strip()));
        case STRING, CHOICE -> ParameterValue.of(text);
      };
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("is not a " + allowed(), e);
    }
  }

  private boolean parseBool(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("is not a " + allowed());
    }
    return text.equals("true");
  }

  /** Why the value does not suit; empty when it does. */
  public Optional<String> findFault(ParameterValue value) {
    return findFault(value, type, range, choices, unit);
  }

  private static Optional<String> findFault(
      ParameterValue value,
      ParameterType type,
      Optional<ParameterRange> range,
      List<String> choices,
      String unit) {
    boolean suits = switch (type) {
      case BOOL -> value instanceof ParameterValue.Bool;
      case LONG ->
        value instanceof ParameterValue.Whole whole && isWithin(range, (double) whole.value());
      case DOUBLE ->
        value instanceof ParameterValue.Real real
            && Double.isFinite(real.value())
            && isWithin(range, real.value());
      case STRING ->
        value instanceof ParameterValue.Text text && text.value().length() <= TEXT_LENGTH_MAX;
      case CHOICE -> value instanceof ParameterValue.Text text && choices.contains(text.value());
    };
    return suits
        ? Optional.empty()
        : Optional.of("is not a " + allowed(type, range, choices, unit));
  }

  private static boolean isWithin(Optional<ParameterRange> range, double value) {
    return range.isEmpty() || range.get().contains(value);
  }

  /** What is allowed, such as {@code double in [1.2, 4.0] s}. */
  public String allowed() {
    return allowed(type, range, choices, unit);
  }

  private static String allowed(
      ParameterType type, Optional<ParameterRange> range, List<String> choices, String unit) {
    return type.text()
        + range.map(bounds -> " in " + bounds.text(type)).orElse("")
        + (choices.isEmpty() ? "" : " of " + String.join(", ", choices))
        + (unit.isEmpty() ? "" : " " + unit);
  }
}
