package io.camber.app.blame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small library of known faults; the whole one is {@code scenarios/faults.tsv}, run by {@code camber blame --library}. */
final class BlameCampaignTest {
  private static final String SCENARIO = "../../scenarios/stop-and-go.xosc\ttruth\t12\t1\t";

  @TempDir
  private Path folder;

  private final List<String> told = new ArrayList<>();

  @Test
  void blamesWhoeverHasTheFaultAndGoesOnWhereItWas() throws IOException {
    Path library = library(
        SCENARIO + "tracks:blackout@3s..\ttracking",
        SCENARIO + "wheels:scale@3s..,severity=0.001\tsensors");
    Path out = folder.resolve("out");

    assertThat(BlameCampaign.open(library, out, told::add).run(0.0)).isFalse();
    assertThat(told).isEmpty();
    assertThat(BlameCampaign.open(library, out, told::add).run(100.0)).isTrue();
    assertThat(told).hasSize(2);
    assertThat(told.get(0)).contains("right").contains("tracks:blackout");
    assertThat(told.get(1)).contains("harmless");
    assertThat(BlameCampaign.open(library, out, told::add).run(100.0)).isTrue();
    assertThat(told).hasSize(2);
    assertThat(BlameCampaign.open(library, out, told::add).report().text())
        .contains("1 harmful in 1 scenarios: 1 blamed rightly (100.0 %)")
        .contains("without the rule of the data flow, 1 rightly (100.0 %) and 0 tied")
        .contains("a ticket in ");
  }

  @Test
  void verdictsStayWithTheirCaseWhenALineIsInserted() throws IOException {
    Path out = folder.resolve("out");
    String blackout = SCENARIO + "tracks:blackout@3s..\ttracking";
    BlameCampaign.open(library(blackout), out, told::add).run(100.0);
    String report =
        BlameCampaign.open(library(blackout), out, told::add).report().text();

    Path longer = library(SCENARIO + "wheels:scale@3s..,severity=0.001\tsensors", blackout);
    BlameCampaign begun = BlameCampaign.open(longer, out, told::add);

    assertThat(begun.report().text()).contains("1 of 2 cases tried").contains("1 blamed rightly");
    assertThat(report).contains("1 of 1 cases tried").contains("1 blamed rightly");
    told.clear();
    assertThat(begun.run(100.0)).isTrue();
    assertThat(told).hasSize(1);
    assertThat(told.get(0)).contains("wheels:scale");
  }

  @Test
  void verdictsOfAnotherBuildAreNotMixedIn() throws IOException {
    Path out = folder.resolve("out");
    Files.createDirectories(out);
    Files.writeString(
        out.resolve("journal.jsonl"), "{\"schema\": \"camber.blamed/2\", \"build\": \"0\"}\n");

    assertThatThrownBy(() -> BlameCampaign.open(
            library(SCENARIO + "tracks:blackout@3s..\ttracking"), out, told::add))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("another build's");
  }

  @Test
  void theWholeLibraryReads() {
    assertThat(FaultLibrary.read(Path.of("..", "..", "scenarios", "faults.tsv")))
        .hasSizeGreaterThan(200);
  }

  @Test
  void aLineThatIsNoFaultIsRefusedWithFileAndLine() throws IOException {
    Path library = library("# for people", SCENARIO + "tracks:blackout@3s..\tnobody");

    assertThatThrownBy(() -> FaultLibrary.read(library))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("faults.tsv:2");
    assertThatThrownBy(() -> FaultLibrary.read(library("stop-and-go\ttruth")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("columns");
    assertThatThrownBy(() -> FaultLibrary.read(folder.resolve("none.tsv")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no such library");
  }

  private Path library(String... lines) throws IOException {
    return Files.write(folder.resolve("faults.tsv"), List.of(lines));
  }
}
