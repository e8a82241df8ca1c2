package io.camber.app.command.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.camber.app.command.CamberCommand;
import io.camber.app.command.Console;
import io.camber.app.command.option.ExitCode;
import io.camber.app.simulation.Simulation;
import io.camber.app.simulation.SimulationResult;
import io.camber.mcap.McapFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log and replay commands on a drive of a second with all its sensors. */
@Timeout(120)
final class LogAndReplayTest {
  @TempDir
  private static Path folder;

  private static Path run = Path.of("");
  private static String hash = "";
  private static long messages;

  @RegisterExtension
  private final Console console = new Console();

  @BeforeAll
  static void drive() throws IOException {
    SimulationResult result = Simulation.of(Path.of("..", "..", "scenarios", "highway-cut-in.xosc"))
        .seed(7)
        .until(1.0)
        .out(folder.resolve("run"))
        .run();
    run = result.folder().orElseThrow();
    hash = result.hash();
    try (McapFile log = McapFile.open(run.resolve("drive.mcap"))) {
      messages = log.summary().statistics().orElseThrow().messageCount();
    }
  }

  @Test
  void replayOfPerceptionComesOutBitByBit() {
    int code = camber("replay", run.toString(), "--node", "perception", "--diff", "--quiet");

    assertThat(text()).contains("hash " + hash).contains("the recorded run, bit by bit");
    assertThat(text()).containsPattern("tracking +/perception/tracks +\\d+ same\n");
    assertThat(code).isZero();
  }

