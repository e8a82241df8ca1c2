package io.camber.app.agreement;

import io.camber.app.agreement.Happening.Change;
import io.camber.diagnostics.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * What an engine recorded: samples by entity, and what happened, both in order of time. Init actions and what conditions say
 * of themselves are left out.
 */
record Recording(Map<String, List<Sample>> motion, List<Happening> happenings) {
  /** {@code 0.010<tab>Act standbyState -> startTransition -> runningState}. */
  private static final Pattern TRANSITION =
      Pattern.compile("([0-9.]+)\t(.+) (\\w+) -> (\\w+) -> (\\w+)");

  private static final Pattern CONTACT =
      Pattern.compile("([0-9.]+)\tCollision between (.+?) and (.+?)( dissolved)?");

  static Recording read(Reference reference) {
    return new Recording(motion(reference.motion()), happenings(reference.events()));
  }

  private static List<String> lines(Path file) {
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(
        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static Map<String, List<Sample>> motion(Path file) {
    List<String> lines = lines(file);
    List<String> columns = lines.isEmpty()
        ? List.of()
        : Arrays.stream(lines.get(0).split(",", -1)).map(String::strip).toList();
    int[] at = List.of("time", "x", "y", "h", "speed").stream()
        .mapToInt(columns::indexOf)
        .toArray();
    int name = columns.indexOf("name");
    if (name < 0 || Arrays.stream(at).anyMatch(index -> index < 0)) {
      throw new InputException(file + ": needs the columns time, name, x, y, h, speed; has "
          + String.join(", ", columns));
    }
    Map<String, List<Sample>> motion = new LinkedHashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] fields = lines.get(i).split(",", -1);
      try {
        double[] v = Arrays.stream(at)
            .mapToDouble(k -> Double.parseDouble(fields[k].strip()))
            .toArray();
        motion
            .computeIfAbsent(fields[name].strip(), key -> new ArrayList<>())
            .add(new Sample(v[0], v[1], v[2], v[3], v[4]));
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
        throw new InputException(file + ":" + (i + 1) + ": is no sample", e);
      }
    }
    return motion;
  }

  private static List<Happening> happenings(Path file) {
    List<Happening> found = new ArrayList<>();
    for (String line : lines(file)) {
      Matcher transition = TRANSITION.matcher(line);
      Matcher contact = CONTACT.matcher(line);
      if (transition.matches() && !transition.group(2).startsWith("Init ")) {
        change(transition.group(4), transition.group(5))
            .ifPresent(change -> found.add(new Happening(
                Double.parseDouble(transition.group(1)), transition.group(2), change)));
      } else if (contact.matches()) {
        found.add(new Happening(
            Double.parseDouble(contact.group(1)),
            Happening.contact(contact.group(2), contact.group(3)),
            contact.group(4) == null ? Change.TOUCHED : Change.PARTED));
      }
    }
    return found;
  }

  private static Optional<Change> change(String transition, String state) {
    return switch (transition) {
      case "startTransition" -> Optional.of(Change.STARTED);
      case "endTransition", "stopTransition" -> Optional.of(Change.OVER);
      case "skipTransition", "initToStandbyTransition" -> Optional.empty();
      default ->
        throw new InputException(
            "transition " + transition + " to " + state + " of a recorded storyboard is unknown");
    };
  }
}
