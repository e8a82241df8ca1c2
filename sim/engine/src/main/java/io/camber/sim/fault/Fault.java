package io.camber.sim.fault;

import io.camber.diagnostics.InputException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fault as people write it: {@code TARGET:KIND[@FROM..TO][,severity=X][,seed=N]}, for example
 * {@code lidar_top:dropout@12s..15s,severity=0.5}. Times are {@code 12s} or {@code 250ms}; {@code @12s..} lasts to the end and
 * without a window a fault lasts for the whole run.
 *
 * @param text as it was written
 * @param fromNs from here on, counted from when the fault is announced
 * @param toNs before here; {@code Long.MAX_VALUE} for the end of the run
 * @param severity absent for the kind's own
 * @param seed absent for one that follows from the run's seed and the text
 */
public record Fault(
    String text,
    String target,
    String kind,
    long fromNs,
    long toNs,
    OptionalDouble severity,
    OptionalLong seed) {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9_.]+):([A-Za-z0-9_]+)(?:@([^,]*))?((?:,[^,=]+=[^,=]+)*)");
  private static final Pattern WINDOW = Pattern.compile("([^.]+(?:\\.\\d+)?m?s)\\.\\.(.*)");
  private static final String USAGE = " is not like lidar_top:dropout@12s..15s,severity=0.5,seed=3";

  /**
   * Reads a fault.
   *
   * @throws InputException naming the part that is wrong
   */
  public static Fault parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new InputException("fault " + text + USAGE);
    }
    OptionalDouble severity = OptionalDouble.empty();
    OptionalLong seed = OptionalLong.empty();
    for (String setting :
        form.group(4).isEmpty() ? new String[0] : form.group(4).substring(1).split(",")) {
      String value = setting.substring(setting.indexOf('=') + 1);
      switch (setting.substring(0, setting.indexOf('='))) {
        case "severity" -> severity = OptionalDouble.of(number(text, value));
        case "seed" -> seed = OptionalLong.of(wholeNumber(text, value));
        default ->
          throw new InputException(
              "fault " + text + ": " + setting + " is neither severity=X nor seed=N");
      }
    }
    long from = 0;
    long to = Long.MAX_VALUE;
    Optional<String> window = Optional.ofNullable(form.group(3));
    if (window.isPresent()) {
      Matcher times = WINDOW.matcher(window.get());
      if (!times.matches()) {
        throw new InputException(
            "fault " + text + ": the window @" + window.get() + " is not like @12s..15s or @12s..");
      }
      from = timeNs(text, times.group(1));
      to = times.group(2).isEmpty() ? Long.MAX_VALUE : timeNs(text, times.group(2));
    }
    if (to <= from) {
      throw new InputException("fault " + text + ": its window ends before it begins");
    }
    return new Fault(text.strip(), form.group(1), form.group(2), from, to, severity, seed);
  }

  private static long timeNs(String text, String time) {
    boolean isMillis = time.endsWith("ms");
    if (!isMillis && !time.endsWith("s")) {
      throw new InputException(
          "fault " + text + ": the time " + time + " is not like 12s or 250ms");
    }
    double value = number(text, time.substring(0, time.length() - (isMillis ? 2 : 1)));
    if (!(value >= 0.0 && value < 1e9)) {
      throw new InputException("fault " + text + ": the time " + time + " is outside [0s, 1e9s)");
    }
    return Math.round(value * (isMillis ? 1e6 : 1e9));
  }

  private static double number(String text, String value) {
    try {
      double number = Double.parseDouble(value);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new InputException("fault " + text + ": " + value + " is not a number");
  }

  private static long wholeNumber(String text, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new InputException("fault " + text + ": " + value + " is not a whole number", e);
    }
  }
}
