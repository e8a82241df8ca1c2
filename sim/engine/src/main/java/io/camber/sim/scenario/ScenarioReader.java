package io.camber.sim.scenario;

import io.camber.diagnostics.InputException;
import io.camber.sim.scenario.document.Declarations;
import io.camber.sim.scenario.document.FileCache;
import io.camber.sim.scenario.document.FileTree;
import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.document.Reading;
import io.camber.sim.scenario.entity.EntityKind;
import io.camber.sim.scenario.entity.EntityModel;
import io.camber.sim.scenario.expression.Scope;
import io.camber.sim.scenario.expression.Suggestion;
import io.camber.sim.scenario.signal.ControllerSpec;
import io.camber.sim.scenario.storyboard.ElementSpec.StoryboardSpec;
import io.camber.sim.scenario.storyboard.StoryboardReader;
import io.camber.sim.scenario.xml.XmlElement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a scenario file from top to bottom. */
@Plays({
  "OpenSCENARIO",
  "OpenScenario",
  "FileHeader",
  "LogicFile",
  "TrafficSignals",
  "Entities",
  "EntitySelection",
  "Members",
  "ByType",
  "EntityRef",
  "CatalogLocations"
})
@Plays(
    value = "RoadNetwork",
    support = Support.PARTLY,
    note =
        "without a LogicFile the scenario is set on an empty plane; SceneGraphFile and UsedArea have no effect")
@Plays(
    value = {"License", "SceneGraphFile", "UsedArea", "MonitorDeclarations", "MonitorDeclaration"},
    support = Support.PARTLY,
    note = "read, without effect")
final class ScenarioReader {
  private final Path file;
  private final Map<String, String> overrides;
  private final XmlElement document;
  private final Reading reading;

  ScenarioReader(
      Path file,
      Map<String, String> overrides,
      XmlElement document,
      FileTree files,
      FileCache cache) {
    this.file = file;
    this.overrides = overrides;
    this.document = document;
    this.reading = new Reading(files, cache);
  }

  Scenario read() {
    requireScenario();
    Scope parameters = Scope.empty();
    Scope variables = Scope.empty();
    Node root = reading.open(document, parameters);
    requireVersion(root.one("FileHeader"));
    root.find("ParameterDeclarations")
        .ifPresent(list -> Declarations.read(list, parameters, overrides));
    requireDeclared(parameters);
    root.find("VariableDeclarations")
        .ifPresent(list -> Declarations.readVariables(list, variables));
    root.find("MonitorDeclarations").ifPresent(Node::ignoreAll);
    root.find("CatalogLocations").ifPresent(reading::addCatalogs);
    Node network = root.one("RoadNetwork");
    Optional<Path> map = mapFile(network);
    List<ControllerSpec> controllers = new ArrayList<>();
    network
        .find("TrafficSignals")
        .ifPresent(signals -> signals
            .all("TrafficSignalController")
            .forEach(node -> controllers.add(ControllerSpec.read(node))));
    network.ignore("SceneGraphFile", "UsedArea");
    EntityReader entities = new EntityReader();
    Map<String, List<String>> selections = readEntities(root.one("Entities"), entities);
    StoryboardSpec storyboard = StoryboardReader.read(root.one("Storyboard"));
    return new Scenario(new Scenario.Content(
        file,
        document.children().stream()
            .filter(child -> child.name().equals("FileHeader"))
            .map(header -> header.attributes().getOrDefault("description", ""))
            .findFirst()
            .orElse(""),
        map,
        parameters,
        variables,
        entities.models(),
        selections,
        controllers,
        storyboard,
        reading.asksOffRoad(),
        reading.findings()));
  }

