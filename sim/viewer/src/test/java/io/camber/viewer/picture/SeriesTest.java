package io.camber.viewer.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.camber.viewer.drive.LoggedDrive;
import io.camber.viewer.drive.SmallDrive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SeriesTest {
  private static final double SECONDS = 30.0;

  @TempDir
  private Path folder;

  /** Van der Corput's sequence. */
  @Test
  void everyPartStandsInTheMiddleOfWhatCameBefore() {
    assertThat(List.of(0, 1, 2, 3, 4, 5, 6, 7))
        .extracting(Series::place)
        .containsExactly(0.0, 0.5, 0.25, 0.75, 0.125, 0.625, 0.375, 0.875);
  }

  @Test
  void theFirstPartShowsTheWholeDriveAndTheOthersFillIt() throws IOException {
    NavigableSet<Double> times = new TreeSet<>();
    List<Double> gaps = new ArrayList<>();
    for (int part = 0; part < 8; part++) {
      times.addAll(motionTimes(part, 8));
      gaps.add(largestGap(times));
    }

    assertThat(gaps.get(0)).isLessThanOrEqualTo(SECONDS / 40 + 0.02);
    assertThat(gaps.get(7)).isLessThanOrEqualTo(SECONDS / 320 + 0.02);
  }

  @Test
  void whatComesAloneIsAllOfIt() throws IOException {
    assertThat(largestGap(new TreeSet<>(motionTimes(0, 1)))).isLessThanOrEqualTo(0.051);
    assertThat(Series.parts(1 << 20)).isEqualTo(1);
    assertThat(Series.parts(10_500_000_000L)).isEqualTo(8);
  }

  private List<Double> motionTimes(int part, int parts) throws IOException {
    Path log = folder.resolve("drive.mcap");
    if (!log.toFile().exists()) {
      SmallDrive.write(log, SECONDS);
    }
    try (LoggedDrive drive = LoggedDrive.open(log)) {
      long endNs = drive.span().endNs();
      byte[] json = Series.of(drive, new Clock(0), 0, endNs, part, parts);
      JsonArray rows = JsonParser.parseString(new String(json, StandardCharsets.UTF_8))
          .getAsJsonObject()
          .getAsJsonArray("motion");
      List<Double> times = new ArrayList<>();
      for (JsonElement row : rows) {
        times.add(row.getAsJsonArray().get(0).getAsDouble());
      }
      return times;
    }
  }

  /** Between neighbours, and to both ends of the drive. */
  private static double largestGap(NavigableSet<Double> times) {
    double largest = Math.max(times.first(), SECONDS - times.last());
    for (double time : times) {
      Double next = times.higher(time);
      largest = next == null ? largest : Math.max(largest, next - time);
    }
    return largest;
  }
}
