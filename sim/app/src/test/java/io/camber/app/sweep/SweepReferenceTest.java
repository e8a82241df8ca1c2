package io.camber.app.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.simulation.Perception;
import io.camber.app.sweep.plan.RunSeeds;
import io.camber.app.sweep.plan.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepReferenceTest {
  private static final Path BUNDLED =
      Path.of("..", "..", "scenarios", "highway-cut-in.xosc").toAbsolutePath().normalize();

  @TempDir
  Path folder;

  private Path sweep(Map<String, String> parameters, double untilS, boolean reference) {
    SweepOptions options = new SweepOptions(
        List.of(BUNDLED.toString()),
        parameters,
        RunSeeds.parse("1"),
        OptionalLong.empty(),
        1,
        Shard.WHOLE,
        SweepOptions.STACK,
        Perception.TRUTH,
        untilS,
        List.of(),
        0,
        reference,
        false,
        SweepSetup.SHIPPED);
    Path out = folder.resolve("sweep");
    Sweep.begin(options, new SweepEffort(1, 60.0, Optional.empty()), out, SweepProgress.SILENT)
        .run();
    return out;
  }

  /** The column of that name, by the parameter's value. */
  private static Map<String, String> column(Path sweep, String key, String name)
      throws IOException {
    List<String> lines = Files.readAllLines(sweep.resolve("results.csv"));
    List<String> header = List.of(lines.get(0).split(",", -1));
    Map<String, String> cells = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      // no cell of these columns, nor any before them, holds a comma
      String[] values = line.split(",", -1);
      cells.put(values[header.indexOf(key)], values[header.indexOf(name)]);
    }
    return cells;
  }

  @Test
  void theCarefulDriverAvoidsTheFasterCarAndHitsTheSlowerOne() throws IOException {
    // the ego drives 30 m/s
    Path out = sweep(Map.of("cutterSpeed", "18,25", "cutInClearance", "20,24"), 16.0, true);

    assertThat(Files.readString(out.resolve("sweep.json"))).contains("\"reference\": true");
    assertThat(column(out, "param.cutterSpeed", "careful_driver"))
        .containsExactlyInAnyOrderEntriesOf(Map.of("18", "collides", "25", "avoids"));
    assertThat(Files.readString(out.resolve("index.html")))
        .contains("bad runs of all", "the careful driver collides", "the fuzzy driver collides");
    assertThat(column(out, "param.cutterSpeed", "fuzzy_driver")).containsEntry("25", "avoids");
  }

  @Test
  void withoutACutInThereIsNothingToSay() throws IOException {
    Path out = sweep(Map.of("cutInClearance", "30,32"), 0.5, true);

    assertThat(column(out, "param.cutInClearance", "careful_driver"))
        .containsExactlyInAnyOrderEntriesOf(Map.of("30", "-", "32", "-"));
  }

  @Test
  void nobodyIsAskedUnlessWanted() throws IOException {
    Path out = sweep(Map.of(), 0.5, false);

    assertThat(Files.readString(out.resolve("results.csv")))
        .doesNotContain("careful_driver", "carefulDriver", "fuzzy_driver");
    assertThat(Files.readString(out.resolve("index.html"))).doesNotContain("careful driver");
  }
}
