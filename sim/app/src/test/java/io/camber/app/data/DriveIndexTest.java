package io.camber.app.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.app.simulation.RunFolder;
import io.camber.app.simulation.Simulation;
import io.camber.app.table.Column;
import io.camber.app.table.PlainParquet;
import io.camber.app.table.Table;
import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DriveIndexTest {
  @TempDir
  private Path folder;

  @BeforeEach
  void makeTwoRuns() throws IOException {
    // one turns left from 3.0 to 5.9 s beside a bicycle, the other drives on alone
    run("left", "junction", true);
    run("straight", "country", false);
    DriveIndex.make(folder, folder.resolve(DriveIndex.FILE));
  }

  @Test
  void findsTheSecondsThatAFewWordsMean() {
    IndexQuery index = new IndexQuery(folder.resolve(DriveIndex.FILE));

    assertThat(index.find("bicycle within 20 m and ego turning left"))
        .containsExactly(new IndexQuery.Stretch(folder.resolve("left").toString(), 3, 5));
    assertThat(index.find("ego slower than 3 m/s")).isEmpty();
    assertThat(index.find("failed")).hasSize(1);
  }

  @Test
  void namesThatLookLikePatternsAreNames() throws IOException {
    Path runs = Files.createDirectories(folder.resolve("odd"));
    run("odd/a[1]", "country", false);
    run("odd/a1", "country", false);
    run("odd/b?*", "country", false);

    DriveIndex.make(runs, runs.resolve(DriveIndex.FILE));

    assertThat(new IndexQuery(runs.resolve(DriveIndex.FILE))
            .sql("SELECT run, count(*) AS n FROM seconds GROUP BY ALL ORDER BY ALL", 10)
            .rows())
        .containsExactly(
            List.of("run", "n"),
            List.of(runs.resolve("a1").toString(), "10"),
            List.of(runs.resolve("a[1]").toString(), "10"),
            List.of(runs.resolve("b?*").toString(), "10"));
  }

  @Test
  void aFileThatIsNoneIsNamed() throws IOException {
    Path broken = folder.resolve("left").resolve(RunFolder.METRICS);
    Files.writeString(broken, "cut short");

    assertThat(DriveIndex.make(folder, folder.resolve("again.parquet")).leftOut())
        .singleElement()
        .asString()
        .contains(broken.toString(), "camber eval --update");
  }

  @Test
  void answersInSql() {
    List<List<String>> rows = new IndexQuery(folder.resolve(DriveIndex.FILE))
        .sql(
            "SELECT scenario, seed, count(*) AS n, min(nearest_bicycle) AS b FROM seconds GROUP BY ALL ORDER BY ALL",
            10)
        .rows();

    assertThat(rows)
        .containsExactly(
            List.of("scenario", "seed", "n", "b"),
            List.of("country", "7", "10", ""),
            List.of("junction", "7", "10", "5.0"));
  }

  @Test
  void sqlThatCannotBeAnsweredNamesTheColumns() {
    IndexQuery index = new IndexQuery(folder.resolve(DriveIndex.FILE));

    assertThatThrownBy(() -> index.sql("SELECT speeed FROM seconds", 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("speeed")
        .hasMessageContaining("nearest_bicycle");
    assertThatThrownBy(() -> index.find("ego flying"))
        .hasMessageContaining("\"ego flying\" is not understood");
    assertThatThrownBy(() -> new IndexQuery(folder.resolve("none")))
        .hasMessageContaining("no such index");
  }

  @Test
  void findsEverySecondHoweverManyThereAre() throws IOException {
    for (int i = 0; i < 102; i++) {
      run(String.format(Locale.ROOT, "more-%03d", i), "many", false);
    }
    DriveIndex.make(folder, folder.resolve(DriveIndex.FILE));
    IndexQuery index = new IndexQuery(folder.resolve(DriveIndex.FILE));

    List<IndexQuery.Stretch> found = index.find("ego faster than 3 m/s");
    assertThat(found).hasSize(104).allMatch(one -> one.fromS() == 0 && one.toS() == 9);
    assertThat(index.sql("SELECT 1 FROM seconds", 1000).isCut()).isTrue();
    assertThat(index.sql("SELECT 1 FROM seconds", 1000).rows()).hasSize(1001);
    assertThat(index.sql("SELECT 1 FROM seconds", 1040).isCut()).isFalse();
  }

  @Test
  void aRunThatIsCalledLikeAPatternIsThatRunAndACorruptOneIsNamedAndLeftOut() throws IOException {
    run("a[1]", "brackets", false);
    run("a*", "star", false);
    run("a1", "plain", false);
    run("broken", "broken", false);
    Files.writeString(folder.resolve("broken").resolve(RunFolder.METRICS), "no parquet");

    DriveIndex.Made made = DriveIndex.make(folder, folder.resolve(DriveIndex.FILE));

    assertThat(made.rows()).isEqualTo(50);
    assertThat(made.leftOut()).hasSize(1);
    assertThat(made.leftOut().get(0)).contains("broken").contains("camber eval --update");
    assertThat(new IndexQuery(folder.resolve(DriveIndex.FILE))
            .sql("SELECT run, count(*) FROM seconds WHERE scenario = 'brackets' GROUP BY 1", 9)
            .rows()
            .get(1))
        .containsExactly(folder.resolve("a[1]").toString(), "10");
  }

  @Test
  void unitsThatDoNotFitAreNotUnderstood() {
    IndexQuery index = new IndexQuery(folder.resolve(DriveIndex.FILE));

    assertThat(index.find("ttc below 2 s")).isEmpty();
    assertThat(index.find("clearance below 2 m")).isEmpty();
    assertThatThrownBy(() -> index.find("ttc below 2 m")).hasMessageContaining("not understood");
    assertThatThrownBy(() -> index.find("clearance below 2 s"))
        .hasMessageContaining("not understood");
  }

  @Test
  void aLogTellsWeatherPlaceCountsAndChecksWithAndWithoutAResult() throws IOException {
    Path run = Simulation.of(Path.of("..", "..", "scenarios", "stop-and-go.xosc"))
        .truthPerception()
        .until(4.0)
        .weather("fog")
        .fault("pose:freeze@1s..2s")
        .out(folder.resolve("fog"))
        .run()
        .folder()
        .orElseThrow();
    Files.copy(run.resolve(RunFolder.DRIVE), folder.resolve("bare.mcap"));

    DriveIndex.make(folder, folder.resolve(DriveIndex.FILE));
    IndexQuery index = new IndexQuery(folder.resolve(DriveIndex.FILE));

    List<IndexQuery.Stretch> inFog = index.find("in fog");
    assertThat(inFog)
        .extracting(IndexQuery.Stretch::run)
        .containsExactly(folder.resolve("bare.mcap").toString(), run.toString());
    assertThat(inFog).allMatch(one -> one.fromS() == 0);
    assertThat(index.find("at least 1 car within 100 m and on a driving lane")).hasSize(2);
    assertThat(index.find("check U11 and setup has pose:freeze"))
        .extracting(IndexQuery.Stretch::run)
        .containsOnly(run.toString());
    assertThat(index
            .sql(
                "SELECT max(abs(a.speed - b.speed)) < 0.2 FROM seconds a JOIN seconds b USING (second)"
                    + " WHERE a.scenario = 'bare.mcap' AND b.scenario = 'stop-and-go'",
                1)
            .rows()
            .get(1))
        .containsExactly("true");
  }

  private void run(String name, String scenario, boolean turns) throws IOException {
    Path run = Files.createDirectories(folder.resolve(name));
    Files.writeString(
        run.resolve(RunFolder.RESULT),
        "{\"scenario\": \"" + scenario + "\", \"seed\": 7, \"outcome\": \""
            + (turns ? "FAIL" : "PASS") + "\"}");
    Table table = new Table(List.of(
        new Column("name", Column.Type.TEXT),
        new Column("time_ns", Column.Type.WHOLE),
        new Column("value", Column.Type.NUMBER)));
    table.add(Arrays.asList("ttc.min", null, 1.5));
    for (long i = 0; i < 100; i++) {
      long now = i * 100_000_000L;
      table.add(Arrays.asList("speed", now, 10.0));
      boolean turning = turns && i >= 30 && i < 60;
      table.add(Arrays.asList("yawRate", now, turning ? 0.3 : 0.0));
      if (turns) {
        table.add(Arrays.asList("nearest.bicycle", now, 5.0));
      }
    }
    PlainParquet.write(table, run.resolve(RunFolder.METRICS));
  }
}
