package io.camber.app.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.diagnostics.BrokenConstraintException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Published scenarios play as a recorded peer played them (esmini 3.6 at 100 Hz). */
class AgreementTest {
  private static final Path DOCUMENT = Path.of("../../docs/agreement.md");

  /** Scenarios whose motion does not agree, and why. One that starts to agree must leave the list. */
  private static final Map<String, String> OUTLIERS = Map.of(
      "ncap/OpenSCENARIO/NCAP/AEB_VRU_2023/NCAP_AEB_VRU_CBFA_2023",
      "the file turns an obstacle by its RoutePosition's Orientation, as the standard says; the peer ignores that");

  /** Recorded runs whose motion does not agree, by the part of their name that says of what. */
  private static final List<String> RUN_OUTLIERS = List.of(
      "NCAP_AEB_VRU_CBFA-50_", // the same
      "NCAP_AEB_VRU_CPTAfo-50_", // the peer's pedestrian starts and stops while it synchronizes
      "alks_scenario_4_2_3_crossing_pedestrian_variation__p00119");

  private static Path index() {
    Optional<Path> root = Optional.ofNullable(System.getenv("CAMBER_TEST_DATA")).map(Path::of);
    Assumptions.assumeTrue(root.isPresent(), "set CAMBER_TEST_DATA to run");
    return root.orElseThrow().resolve("scenarios/index.json");
  }

  @Test
  void scenariosAgreeWithTheRecordedPeerButForWhatTheDocumentLists() throws IOException {
    Agreement agreement = new Agreement();
    List<ScenarioAgreement> agreements = ReferenceSet.read(index()).stream()
        .filter(Reference::isExact)
        .map(agreement::of)
        .toList();
    StringWriter text = new StringWriter();
    new AgreementReport(agreements).print(new PrintWriter(text));
    System.out.println(text);
    String document = Files.readString(DOCUMENT);

    assertThat(agreements).hasSize(162);
    assertThat(agreements)
        .filteredOn(each -> !each.movesAlike())
        .extracting(each -> each.reference().id())
        .containsExactlyInAnyOrderElementsOf(OUTLIERS.keySet());
    assertThat(agreements)
        .filteredOn(each -> !each.differences().isEmpty())
        .allSatisfy(each -> assertThat(document).contains(row(each)));
  }

  @Test
  void everyFifthRunOfDistributionsAgreesWithTheRecordedPeerButForTheKnown() {
    assertRunsAgree(5);
  }

  @Test
  @Tag("campaign")
  void runsOfDistributionsAgreeWithTheRecordedPeerButForFifteen() {
    assertThat(assertRunsAgree(1)).isEqualTo(15);
  }

  /** Plays every n-th recorded run and returns how many are not alike. */
  private static long assertRunsAgree(int every) {
    Agreement agreement = new Agreement();
    List<Reference> runs = ReferenceSet.readRuns(index());
    List<ScenarioAgreement> agreements = new ArrayList<>();
    int broken = 0;
    for (int i = 0; i < runs.size(); i += every) {
      try {
        agreements.add(agreement.of(runs.get(i)));
      } catch (BrokenConstraintException e) {
        broken++;
      }
    }
    List<ScenarioAgreement> different =
        agreements.stream().filter(each -> !each.movesAlike()).toList();

    assertThat(runs).hasSize(457);
    assertThat(broken).isLessThanOrEqualTo(13);
    assertThat(different)
        .allSatisfy(each -> assertThat(RUN_OUTLIERS)
            .anySatisfy(outlier -> assertThat(each.reference().id()).contains(outlier)));
    return different.size();
  }

  private static String row(ScenarioAgreement each) {
    String id = each.reference().id();
    return "| `" + id.substring(id.lastIndexOf('/') + 1) + "` |";
  }
}
