package io.camber.app.command.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.command.CamberCommand;
import io.camber.app.command.Console;
import io.camber.app.command.SampleLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands may put where something is already. */
@Timeout(120)
final class OutputFileTest {
  private static final String PRECIOUS = "the only copy";

  @TempDir
  private Path folder;

  @RegisterExtension
  private final Console console = new Console();

  private Path log = Path.of("");

  @BeforeEach
  void record() throws IOException {
    log = SampleLog.standing(folder.resolve("a.mcap"));
    Files.copy(Path.of("../../scenarios/maps/signal-crossing.xodr"), folder.resolve("m.xodr"));
  }

  /** A command line with the sample log for LOG, the map for MAP and the target for OUT. */
  private int camber(String line, Path out) {
    List<String> words = new ArrayList<>();
    for (String word : line.split(" ", -1)) {
      words.add(
          switch (word) {
            case "LOG" -> log.toString();
            case "MAP" -> folder.resolve("m.xodr").toString();
            case "OUT" -> out.toString();
            default -> word;
          });
    }
    console.clear();
    return CamberCommand.execute(words.toArray(String[]::new));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private String error() {
    return console.err();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log filter LOG --topic /sensor/** -o OUT",
        "log cut LOG --to 1 -o OUT",
        "log convert LOG -o OUT",
        "log recover LOG -o OUT",
        "log export LOG --topic /sensor/imu -o OUT.csv",
        "replay LOG --node localization --quiet -o OUT",
        "calibrate LOG --out OUT",
        "map export MAP -o OUT.json",
      })
  void whatIsThereStaysUnlessForced(String line) throws IOException {
    String ending = line.substring(line.indexOf("OUT") + "OUT".length());
    Path out = Files.writeString(folder.resolve("out" + ending), PRECIOUS);
    String typed = line.replace("OUT" + ending, "OUT");
    List<String> before = files();

    assertThat(camber(typed, out)).isEqualTo(ExitCode.USAGE);

    assertThat(error()).isEqualTo("error: " + out + ": is there already; --force replaces it\n");
    assertThat(out).hasContent(PRECIOUS);
    assertThat(files()).isEqualTo(before);

    assertThat(camber(typed + " --force", out)).isIn(ExitCode.OK, ExitCode.INCONCLUSIVE);

    assertThat(Files.readAllBytes(out))
        .isNotEqualTo(PRECIOUS.getBytes(StandardCharsets.UTF_8))
        .isNotEmpty();
    assertThat(files()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log filter LOG --topic /sensor/** --force -o OUT",
        "log convert LOG --foxglove --force -o OUT",
        "log recover LOG --force -o OUT",
        "log perceive LOG --picture OUT",
        "replay LOG --force -o OUT",
        "calibrate LOG --force --out OUT",
      })
  void aSourceIsNeverATargetAlsoByAnotherName(String line) throws IOException {
    byte[] before = Files.readAllBytes(log);
    Path link = Files.createSymbolicLink(folder.resolve("link.mcap"), log);

    for (Path out : List.of(log, link, folder.resolve(".").resolve("a.mcap"))) {
      assertThat(camber(line, out)).isEqualTo(ExitCode.USAGE);
      assertThat(error()).isEqualTo("error: " + out + ": is also a source; choose another name\n");
    }
    assertThat(log).hasBinaryContent(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log convert LOG -o OUT",
        "replay LOG -o OUT",
        "calibrate LOG --out OUT",
        "map show MAP --out OUT",
        "compare nowhere nothing --json OUT",
        "campaign highway-cut-in --json OUT",
        "reaction pedestrian-crossing --entity Child --json OUT",
        "miscalibrate highway-cut-in --json OUT",
        "eval LOG --divergence --json OUT",
        "vehicle manoeuvre all --svg OUT",
        "control course --out OUT",
        "control margins --out OUT",
        "scenario agree index.json --json OUT",
      })
  void aPlaceThatCannotBeIsRefusedBeforeTheWork(String line) throws IOException {
    Path missing = folder.resolve("no/such/x.svg");
    assertThat(camber(line, missing)).isEqualTo(ExitCode.USAGE);
    assertThat(error()).isEqualTo("error: " + missing + ": its folder does not exist\n");

    Path empty = Files.createDirectory(folder.resolve("empty.svg"));
    assertThat(camber(line, empty)).isEqualTo(ExitCode.USAGE);
    assertThat(error()).isEqualTo("error: " + empty + ": is a folder; name a file\n");
    assertThat(empty).isEmptyDirectory();
  }

  @Test
  void picturesAndReportsAreDrawnAnew() throws IOException {
    Path picture = Files.writeString(folder.resolve("map.svg"), "the last one");

    assertThat(camber("map show MAP --out OUT", picture)).isZero();

    assertThat(Files.readString(picture)).contains("<svg");
    assertThat(files()).containsExactly("a.mcap", "m.xodr", "map.svg");
  }

  @Test
  void aBaselineMakesRoomForABaselineAlone() throws IOException {
    Path drawing = Files.writeString(folder.resolve("plan.json"), PRECIOUS);

    assertThat(camber("compare LOG --save OUT --reason why", drawing)).isEqualTo(ExitCode.USAGE);

    assertThat(error()).contains(drawing + ": is no baseline").hasLineCount(1);
    assertThat(drawing).hasContent(PRECIOUS);
  }

  @Test
  void aFolderWithSomethingInItIsNotAddedTo() throws IOException {
    Path images = Files.createDirectory(folder.resolve("images"));
    Files.writeString(images.resolve("holiday.png"), PRECIOUS);

    assertThat(camber("log export LOG --topic /sensor/imu -o OUT", images))
        .isEqualTo(ExitCode.USAGE);
    assertThat(error()).contains("is there already and not empty").hasLineCount(1);

    // what cannot be shown leaves nothing of itself
    assertThat(camber("log export LOG --topic /sensor/imu --force -o OUT", images))
        .isEqualTo(ExitCode.USAGE);
    assertThat(images.toFile().list()).containsExactly("holiday.png");
    assertThat(camber("log export LOG --topic /sensor/imu -o OUT", folder.resolve("new")))
        .isEqualTo(ExitCode.USAGE);
    assertThat(files()).containsExactly("a.mcap", "images", "m.xodr");
  }

  @Test
  void aKilledRecordingIsRecoveredUnderItsOwnName() throws IOException {
    Path part = folder.resolve("drive.mcap.part");
    byte[] whole = Files.readAllBytes(log);
    Files.write(part, whole);
    log = part;

    assertThat(camber("log recover LOG -o OUT", folder.resolve("drive.mcap"))).isZero();

    assertThat(part).hasBinaryContent(whole);
    assertThat(folder.resolve("drive.mcap")).isNotEmptyFile();
  }

  @Test
  void aPipeOrDeviceIsWrittenToAndStaysWhatItIs() {
    assertThat(camber("log convert LOG -o OUT", Path.of("/dev/null"))).isZero();

    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log info OUT",
        "log cat OUT",
        "log doctor OUT",
        "log diff OUT LOG",
        "log diff LOG OUT",
        "log filter OUT --topic /x -o never",
        "log cut OUT --to 1 -o never",
        "log merge OUT LOG -o never",
        "log convert OUT -o never",
        "log recover OUT -o never",
        "log export OUT -o never.csv",
        "log import OUT -o never",
        "log perceive OUT",
        "replay OUT",
        "view OUT",
        "calibrate OUT",
        "topic hz --log OUT",
        "topic echo /x --log OUT",
        "data index OUT",
        "tickets scan OUT",
        "eval OUT",
        "eval OUT --divergence",
        "blame OUT",
        "rerun OUT",
        "map info OUT",
        "map export OUT -o never.json",
        "scenario check OUT",
        "scenario extract OUT --out never",
        "scenario import OUT --out never",
        "compare OUT OUT",
        "diff OUT OUT",
      })
  void anEmptyFolderIsNoLogAndSaidInOneLine(String line) throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThat(camber(line, empty)).isEqualTo(ExitCode.USAGE);

    assertThat(error()).startsWith("error: ").contains("empty").hasLineCount(1);
    assertThat(Path.of("never")).doesNotExist();
    assertThat(empty).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log cut LOG -o OUT --from 2 --to 1",
        "log cut LOG -o OUT --from NaN",
        "log cut LOG -o OUT --from -1",
        "log cut LOG -o OUT --to -1",
        "log cut LOG -o OUT --to Infinity",
        "log cut LOG -o OUT --from 1e308",
        "log cut LOG -o OUT --from 4",
        "log filter LOG -o OUT --from 4",
        "log filter LOG -o OUT --rename /nix=/x",
        "log filter LOG -o OUT --rename /sensor/imu=",
        "log export LOG -o OUT.csv --from 4",
        "log cat LOG --from 4",
        "log cat LOG --count -1",
        "replay LOG -o OUT --from 4",
        "replay LOG -o OUT --remap /sensor/imo=/sensor/imu",
        "replay LOG -o OUT --remap /sensor/imu=/sensor/imo",
        "replay LOG -o OUT --node localisation",
      })
  void whatCannotBeIsRefusedWithItsOption(String line) throws IOException {
    Path out = folder.resolve("out");

    assertThat(camber(line, out)).isEqualTo(ExitCode.USAGE);

    assertThat(error()).startsWith("error: ").doesNotContain("\tat ", "fault of camber");
    assertThat(files()).containsExactly("a.mcap", "m.xodr");
  }

  @Test
  void timesAndTopicsThatAreNotThereAreNamedWithWhatIs() {
    camber("replay LOG --from 4", log);
    assertThat(error())
        .isEqualTo("error: --from 4.0 is behind the end of the log, which is 2.990 s long\n");
    camber("replay LOG --remap /sensor/imo=/sensor/imu", log);
    assertThat(error()).contains("the log has no topic /sensor/imo\n  did you mean: /sensor/imu");
    camber("replay LOG --node localisation", log);
    assertThat(error())
        .contains("there is no node 'localisation'")
        .contains("did you mean: localization");
  }

  @Test
  void theSameLogIsNotMergedWithItself() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.mcap"), log);

    assertThat(camber("log merge LOG OUT -o " + folder.resolve("m.mcap"), link))
        .isEqualTo(ExitCode.USAGE);

    assertThat(error()).contains(link + ": is named twice, also as " + log).hasLineCount(1);
    assertThat(folder.resolve("m.mcap")).doesNotExist();
  }
}
