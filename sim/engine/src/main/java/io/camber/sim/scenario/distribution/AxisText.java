package io.camber.sim.scenario.distribution;

import io.camber.diagnostics.InputException;
import java.util.ArrayList;
import java.util.List;

/** How people write the values of a parameter: {@code 10..30:5}, {@code car,truck,bus} or {@code 20}. */
public final class AxisText {
  private static final String FORM =
      "; write NAME=LOWER..UPPER:STEP, as speed=10..30:5, or NAME=VALUE,VALUE";

  private AxisText() {}

  /** Reads the values of a parameter. */
  public static Axis parse(String name, String values) {
    int dots = values.indexOf("..");
    try {
      return dots >= 0 ? range(name, values, dots) : list(name, values);
    } catch (NumberFormatException e) {
      throw new InputException(name + "=" + values + ": not a number" + FORM, e);
    } catch (IllegalArgumentException e) {
      throw new InputException(name + "=" + values + ": " + e.getMessage() + FORM, e);
    }
  }

  private static Axis range(String name, String values, int dots) {
    int colon = values.indexOf(':', dots);
    if (colon < 0) {
      throw new InputException(name + "=" + values + ": lacks a step" + FORM);
    }
    return new RangeAxis(
        name,
        RangeAxis.decimal(values.substring(0, dots)),
        RangeAxis.decimal(values.substring(dots + 2, colon)),
        RangeAxis.decimal(values.substring(colon + 1)));
  }

  private static Axis list(String name, String values) {
    List<String> list = new ArrayList<>();
    for (String value : values.split(",", -1)) {
      if (value.isBlank()) {
        throw new InputException(name + "=" + values + ": a value is empty" + FORM);
      }
      list.add(value.strip());
    }
    return new ListAxis(name, list);
  }
}
