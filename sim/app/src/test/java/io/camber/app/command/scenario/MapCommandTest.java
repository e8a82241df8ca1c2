package io.camber.app.command.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.camber.app.command.CamberCommand;
import io.camber.app.command.Console;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class MapCommandTest {
  private static final Path MAP = Path.of("..", "..", "scenarios", "maps", "signal-crossing.xodr");

  @TempDir
  private Path folder;

  @RegisterExtension
  private final Console console = new Console();

  private String printed() {
    return console.out() + console.err();
  }

  private static int camber(String... arguments) {
    return CamberCommand.execute(arguments);
  }

  @Test
  void tellsWhatIsInAMap() {
    assertThat(camber("map", "info", MAP.toString())).isZero();
    assertThat(printed()).contains("roads").contains("drivable").contains("lights");
  }

  @Test
  void whatBeginsAsNoXmlIsRefusedBeforeItIsRead() throws IOException {
    Path log = folder.resolve("drive.mcap");
    try (RandomAccessFile large = new RandomAccessFile(log.toFile(), "rw")) {
      large.write(new byte[] {(byte) 0x89, 'M', 'C', 'A', 'P', '0', '\r', '\n'});
      large.setLength(Runtime.getRuntime().maxMemory());
    }

    assertThat(camber("map", "info", log.toString())).isEqualTo(2);
    assertThat(printed()).startsWith("error: " + log + ": is no OpenDRIVE map").hasLineCount(1);
  }

  @Test
  void aMapMayBeginWithTheMarkOfUtf16() throws IOException {
    String map = Files.readString(MAP).replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"");
    Path wide = Files.writeString(folder.resolve("wide.xodr"), map, StandardCharsets.UTF_16);

    assertThat(camber("map", "info", wide.toString())).as(printed()).isZero();
  }

  @Test
  void whoAsksForARuleIsToldWhetherItIsKeptEvenIfItOnlyWarns() throws IOException {
    Path redundant = folder.resolve("redundant.xodr");
    Files.writeString(
        redundant,
        Files.readString(MAP)
            .replaceFirst(
                "<lanes>",
                "<lanes><laneOffset s=\"0\" a=\"0\" b=\"0\" c=\"0\" d=\"0\"/>"
                    + "<laneOffset s=\"1\" a=\"0\" b=\"0\" c=\"0\" d=\"0\"/>"));

    assertThat(camber("map", "check", redundant.toString())).isZero();
    assertThat(camber("map", "check", "--rule", "avoid_redundant_info", redundant.toString()))
        .isEqualTo(2);
    assertThat(camber("map", "check", "--rule", "avoid_redundant_info", MAP.toString()))
        .isZero();
    assertThat(camber("map", "check", "--rule", "no_such_rule", MAP.toString())).isEqualTo(2);
    assertThat(printed()).contains("no_such_rule is unknown").contains("avoid_redundant_info");
  }

  @Test
  void aSoundMapPassesAndABrokenOneFailsWithRuleAndLine() throws IOException {
    Path broken = folder.resolve("broken.xodr");
    Files.writeString(
        broken,
        "<OpenDRIVE>\n<header revMajor=\"1\" revMinor=\"8\"/>\n<road id=\"1\"/>\n</OpenDRIVE>\n");

    assertThat(camber("map", "check", MAP.toString())).isZero();
    assertThat(camber("map", "check", MAP.toString(), broken.toString())).isEqualTo(2);
    assertThat(printed())
        .contains(
            broken + ":3: error: <road> has no planView [asam.net:xodr:1.0.0:xml.valid_schema]");
  }

  @Test
  void exportsGeometryGraphAndPictures() throws IOException {
    for (String name : new String[] {"m.geojson", "m.json", "m.dot", "m.svg", "m.png"}) {
      Path target = folder.resolve(name);

      assertThat(camber("map", "export", MAP.toString(), "-o", target.toString()))
          .isZero();
      assertThat(target).isNotEmptyFile();
    }
    JsonObject geo =
        JsonParser.parseString(Files.readString(folder.resolve("m.geojson"))).getAsJsonObject();
    JsonArray lanes = JsonParser.parseString(Files.readString(folder.resolve("m.json")))
        .getAsJsonObject()
        .getAsJsonArray("lanes");

    assertThat(geo.get("type").getAsString()).isEqualTo("FeatureCollection");
    assertThat(geo.getAsJsonArray("features")).hasSizeGreaterThan(lanes.size());
    assertThat(printed()).contains("no geoReference");
  }

  @Test
  void anUnknownEndingIsRefused() {
    assertThat(camber(
            "map", "export", MAP.toString(), "-o", folder.resolve("m.doc").toString()))
        .isEqualTo(2);
    assertThat(printed()).contains("must end in .xodr, .svg, .png, .geojson, .json or .dot");
  }

  @Test
  void hugeAndAbsurdFilesEndInOneMessageOrLoad() throws IOException {
    String head = "<OpenDRIVE>\n<header revMajor=\"1\" revMinor=\"6\"/>\n";
    Path nan = folder.resolve("nan.xodr");
    Files.writeString(nan, head + "<road id=\"1\" junction=\"-1\" length=\"NaN\"/>\n</OpenDRIVE>");

    assertThat(camber("map", "info", nan.toString())).isEqualTo(2);
    assertThat(printed()).contains("nan.xodr:3: <road>").hasLineCount(1);
  }
}
