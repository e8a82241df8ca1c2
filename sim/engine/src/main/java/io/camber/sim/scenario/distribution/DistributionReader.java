package io.camber.sim.scenario.distribution;

import io.camber.diagnostics.InputException;
import io.camber.sim.scenario.distribution.DrawAxis.Source;
import io.camber.sim.scenario.distribution.draw.DrawReader;
import io.camber.sim.scenario.document.FileTree;
import io.camber.sim.scenario.document.Node;
import io.camber.sim.scenario.document.Reading;
import io.camber.sim.scenario.expression.Scope;
import io.camber.sim.scenario.xml.XmlElement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a ParameterValueDistribution file from top to bottom. */
final class DistributionReader {
  private final Path file;
  private final XmlElement document;
  private final Reading reading;
  private final Set<String> varied = new HashSet<>();

  DistributionReader(Path file, XmlElement document) {
    this.file = file;
    this.document = document;
    this.reading = new Reading(new FileTree(file));
  }

  ParameterDistribution read() {
    Node root = reading.open(document, Scope.empty());
    // what of the name space is left of xmlns:xsi when read without name spaces
    root.ignoreAttributes("xsi");
    root.one("FileHeader").ignoreAll();
    Node distribution = root.one("ParameterValueDistribution");
    Path scenario = scenarioFile(distribution.one("ScenarioFile"));
    Node kind = distribution
        .firstOf("Deterministic", "Stochastic")
        .orElseThrow(() -> distribution.error(
            "<ParameterValueDistribution> needs a <Deterministic> or a <Stochastic>"));
    List<Axis> axes = kind.name().equals("Deterministic") ? deterministic(kind) : stochastic(kind);
    return new ParameterDistribution(file, scenario, new ParameterSpace(axes), reading.findings());
  }

  private Path scenarioFile(Node node) {
    String written = node.text("filepath");
    return reading
        .files()
        .find(node, written)
        .orElseThrow(() -> node.error("scenario file \"" + written + "\" does not exist"));
  }

  private List<Axis> deterministic(Node kind) {
    List<Axis> axes = new ArrayList<>();
    for (Node child : kind.children()) {
      switch (child.name()) {
        case "DeterministicMultiParameterDistribution" ->
          axes.add(sets(child.one("ValueSetDistribution")));
        case "DeterministicSingleParameterDistribution" -> axes.add(single(child));
        default -> throw child.error("a <" + child.name() + "> cannot be in <" + kind.name() + ">");
      }
    }
    return axes;
  }

  private Axis sets(Node distribution) {
    List<Map<String, String>> sets = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Node set : distribution.all("ParameterValueSet")) {
      Map<String, String> values = new LinkedHashMap<>();
      for (Node assignment : set.all("ParameterAssignment")) {
        String name = bare(assignment
            .findRaw("parameterRef")
            .orElseThrow(
                () -> assignment.error("<ParameterAssignment> needs an attribute parameterRef")));
        if (values.put(name, assignment.text("value")) != null) {
          throw assignment.error("parameter " + name + " is assigned twice in one set");
        }
      }
      if (values.isEmpty()) {
        throw set.error("<ParameterValueSet> assigns nothing");
      }
      names.addAll(values.keySet());
      sets.add(values);
    }
    if (sets.isEmpty()) {
      throw distribution.error("<ValueSetDistribution> needs a child <ParameterValueSet>");
    }
    names.forEach(name -> claim(distribution, name));
    return new SetAxis(sets);
  }

  private Axis single(Node parameter) {
    String name = bare(parameter
        .findRaw("parameterName")
        .orElseThrow(
            () -> parameter.error("<" + parameter.name() + "> needs an attribute parameterName")));
    claim(parameter, name);
    Node kind = parameter.choice();
    return switch (kind.name()) {
      case "DistributionSet" -> list(name, kind);
      case "DistributionRange" -> range(name, kind);
      case "UserDefinedDistribution" -> userDefined(name, kind);
      default -> throw kind.error("<" + kind.name() + "> is no deterministic distribution");
    };
  }

  private static Axis list(String name, Node set) {
    List<String> values = new ArrayList<>();
    set.all("Element").forEach(element -> values.add(element.text("value")));
    if (values.isEmpty()) {
      throw set.error("<DistributionSet> needs a child <Element>");
    }
    return new ListAxis(name, values);
  }

  private static Axis range(String name, Node distribution) {
    Node range = distribution.one("Range");
    try {
      return new RangeAxis(
          name,
          RangeAxis.decimal(range.text("lowerLimit")),
          RangeAxis.decimal(range.text("upperLimit")),
          RangeAxis.decimal(distribution.text("stepWidth")));
    } catch (NumberFormatException e) {
      throw distribution.error("limits and step of a range must be finite numbers");
    } catch (IllegalArgumentException e) {
      throw distribution.error(String.valueOf(e.getMessage()));
    }
  }

  /** The standard leaves content and type to the tools: ours are the forms of the command line. */
  private static Axis userDefined(String name, Node distribution) {
    String type = distribution.text("type");
    if (!type.equals("values")) {
      throw distribution.error("distribution type \"" + type
          + "\" is not known; known is \"values\" with content as 10..30:5 or car,truck");
    }
    try {
      return AxisText.parse(name, distribution.content());
    } catch (InputException e) {
      throw distribution.error(String.valueOf(e.getMessage()));
    }
  }

  private List<Axis> stochastic(Node kind) {
    int runs = kind.integer("numberOfTestRuns");
    if (runs < 1) {
      throw kind.error("numberOfTestRuns=\"" + runs + "\" is less than 1");
    }
    long seed = seed(kind, 0L);
    List<Source> sources = new ArrayList<>();
    for (Node parameter : kind.all("StochasticDistribution")) {
      String name = bare(parameter
          .findRaw("parameterName")
          .orElseThrow(() ->
              parameter.error("<" + parameter.name() + "> needs an attribute parameterName")));
      claim(parameter, name);
      long own = seed(parameter, seed);
      sources.add(new Source(name, own, DrawReader.read(parameter.choice())));
    }
    if (sources.isEmpty()) {
      throw kind.error("<Stochastic> needs a child <StochasticDistribution>");
    }
    return List.of(new DrawAxis(sources, runs));
  }

  private static long seed(Node node, long otherwise) {
    return node.has("randomSeed") ? Double.doubleToLongBits(node.number("randomSeed")) : otherwise;
  }

  private void claim(Node place, String name) {
    if (!varied.add(name)) {
      throw place.error("parameter " + name + " is varied twice");
    }
  }

  private static String bare(String name) {
    return name.startsWith("$") ? name.substring(1) : name;
  }
}