  @Test
  void replayOfTheWholeCarComesOutBitByBit() {
    assertThat(camber("replay", run.toString(), "--diff", "--quiet", "--threads", "2"))
        .isZero();
    assertThat(text()).contains("hash " + hash);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localization",
        "detection",
        "tracking",
        "signals",
        "camera_detection",
        "prediction",
        "planning",
        "control",
        "guardian"
      })
  void replayOfEachNodeAloneComesOutBitByBit(String node) {
    assertThat(camber("replay", run.toString(), "--node", node, "--diff", "--quiet"))
        .isZero();
    assertThat(text()).contains("hash " + hash).doesNotContain("changed");
  }

  @Test
  void replayShowsWhatAnotherParameterChanges() {
    int code = camber(
        "replay",
        run.toString(),
        "--node",
        "planning",
        "--param",
        "planning.speed_cap_mps=5",
        "--diff",
        "--quiet");

    assertThat(code).isEqualTo(ExitCode.DIFFERENT);
    assertThat(text()).containsPattern("/planning/trajectory +\\d+ same, \\d+ changed");
    assertThat(text()).containsPattern("sequence \\d+ at [\\d.]+ s: .* in the log, .* now");
  }

  @Test
  void replayOfALogWithoutAnInputSaysWhatIsMissing() {
    Path poor = folder.resolve("poor.mcap");
    assertThat(camber(
            "log",
            "filter",
            run.toString(),
            "--exclude",
            "/sensor/lidar/**",
            "-o",
            poor.toString()))
        .isZero();

    assertThat(camber("replay", poor.toString(), "--node", "detection", "--quiet"))
        .isZero();

    assertThat(text()).containsPattern("missing: detection listens to .*/sensor/lidar/top/sweep");
  }

  @Test
  void infoNamesTopicsRatesAndAttachments() {
    assertThat(camber("log", "info", run.toString())).isZero();

    assertThat(text())
        .containsPattern(
            "/sensor/imu +\\d+ +\\d+\\.\\d+ +camber\\.v1\\.\\w+ \\(protobuf\\) from sensor\\.imu")
        .contains("highway-cut-in")
        .contains("seed=7");
    assertThat(camber("log", "info", run.toString(), "--json")).isZero();
    assertThat(camber("log", "doctor", run.toString())).isZero();
    assertThat(text()).doesNotContain("error at byte");
  }

  @Test
  void partsOfALogJoinToTheWholeAgain() throws IOException {
    Path early = folder.resolve("early.mcap");
    Path late = folder.resolve("late.mcap");
    Path whole = folder.resolve("whole.mcap");

    assertThat(camber("log", "cut", run.toString(), "--to", "0.5", "-o", early.toString()))
        .isZero();
    assertThat(camber(
            "log",
            "cut",
            run.toString(),
            "--from",
            "0.500000001",
            "--bare",
            "-o",
            late.toString(),
            "--compression",
            "zstd"))
        .isZero();
    assertThat(camber("log", "merge", early.toString(), late.toString(), "-o", whole.toString()))
        .isZero();

    assertThat(count(early) + count(late)).isEqualTo(messages);
    assertThat(count(whole)).isEqualTo(messages);
    assertThat(camber("log", "doctor", whole.toString())).isZero();
  }

  @Test
  void convertKeepsEveryMessage() {
    Path packed = folder.resolve("packed.mcap");
    assertThat(camber(
            "log", "convert", run.toString(), "-o", packed.toString(), "--compression", "zstd"))
        .isZero();
    assertThat(packed)
        .satisfies(
            file -> assertThat(Files.size(file)).isLessThan(Files.size(run.resolve("drive.mcap"))));
    assertThat(camber("replay", packed.toString(), "--node", "tracking", "--diff", "--quiet"))
        .isZero();
  }

  @Test
  void convertAddsWhatOtherViewersDraw() throws IOException {
    Path target = folder.resolve("with-viz.mcap");
    assertThat(camber("log", "convert", run.toString(), "--foxglove", "-o", target.toString()))
        .isZero();

    try (McapFile log = McapFile.open(target)) {
      assertThat(log.summary().channels().values())
          .extracting(channel -> channel.topic())
          .contains("/viz/sensor/lidar/top/sweep", "/viz/map", "/tf", "/sensor/lidar/top/sweep");
    }
    assertThat(camber("log", "doctor", target.toString())).isZero();
  }

  @Test
  void drawingForOtherViewersLeavesOneFileInSharedMemory() throws IOException {
    Path shared = Path.of("/dev/shm");
    assumeTrue(Files.isWritable(shared), "needs /dev/shm");
    Path memory = Files.createTempDirectory(shared, "camber-test");
    Path target = memory.resolve("y.mcap");
    String[] line = {"log", "convert", run.toString(), "--foxglove", "-o", target.toString()};
    try {
      assertThat(camber(line)).isZero();
      assertThat(memory.toFile().list()).containsExactly("y.mcap");
      assertThat(camber(line)).isEqualTo(ExitCode.USAGE);
      assertThat(stderr()).contains("is there already; --force replaces it");
    } finally {
      Files.deleteIfExists(target);
      Files.delete(memory);
    }
  }

  @Test
  void aTopicTakesTheNameOfOneThatIsLeftOut() throws IOException {
    Path target = folder.resolve("renamed.mcap");
    String rename = "/sensor/imu=/sensor/gnss";

    assertThat(filter(target, "--topic", "/sensor/imu", "--rename", rename)).isZero();
    try (McapFile log = McapFile.open(target)) {
      assertThat(log.summary().channels().values())
          .extracting(channel -> channel.topic())
          .containsExactly("/sensor/gnss");
    }
    assertThat(filter(target, "--exclude", "/sensor/gnss", "--rename", rename)).isZero();
    assertThat(filter(target, "--topic", "/sensor/*", "--rename", rename))
        .isEqualTo(ExitCode.USAGE);
    assertThat(stderr()).contains("there is a topic /sensor/gnss already");
  }

  private int filter(Path target, String... options) {
    List<String> words = new ArrayList<>(
        List.of("log", "filter", run.toString(), "--force", "-o", target.toString()));
    words.addAll(List.of(options));
    return camber(words.toArray(String[]::new));
  }

  @Test
  void replayWritesWhatItSaidAndItReplaysBitByBit() throws IOException {
    Path said = folder.resolve("said.mcap");
    assertThat(camber(
            "replay", run.toString(), "--node", "tracking", "--quiet", "-o", said.toString()))
        .isZero();

    assertThat(count(said)).isEqualTo(messages);
    assertThat(camber("replay", said.toString(), "--node", "tracking", "--diff", "--quiet"))
        .isZero();
    assertThat(text()).contains("hash " + hash);
    assertThat(camber("replay", run.toString(), "-o", run.resolve("drive.mcap").toString()))
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void recoversADriveThatWasCut() throws IOException {
    byte[] bytes = Files.readAllBytes(run.resolve("drive.mcap"));
    Path cut =
        Files.write(folder.resolve("cut.mcap"), Arrays.copyOf(bytes, (int) (bytes.length * 0.6)));
    Path saved = folder.resolve("saved.mcap");

    assertThat(camber("log", "recover", cut.toString(), "-o", saved.toString()))
        .isEqualTo(ExitCode.LOST);

    assertThat(stderr()).contains("damage: ");
    assertThat(count(saved)).isPositive().isLessThan(messages);
    assertThat(camber("log", "doctor", saved.toString())).isZero();
    assertThat(camber("log", "doctor", cut.toString())).isEqualTo(ExitCode.ERROR);
  }

  @Test
  void exportsTablesPicturesAndClouds() throws IOException {
    Path csv = folder.resolve("tracks.csv");
    Path parquet = folder.resolve("pose.parquet");
    Path ply = folder.resolve("sweep.ply");
    Path pcd = folder.resolve("sweep.pcd");
    Path images = folder.resolve("images");

    assertThat(export("/perception/tracks", csv, "--each", "tracks")).isZero();
    assertThat(export("/localization/pose", parquet)).isZero();
    assertThat(export("/sensor/lidar/**/sweep", ply)).isZero();
    assertThat(export("/sensor/lidar/**/sweep", pcd)).isZero();
    assertThat(export("/sensor/camera/**/image", images)).isZero();

    List<String> rows = Files.readAllLines(csv);
    assertThat(rows.get(0)).startsWith("time_s,topic,sequence").contains("tracks.index");
    assertThat(rows).hasSizeGreaterThan(5);
    assertThat(Files.readString(ply, StandardCharsets.ISO_8859_1))
        .startsWith("ply\nformat binary_little_endian 1.0\n");
    assertThat(Files.readString(pcd, StandardCharsets.ISO_8859_1)).contains("DATA binary\n");
    assertThat(Files.size(parquet)).isPositive();
    assertThat(images.toFile().list()).isNotEmpty().allMatch(name -> name.endsWith(".png"));
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
    }
  }

  @Test
  void topicCommandsReadLogsToo() {
    assertThat(camber("topic", "hz", "/sensor/imu", "--log", run.toString())).isZero();
    assertThat(text()).containsPattern("/sensor/imu +\\d+\\.\\d+ Hz  0 lost");
    assertThat(camber("topic", "bw", "--log", run.toString())).isZero();
    assertThat(camber("topic", "delay", "/perception/tracks", "--log", run.toString()))
        .isZero();
    assertThat(text()).containsPattern("/perception/tracks  median \\d+\\.\\d+ ms");
    assertThat(camber("topic", "echo", "/localization/pose", "--log", run.toString()))
        .isZero();
    assertThat(text()).contains("# /localization/pose sequence 0");
    assertThat(
            camber("log", "cat", run.toString(), "--topic", "/vehicle/*", "--count", "2", "--json"))
        .isZero();
    assertThat(text()).contains("\"topic\":\"/vehicle/");
  }

  @Test
  void mistakesEndInOneLineAndExitTwo() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "no log");
    assertThat(camber("log", "info", "/no/such/run")).isEqualTo(ExitCode.USAGE);
    assertThat(camber("log", "info", text.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(camber("log", "cat", run.toString(), "--topic", "/sensor/imo"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(
            camber("log", "cut", run.toString(), "-o", folder.resolve("x.mcap").toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(camber("topic", "hz")).isEqualTo(ExitCode.USAGE);
    assertThat(camber("replay", run.toString(), "--node", "plannning")).isEqualTo(ExitCode.USAGE);
    assertThat(stderr()).doesNotContain("\tat ").contains("no topic /sensor/imo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--rate 0",
        "--rate NaN",
        "--loop 0",
        "--threads 0",
        "--changes -1",
        "--from 9 --to 3",
        "--from -1"
      })
  void aReplayThatCannotBeNamesItsOption(String options) {
    List<String> arguments = new ArrayList<>(List.of("replay", run.toString(), "--quiet", "-o"));
    Path target = folder.resolve("never.mcap");
    arguments.add(target.toString());
    arguments.addAll(List.of(options.split(" ", -1)));

    assertThat(camber(arguments.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);

    assertThat(stderr()).contains(options.split(" ", -1)[0] + " ").hasLineCount(1);
    assertThat(target).doesNotExist();
  }

  private static int export(String topic, Path target, String... more) {
    String[] arguments = {"log", "export", run.toString(), "--topic", topic, "-o", target.toString()
    };
    String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return camber(all);
  }

  private static long count(Path file) throws IOException {
    try (McapFile log = McapFile.open(file)) {
      return log.summary().statistics().orElseThrow().messageCount();
    }
  }

  private static int camber(String... arguments) {
    return CamberCommand.execute(arguments);
  }

  private String text() {
    return console.out();
  }

  private String stderr() {
    return console.err();
  }
}
