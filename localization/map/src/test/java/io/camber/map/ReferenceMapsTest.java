package io.camber.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Lane centres against points on which two independent parsers agree within 1 cm. */
class ReferenceMapsTest {
  private static final double AGREEMENT_M = 0.01;

  @Test
  void laneCentresAgreeWithTwoOtherParsersWithinACentimetre() throws IOException {
    Path references = TestData.scenarios("reference/maps");
    long total = 0;
    long good = 0;
    List<String> worst = new ArrayList<>();
    for (Path file : TestData.files(references, ".lanes.csv.gz")) {
      String name = references.relativize(file).toString().replace(".lanes.csv.gz", ".xodr");
      Tally tally = compare(TestData.map("maps/" + name), file);
      total += tally.total;
      good += tally.good;
      if (tally.good < tally.total) {
        worst.add(name + ": " + tally);
      }
    }

    assertThat(total).isGreaterThan(100_000);
    assertThat((double) good / total).as("share, worst: %s", worst).isGreaterThan(0.999);
  }

  private static Tally compare(RoadMap map, Path file) throws IOException {
    Tally tally = new Tally();
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(
        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split(",", -1);
        double s = Double.parseDouble(cells[1]);
        Pose3 pose = map.fromLane(cells[0], Integer.parseInt(cells[2]), s, 0.0);
        double dx = pose.x() - Double.parseDouble(cells[3]);
        double dy = pose.y() - Double.parseDouble(cells[4]);
        double dz = pose.z() - Double.parseDouble(cells[5]);
        double dh = Math.abs(Angles.difference(pose.yaw(), Double.parseDouble(cells[6])));
        tally.add(line, Math.sqrt(dx * dx + dy * dy), Math.abs(dz), dh);
      }
    }
    return tally;
  }

  private static final class Tally {
    private long total;
    private long good;
    private double worst;
    private String worstLine = "";
    private double worstZ;
    private double worstHeading;

    void add(String line, double distance, double dz, double heading) {
      total++;
      if (distance <= AGREEMENT_M && dz <= AGREEMENT_M) {
        good++;
      }
      if (Math.max(distance, dz) > worst) {
        worst = Math.max(distance, dz);
        worstLine = line;
      }
      worstZ = Math.max(worstZ, dz);
      worstHeading = Math.max(worstHeading, heading);
    }

    @Override
    public String toString() {
      return good + "/" + total + ", worst " + worst + " m (z " + worstZ + " m, yaw " + worstHeading
          + ") at " + worstLine;
    }
  }
}
