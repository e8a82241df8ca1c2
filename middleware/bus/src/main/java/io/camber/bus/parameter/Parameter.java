package io.camber.bus.parameter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A parameter as its node's author writes it down, usually as a constant:
 *
 * <pre>{@code
 * Parameter<Double> GAP = Parameter.ofDouble("gap_s", 1.7, "time gap to the leader").within(1.2, 4.0).in("s");
 * }</pre>
 */
public final class Parameter<T> {
  private final ParameterDescriptor descriptor;
  private final Function<ParameterValue, T> reading;

  private Parameter(ParameterDescriptor descriptor, Function<ParameterValue, T> reading) {
    this.descriptor = descriptor;
    this.reading = reading;
  }

  public static Parameter<Boolean> ofBool(String name, boolean initial, String description) {
    return of(
        name,
        ParameterType.BOOL,
        ParameterValue.of(initial),
        description,
        List.of(),
        value -> ((ParameterValue.Bool) value).value());
  }

  public static Parameter<Long> ofLong(String name, long initial, String description) {
    return of(
        name,
        ParameterType.LONG,
        ParameterValue.of(initial),
        description,
        List.of(),
        value -> ((ParameterValue.Whole) value).value());
  }

  public static Parameter<Double> ofDouble(String name, double initial, String description) {
    return of(
        name,
        ParameterType.DOUBLE,
        ParameterValue.of(initial),
        description,
        List.of(),
        value -> ((ParameterValue.Real) value).value());
  }

  public static Parameter<String> ofString(String name, String initial, String description) {
    return of(
        name,
        ParameterType.STRING,
        ParameterValue.of(initial),
        description,
        List.of(),
        ParameterValue::text);
  }

  /** One of the constants of an enum; people see their names in lower case. */
  public static <E extends Enum<E>> Parameter<E> ofChoice(
      String name, E initial, String description) {
    Class<E> type = initial.getDeclaringClass();
    List<String> choices =
        Stream.of(type.getEnumConstants()).map(Parameter::choice).toList();
    return of(
        name,
        ParameterType.CHOICE,
        ParameterValue.of(choice(initial)),
        description,
        choices,
        value -> Enum.valueOf(type, value.text().toUpperCase(Locale.ROOT)));
  }

  private static String choice(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <T> Parameter<T> of(
      String name,
      ParameterType type,
      ParameterValue initial,
      String description,
      List<String> choices,
      Function<ParameterValue, T> reading) {
    return new Parameter<>(
        new ParameterDescriptor(
            name, type, initial, "", description, Optional.empty(), choices, false),
        reading);
  }

  /** The same, with bounds that are allowed themselves; for numbers. */
  public Parameter<T> within(double min, double max) {
    if (descriptor.type() != ParameterType.LONG && descriptor.type() != ParameterType.DOUBLE) {
      throw new IllegalArgumentException("parameter " + name() + " is not a number");
    }
    return with(
        descriptor.unit(), Optional.of(new ParameterRange(min, max)), descriptor.readOnly());
  }

  /** The same, with a unit. */
  public Parameter<T> in(String unit) {
    return with(unit, descriptor.range(), descriptor.readOnly());
  }

  /** The same, given at the start or not at all. */
  public Parameter<T> readOnly() {
    return with(descriptor.unit(), descriptor.range(), true);
  }

  private Parameter<T> with(String unit, Optional<ParameterRange> range, boolean readOnly) {
    return new Parameter<>(
        new ParameterDescriptor(
            name(),
            descriptor.type(),
            descriptor.initial(),
            unit,
            descriptor.description(),
            range,
            descriptor.choices(),
            readOnly),
        reading);
  }

  public String name() {
    return descriptor.name();
  }

  public ParameterDescriptor descriptor() {
    return descriptor;
  }

  T read(ParameterValue value) {
    return reading.apply(value);
  }
}