  private void requireScenario() {
    if (!document.name().equals("OpenSCENARIO") && !document.name().equals("OpenScenario")) {
      throw document.error("root element is <" + document.name() + ">, expected <OpenSCENARIO>");
    }
    for (XmlElement child : document.children()) {
      if (child.name().equals("ParameterValueDistribution")) {
        String names = child.children().stream()
            .filter(part -> part.name().equals("ScenarioFile"))
            .map(part -> part.attributes().getOrDefault("filepath", "?"))
            .findFirst()
            .orElse("?");
        throw child.error(
            "is a parameter distribution, not a scenario; run the scenario file it names: "
                + names);
      }
      if (child.name().equals("Catalog")) {
        throw child.error("is a catalog, not a scenario; run a scenario file that refers to it");
      }
    }
  }

  private static void requireVersion(Node header) {
    int major = header.integer("revMajor");
    int minor = header.integer("revMinor");
    header.ignoreAll();
    if (major != 1 || minor < 0) {
      throw header.error(
          "OpenSCENARIO " + major + "." + minor + " is not supported; 1.0 to 1.3 are");
    }
    if (minor > 3) {
      header.warn("OpenSCENARIO 1." + minor + " is read as 1.3");
    }
  }

  private void requireDeclared(Scope parameters) {
    List<String> names =
        parameters.declared().stream().map(Scope.Parameter::name).toList();
    for (String name : overrides.keySet()) {
      if (!names.contains(name)) {
        throw new InputException(file + ": declares no parameter \"" + name + "\""
            + Suggestion.among(name, names)
            + (names.isEmpty() ? "" : "; declared are " + String.join(", ", names)));
      }
    }
  }

  private Optional<Path> mapFile(Node network) {
    Optional<Node> holder = network.find("LogicFile");
    if (holder.isEmpty() || holder.get().text("filepath").isBlank()) {
      network.warn("<RoadNetwork> names no <LogicFile>: the scenario is set on an empty plane");
      return Optional.empty();
    }
    Node logic = holder.get();
    String written = logic.text("filepath");
    List<String> tries = List.of(written, written + ".xodr", Path.of(written).getFileName() + "");
    for (String name : tries) {
      var found = reading.files().find(logic, name);
      if (found.isPresent()) {
        return found;
      }
    }
    throw logic.error("road network file \"" + written + "\" does not exist");
  }

  private Map<String, List<String>> readEntities(Node entities, EntityReader reader) {
    List<Node> objects = entities.all("ScenarioObject");
    List<Node> selections = entities.all("EntitySelection");
    for (Node object : objects) {
      reading.declareEntity(unique(object));
    }
    for (Node selection : selections) {
      reading.declareEntity(unique(selection));
    }
    objects.forEach(reader::read);
    Map<String, List<String>> members = new LinkedHashMap<>();
    for (Node selection : selections) {
      List<String> names = new ArrayList<>();
      Node list = selection.one("Members");
      list.all("EntityRef").forEach(reference -> names.add(reference.entity("entityRef")));
      list.all("ByType").forEach(byType -> addByType(byType, reader.models(), names));
      members.put(selection.text("name"), names);
    }
    for (Node selection : selections) {
      requireNoCycle(selection, selection.text("name"), members, new ArrayList<>());
    }
    return members;
  }

  private static void requireNoCycle(
      Node selection, String name, Map<String, List<String>> members, List<String> path) {
    path.add(name);
    for (String member : members.getOrDefault(name, List.of())) {
      if (path.contains(member)) {
        throw selection.error("selection \"" + member + "\" contains itself: "
            + String.join(" -> ", path.subList(path.indexOf(member), path.size())) + " -> "
            + member);
      }
      requireNoCycle(selection, member, members, path);
    }
    path.remove(path.size() - 1);
  }

  /** Adds every entity of a kind, in the order of the file. */
  private static void addByType(Node byType, List<EntityModel> models, List<String> names) {
    EntityKind kind = byType.oneOf("objectType", EntityKind.class);
    for (EntityModel model : models) {
      if (model.kind() == kind) {
        names.add(model.name());
      }
    }
  }

  private final List<String> seen = new ArrayList<>();

  private String unique(Node object) {
    String name = object.text("name");
    if (seen.contains(name)) {
      throw object.error("a second entity is called \"" + name + "\"");
    }
    seen.add(name);
    return name;
  }
}
