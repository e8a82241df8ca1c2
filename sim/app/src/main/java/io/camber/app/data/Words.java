package io.camber.app.data;

import io.camber.diagnostics.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conditions in a few words, joined by "and", as a condition in SQL. */
final class Words {
  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";

  private static final Pattern NEAR =
      Pattern.compile("(car|truck|bus|motorcycle|bicycle|pedestrian) within " + NUMBER + " ?m");
  private static final Pattern SPEED =
      Pattern.compile("(?:ego )?(faster|slower) than " + NUMBER + " ?m/s");
  private static final Pattern BELOW = Pattern.compile(
      "(?:(ttc|time gap) below " + NUMBER + " ?s?|(clearance) below " + NUMBER + " ?m?)");
  private static final Pattern COUNT = Pattern.compile(
      "at least (\\d+) (car|truck|bus|motorcycle|bicycle|pedestrian)(?:e?s)? within (20|50|100) ?m");
  private static final Pattern WEATHER =
      Pattern.compile("(?:in (fog|smoke|rain|snow)|at (night)|on (wet) road)");
  private static final Pattern CHECK = Pattern.compile("check (u\\d+)");
  private static final Pattern ELEMENT = Pattern.compile("on (?:a )?([a-z_]+) lane");
  private static final Pattern SETUP = Pattern.compile("setup has ([\\w.:-]+)");
  private static final Pattern BRAKING =
      Pattern.compile("(?:ego )?braking harder than " + NUMBER + " ?m/s2");

  private Words() {}

  static String toSql(String words) {
    List<String> conditions = new ArrayList<>();
    for (String part : words.toLowerCase(Locale.ROOT).strip().split("\\s+and\\s+", -1)) {
      conditions.add(condition(part.strip()));
    }
    return String.join(" AND ", conditions);
  }

  private static String condition(String part) {
    return switch (part) {
      case "ego turning left", "turning left" -> "yaw_rate > 0.1 AND speed > 1";
      case "ego turning right", "turning right" -> "yaw_rate < -0.1 AND speed > 1";
      case "in junction", "ego in junction" -> "in_junction > 0";
      case "ego standing", "standing" -> "speed < 0.1";
      case "failed" -> "outcome = 'FAIL'";
      default -> measured(part);
    };
  }

  private static String measured(String part) {
    Matcher near = NEAR.matcher(part);
    if (near.matches()) {
      return "nearest_" + near.group(1) + " <= " + near.group(2);
    }
    Matcher speed = SPEED.matcher(part);
    if (speed.matches()) {
      return "speed " + (speed.group(1).equals("faster") ? "> " : "< ") + speed.group(2);
    }
    Matcher below = BELOW.matcher(part);
    if (below.matches()) {
      String name = below.group(1) == null ? below.group(3) : below.group(1);
      String bound = below.group(2) == null ? below.group(4) : below.group(2);
      return name.replace(' ', '_') + "_min < " + bound;
    }
    Matcher braking = BRAKING.matcher(part);
    if (braking.matches()) {
      return "accel_min < -" + braking.group(1);
    }
    return told(part);
  }

  /** Of what logs and results say in words. */
  private static String told(String part) {
    Matcher count = COUNT.matcher(part);
    if (count.matches()) {
      return "n_" + count.group(2) + "_" + count.group(3) + " >= " + count.group(1);
    }
    Matcher weather = WEATHER.matcher(part);
    if (weather.matches()) {
      String word = weather.group(1) != null
          ? weather.group(1)
          : weather.group(2) != null ? weather.group(2) : weather.group(3);
      return "list_contains(string_split(weather, ' '), '" + word + "')";
    }
    Matcher check = CHECK.matcher(part);
    if (check.matches()) {
      return "list_contains(string_split(checks, ' '), '" + check.group(1).toUpperCase(Locale.ROOT)
          + "')";
    }
    Matcher element = ELEMENT.matcher(part);
    if (element.matches()) {
      return "element = '" + element.group(1) + "'";
    }
    Matcher setup = SETUP.matcher(part);
    if (setup.matches()) {
      return "contains(lower(setup), '" + setup.group(1) + "')";
    }
    throw new InputException("\"" + part + "\" is not understood; say CLASS within N m,"
        + " ego turning left|right, ego faster|slower than N m/s, ego braking harder than N m/s2,"
        + " ttc|time gap below N s, clearance below N m, at least N CLASSs within 20|50|100 m, in junction,"
        + " on a TYPE lane, in fog|smoke|rain|snow, at night, on wet road, check U3, setup has WORD,"
        + " ego standing, failed; joined by and");
  }
}
