package io.camber.app.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Published scenarios play as a recorded peer played them (esmini 3.6 at 100 Hz). */
class AgreementTest {
  private static final Path DOCUMENT = Path.of("../../docs/agreement.md");

  /** Scenarios whose motion does not agree, and why. One that starts to agree must leave the list. */
  private static final Map<String, String> OUTLIERS = Map.of(
      "ncap/OpenSCENARIO/NCAP/AEB_VRU_2023/NCAP_AEB_VRU_CBFA_2023",
      "the file turns an obstacle by its RoutePosition's Orientation, as the standard says; the peer ignores that");

  private static List<Reference> references() {
    Optional<Path> root = Optional.ofNullable(System.getenv("CAMBER_TEST_DATA")).map(Path::of);
    Assumptions.assumeTrue(root.isPresent(), "set CAMBER_TEST_DATA to run");
    return ReferenceSet.read(root.orElseThrow().resolve("scenarios/index.json"));
  }

  @Test
  void scenariosAgreeWithTheRecordedPeerButForWhatTheDocumentLists() throws IOException {
    Agreement agreement = new Agreement();
    List<ScenarioAgreement> agreements =
        references().stream().filter(Reference::isExact).map(agreement::of).toList();
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

  private static String row(ScenarioAgreement each) {
    String id = each.reference().id();
    return "| `" + id.substring(id.lastIndexOf('/') + 1) + "` |";
  }
}
