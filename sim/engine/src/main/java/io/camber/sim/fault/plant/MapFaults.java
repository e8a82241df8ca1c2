package io.camber.sim.fault.plant;

import io.camber.diagnostics.InputException;
import io.camber.scene.MapFile;
import io.camber.truth.FaultTruth;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A road network that is wrong: changes the OpenDRIVE text that the stack is given, while the world keeps the true one. Works
 * on the text, so that everything that a fault does not touch stays as it was.
 */
public final class MapFaults {
  private static final Pattern OFFSET =
      Pattern.compile("(<laneOffset\\b[^>]*?\\ba=\")([^\"]*)(\")");
  private static final Pattern LANES =
      Pattern.compile("<lanes>(?:\\s|<!--.*?-->)*(?!\\s|<!--|<laneOffset)", Pattern.DOTALL);
  private static final Pattern OUTER_LANE =
      Pattern.compile("(<lane\\b[^>]*?\\bid=\"-?[2-9]\"[^>]*?\\btype=\")driving(\")");
  private static final Pattern SPEED =
      Pattern.compile("(<speed\\b[^>]*?\\bmax=\")([0-9.eE+-]+)(\")");
  private static final Pattern SIGNALS = Pattern.compile(
      "<signals>.*?</signals>|<controller\\b[^>]*?/>|<controller\\b.*?</controller>",
      Pattern.DOTALL);

  private MapFaults() {}

  /**
   * The map with its faults.
   *
   * @throws InputException when a fault finds nothing to change
   */
  public static MapFile apply(MapFile map, List<FaultTruth> faults) {
    String text = StandardCharsets.UTF_8.decode(map.content()).toString();
    boolean isTouched = false;
    for (FaultTruth fault : faults) {
      if (fault.target().equals("map")) {
        text = apply(map.name(), text, fault);
        isTouched = true;
      }
    }
    return isTouched ? new MapFile(map.name(), text.getBytes(StandardCharsets.UTF_8)) : map;
  }

  private static String apply(String name, String text, FaultTruth fault) {
    double severity = fault.severity();
    String changed = switch (fault.kind()) {
      case "lane_shift" -> shifted(text, severity);
      case "lanes_missing" -> OUTER_LANE.matcher(text).replaceAll("$1none$2");
      case "speed_limit" -> SPEED.matcher(text).replaceAll(found -> scaled(found, severity, 0.0));
      case "signals_missing" -> SIGNALS.matcher(text).replaceAll("");
      default -> throw new IllegalStateException("no fault of maps is called " + fault.kind());
    };
    if (changed.equals(text)) {
      throw new InputException("fault map:" + fault.kind() + ": " + name
          + " has nothing that this could change; choose another fault or map");
    }
    return changed;
  }

  private static String shifted(String text, double leftM) {
    String offset = OFFSET.matcher(text).replaceAll(found -> scaled(found, 1.0, leftM));
    return LANES
        .matcher(offset)
        .replaceAll(
            found -> "<lanes><laneOffset s=\"0\" a=\"" + leftM + "\" b=\"0\" c=\"0\" d=\"0\"/>");
  }

  private static String scaled(MatchResult found, double factor, double shift) {
    return found.group(1) + (Double.parseDouble(found.group(2)) * factor + shift) + found.group(3);
  }
}
