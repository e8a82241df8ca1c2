package io.camber.app.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Recorded trajectories of one scenario: samples by entity, in order of time. */
record ReferenceTrajectories(Map<String, List<Sample>> byEntity) {
  /** Where an entity was. */
  record Sample(double timeS, double x, double y, double yaw, double speedMps) {}

  static ReferenceTrajectories read(Path file) throws IOException {
    Map<String, List<Sample>> byEntity = new LinkedHashMap<>();
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(
        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      List<String> columns = columns(lines.readLine());
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] fields = line.split(",", -1);
        byEntity
            .computeIfAbsent(field(fields, columns, "name"), key -> new ArrayList<>())
            .add(new Sample(
                number(fields, columns, "time"),
                number(fields, columns, "x"),
                number(fields, columns, "y"),
                number(fields, columns, "h"),
                number(fields, columns, "speed")));
      }
    }
    return new ReferenceTrajectories(byEntity);
  }

  private static List<String> columns(String header) {
    List<String> columns = new ArrayList<>();
    for (String column : header.split(",", -1)) {
      columns.add(column.strip());
    }
    return columns;
  }

  private static String field(String[] fields, List<String> columns, String name) {
    return fields[columns.indexOf(name)].strip();
  }

  private static double number(String[] fields, List<String> columns, String name) {
    return Double.parseDouble(field(fields, columns, name));
  }
}
