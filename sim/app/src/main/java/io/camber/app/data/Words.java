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
  private static final Pattern BELOW =
      Pattern.compile("(ttc|time gap|clearance) below " + NUMBER + " ?(?:s|m)");
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
      return below.group(1).replace(' ', '_') + "_min < " + below.group(2);
    }
    Matcher braking = BRAKING.matcher(part);
    if (braking.matches()) {
      return "accel_min < -" + braking.group(1);
    }
    throw new InputException("\"" + part + "\" is not understood; say CLASS within N m,"
        + " ego turning left|right, ego faster|slower than N m/s, ego braking harder than N m/s2,"
        + " ttc|time gap|clearance below N, in junction, ego standing, failed; joined by and");
  }
}
