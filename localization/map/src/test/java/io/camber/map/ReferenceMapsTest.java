package io.camber.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.camber.geometry.Angles;
import io.camber.geometry.Pose3;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Lane centres against points on which two independent parsers agree within 1 cm: figures per map, one test each. */
class ReferenceMapsTest {
  private static final double AGREEMENT_M = 0.01;
  private static final double SHARE = 0.999;

  @TestFactory
  Stream<DynamicTest> laneCentresAgreeWithTwoOtherParsersWithinACentimetre() {
    Path references = TestData.scenarios("reference/maps");
    Tally all = new Tally();
    Stream<DynamicTest> maps = TestData.files(references, ".lanes.csv.gz").stream()
        .map(file -> references.relativize(file).toString().replace(".lanes.csv.gz", ""))
        .map(name -> dynamicTest(name, () -> {
          Tally tally = compare(
              TestData.map("maps/" + name + ".xodr"), references.resolve(name + ".lanes.csv.gz"));
          System.out.printf("%-55s %s%n", name, tally);
          all.add(tally);
          assertThat(tally.share()).as("%s: %s", name, tally).isGreaterThanOrEqualTo(SHARE);
        }));
    return Stream.concat(maps, Stream.of(dynamicTest("all maps", () -> {
      System.out.printf("%-55s %s%n", "all maps", all);
      assertThat(all.total).isGreaterThan(100_000);
      assertThat(all.share()).as("%s", all).isGreaterThanOrEqualTo(SHARE);
    })));
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

    void add(Tally other) {
      total += other.total;
      good += other.good;
      if (other.worst > worst) {
        worst = other.worst;
        worstLine = other.worstLine;
      }
      worstZ = Math.max(worstZ, other.worstZ);
      worstHeading = Math.max(worstHeading, other.worstHeading);
    }

    double share() {
      return total == 0 ? 0.0 : (double) good / total;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%6d of %6d within 1 cm, worst %.4f m (z %.4f m, yaw %.6f rad) at %s",
          good,
          total,
          worst,
          worstZ,
          worstHeading,
          worstLine);
    }
  }
}
