package io.camber.sim.scenario;

import static io.camber.sim.scenario.TestFiles.EGO_AT_10;
import static io.camber.sim.scenario.TestFiles.scenario;
import static io.camber.sim.scenario.TestFiles.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioErrorsTest {
  @TempDir
  Path folder;

  private void refuses(String scenario, String problem) {
    Path file = write(folder, scenario);
    assertThatThrownBy(() -> Scenario.load(file, Map.of()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void namesFileAndLineOfAnUnknownElement() {
    String text = scenario(
        "",
        EGO_AT_10
            .replace("<PrivateAction>", "\n<PrivatAction>")
            .replace("</PrivateAction>", "</PrivatAction>"),
        "");

    refuses(text, "test.xosc:");
    refuses(text, "unknown element <PrivatAction>; did you mean PrivateAction?");
  }

  @Test
  void refusesAnUnknownEntity() {
    refuses(
        scenario("", EGO_AT_10.replace("entityRef=\"Ego\"", "entityRef=\"Egon\""), ""),
        "there is no entity \"Egon\"; did you mean Ego?");
  }

  @Test
  void refusesAMissingAttribute() {
    refuses(
        scenario("", EGO_AT_10.replace("roadId=\"1\"", ""), ""),
        "<LanePosition> needs an attribute roadId");
  }

  @Test
  void refusesAPlaceAtInfinity() {
    refuses(
        scenario("", EGO_AT_10.replace("s=\"100\"", "s=\"INF\""), ""), "attribute s is infinite");
  }

  @Test
  void refusesADanglingCatalogReference() {
    refuses(
        scenario("", EGO_AT_10, "")
            .replaceAll(
                "(?s)<Vehicle .*</Vehicle>",
                "<CatalogReference catalogName=\"c\" entryName=\"e\"/>"),
        "there is no catalog \"c\"");
  }

  @Test
  void refusesAReferenceToAStoryboardElementThatIsNotThere() {
    String condition = "<Condition name=\"c\" delay=\"0\" conditionEdge=\"none\"><ByValueCondition>"
        + "<StoryboardElementStateCondition storyboardElementType=\"event\" storyboardElementRef=\"nobody\""
        + " state=\"completeState\"/></ByValueCondition></Condition>";
    String text = scenario(
        "",
        EGO_AT_10,
        TestFiles.story(TestFiles.speedEvent(
            "E",
            "priority=\"parallel\"",
            1.0,
            "dynamicsShape=\"step\" dynamicsDimension=\"time\" value=\"0\"",
            condition)));

    assertThatThrownBy(() -> TestFiles.play(folder, text, ""))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the storyboard has no event \"nobody\"");
  }

  @Test
  void refusesDocumentTypes() {
    refuses(
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n" + scenario("", EGO_AT_10, ""),
        "not");
  }

  @Test
  void saysThatADistributionIsNoScenario() {
    refuses(
        "<OpenSCENARIO><FileHeader revMajor=\"1\" revMinor=\"1\"/><ParameterValueDistribution>"
            + "<ScenarioFile filepath=\"./x.xosc\"/></ParameterValueDistribution></OpenSCENARIO>",
        "is a parameter distribution, not a scenario; run the scenario file it names: ./x.xosc");
  }

  @Test
  void refusesAMapOutsideTheFolderTree() {
    refuses(
        scenario("", EGO_AT_10, "")
            .replace("road.xodr", "../../../../../../../../../../etc/passwd"),
        "leaves the scenario's folder tree");
  }

  @Test
  void refusesEntitiesPlacedRelativeToEachOther() {
    String two = scenario("", "", "")
        .replace(
            "</Entities>",
            "<ScenarioObject name=\"B\">"
                + "<Pedestrian name=\"p\" mass=\"80\" pedestrianCategory=\"pedestrian\"><BoundingBox><Center x=\"0\" y=\"0\" z=\"0.9\"/>"
                + "<Dimensions width=\"0.5\" length=\"0.6\" height=\"1.8\"/></BoundingBox></Pedestrian></ScenarioObject></Entities>")
        .replace(
            "<Actions></Actions>",
            "<Actions>" + relative("Ego", "B") + relative("B", "Ego") + "</Actions>");

    refuses(two, "placed relative to itself");
  }

  private static String relative(String entity, String to) {
    return "<Private entityRef=\"" + entity + "\"><PrivateAction><TeleportAction><Position>"
        + "<RelativeObjectPosition entityRef=\"" + to
        + "\" dx=\"1\" dy=\"0\"/></Position></TeleportAction></PrivateAction></Private>";
  }

  @Test
  void overridesParametersBeforeDependantsAreComputed() {
    String parameters = "<ParameterDeclarations>"
        + "<ParameterDeclaration name=\"file\" parameterType=\"string\" value=\"missing\"/>"
        + "<ParameterDeclaration name=\"map\" parameterType=\"string\" value=\"$file\"/></ParameterDeclarations>";
    Path file =
        write(folder, scenario(parameters, EGO_AT_10, "").replace("\"road.xodr\"", "\"$map\""));

    assertThat(Scenario.load(file, Map.of("file", "road.xodr")).mapFile()).hasFileName("road.xodr");
    assertThatThrownBy(() -> Scenario.load(file, Map.of("fil", "x")))
        .hasMessageContaining("declares no parameter \"fil\"; did you mean file?");
  }

  @Test
  void overridesMayBeExpressionsAsDeclaredValuesMay() {
    String parameters = "<ParameterDeclarations>"
        + "<ParameterDeclaration name=\"half\" parameterType=\"string\" value=\"road\"/>"
        + "<ParameterDeclaration name=\"width\" parameterType=\"double\" value=\"1\"/>"
        + "<ParameterDeclaration name=\"map\" parameterType=\"string\" value=\"none\"/></ParameterDeclarations>";
    Path file = write(
        folder, scenario(parameters, EGO_AT_10, "").replace("\"road.xodr\"", "\"$map.xodr\""));

    assertThat(Scenario.load(file, Map.of("width", "${0.6/2-0.36}", "map", "$half"))
            .mapFile())
        .hasFileName("road.xodr");
    assertThatThrownBy(() -> Scenario.load(file, Map.of("width", "${1/0}", "map", "road")))
        .hasMessageContaining("test.xosc:");
  }

  @Test
  void refusesAValueThatBreaksItsConstraint() {
    refuses(
        scenario(
            "<ParameterDeclarations><ParameterDeclaration name=\"v\" parameterType=\"double\" value=\"70\"><ConstraintGroup>"
                + "<ValueConstraint rule=\"lessOrEqual\" value=\"60\"/></ConstraintGroup></ParameterDeclaration></ParameterDeclarations>",
            EGO_AT_10,
            ""),
        "breaks its constraints");
  }

  @Test
  void resolvesCatalogEntriesWithTheirParameters() throws IOException {
    Files.writeString(
        folder.resolve("cars.xosc"),
        "<OpenSCENARIO><FileHeader revMajor=\"1\" revMinor=\"2\"/>"
            + "<Catalog name=\"cars\"><Vehicle name=\"long\" vehicleCategory=\"bus\"><ParameterDeclarations>"
            + "<ParameterDeclaration name=\"l\" parameterType=\"double\" value=\"9\"/></ParameterDeclarations>"
            + "<BoundingBox><Center x=\"1\" y=\"0\" z=\"1\"/><Dimensions width=\"2\" length=\"$l\" height=\"3\"/></BoundingBox>"
            + "<Performance maxSpeed=\"30\" maxDeceleration=\"9\" maxAcceleration=\"3\"/></Vehicle></Catalog></OpenSCENARIO>");
    String text = scenario("", EGO_AT_10, "")
        .replace(
            "<CatalogLocations/>",
            "<CatalogLocations><VehicleCatalog><Directory path=\".\"/></VehicleCatalog></CatalogLocations>")
        .replaceAll(
            "(?s)<Vehicle .*</Vehicle>",
            "<CatalogReference catalogName=\"cars\" entryName=\"long\">"
                + "<ParameterAssignments><ParameterAssignment parameterRef=\"l\" value=\"12\"/></ParameterAssignments></CatalogReference>");

    assertThat(TestFiles.play(folder, text, "").entities().get(0).size().lengthM())
        .isEqualTo(12.0);
  }

  @Test
  void namesWhatHasNoEffect() {
    Path file = write(
        folder,
        scenario(
            "",
            EGO_AT_10.replace(
                "</Private>",
                "<PrivateAction><AppearanceAction><AnimationAction loop=\"true\"/></AppearanceAction></PrivateAction></Private>"),
            ""));

    assertThat(Scenario.load(file, Map.of()).warnings())
        .anySatisfy(warning -> assertThat(warning).contains("<AnimationAction> is not supported"));
  }
}
