package io.camber.app.sweep;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Trajectories by entity, and how well two agree: the rule of the published comparison, sample by sample. */
final class ReferenceTracks {
  private static final double HEADING_RAD = 0.05;
  private static final double SHARE_MIN = 0.99;

  private record Sample(double time, double x, double y, double h, double speed) {}

  private final Map<String, List<Sample>> tracks = new LinkedHashMap<>();

  static ReferenceTracks read(Path file) throws IOException {
    ReferenceTracks read = new ReferenceTracks();
    try (InputStream raw = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader in =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      List<String> names = List.of(in.readLine().split(",", -1));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] cells = line.split(",", -1);
        read.tracks
            .computeIfAbsent(cells[names.indexOf("name")].strip(), key -> new ArrayList<>())
            .add(new Sample(
                number(cells, names, "time"),
                number(cells, names, "x"),
                number(cells, names, "y"),
                number(cells, names, "h"),
                number(cells, names, "speed")));
      }
    }
    return read;
  }

  private static double number(String[] cells, List<String> names, String name) {
    return Double.parseDouble(cells[names.indexOf(name)].strip());
  }

  /** Why {@code ours} is not within tolerance of this up to {@code endS}; empty when it is. */
  String difference(ReferenceTracks ours, double stepSensitivityM, double endS) {
    for (Map.Entry<String, List<Sample>> entry : tracks.entrySet()) {
      List<Sample> own = ours.tracks.get(entry.getKey());
      if (own == null) {
        return "entity " + entry.getKey() + " is missing";
      }
      int inside = 0;
      int all = 0;
      double worst = 0.0;
      for (Sample reference : entry.getValue()) {
        if (reference.time() > endS) {
          break;
        }
        all++;
        Sample at = at(own, reference.time());
        if (at != null) {
          double error = Math.hypot(at.x() - reference.x(), at.y() - reference.y());
          worst = Math.max(worst, error);
          double allowed =
              Math.max(0.10, 2.0 * stepSensitivityM) + 0.02 * Math.abs(reference.speed());
          boolean straight = Math.abs(reference.speed()) < 0.5
              || Math.abs(turn(at.h() - reference.h())) <= HEADING_RAD;
          inside += error <= allowed && straight ? 1 : 0;
        }
      }
      if (inside < SHARE_MIN * all) {
        return String.format(
            java.util.Locale.ROOT,
            "%s: %d of %d samples inside, worst %.2f m",
            entry.getKey(),
            inside,
            all,
            worst);
      }
    }
    return "";
  }

  private static double turn(double angle) {
    double wrapped = (angle + Math.PI) % (2.0 * Math.PI);
    return (wrapped < 0.0 ? wrapped + 2.0 * Math.PI : wrapped) - Math.PI;
  }

  private static @org.jspecify.annotations.Nullable Sample at(List<Sample> track, double time) {
    int low = 0;
    int high = track.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (track.get(middle).time() < time - 1e-6) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low < track.size() && Math.abs(track.get(low).time() - time) < 1e-6) {
      return track.get(low);
    }
    if (low == 0 || low == track.size()) {
      return null;
    }
    Sample a = track.get(low - 1);
    Sample b = track.get(low);
    double k = (time - a.time()) / (b.time() - a.time());
    return new Sample(
        time,
        a.x() + k * (b.x() - a.x()),
        a.y() + k * (b.y() - a.y()),
        a.h() + k * turn(b.h() - a.h()),
        a.speed() + k * (b.speed() - a.speed()));
  }
}
