package io.camber.sim.scenario;

import io.camber.diagnostics.InputException;
import io.camber.sim.scenario.document.Plays;
import io.camber.sim.scenario.document.Plays.Support;
import io.camber.sim.scenario.xml.XmlElement;
import io.camber.sim.scenario.xml.XmlFile;
import java.nio.file.Path;

/** What an OpenSCENARIO file holds. */
@Plays(
    value = {
      "ParameterValueDistribution",
      "ScenarioFile",
      "Deterministic",
      "DeterministicMultiParameterDistribution",
      "DeterministicSingleParameterDistribution",
      "DistributionSet",
      "DistributionRange",
      "Range",
      "Element",
      "ValueSetDistribution",
      "ParameterValueSet",
      "UserDefinedDistribution",
      "Stochastic",
      "StochasticDistribution",
      "NormalDistribution",
      "LogNormalDistribution",
      "UniformDistribution",
      "PoissonDistribution",
      "Histogram",
      "Bin",
      "ProbabilityDistributionSet"
    },
    support = Support.PARTLY,
    note = "not a scenario: for sweeps")
public enum ScenarioKind {
  SCENARIO,
  CATALOG,
  /** A parameter distribution over a scenario. */
  DISTRIBUTION;

  /** Reads the file; one that is none of the others, or no XML at all, counts as a scenario, so that its reader complains. */
  public static ScenarioKind of(Path file) {
    try {
      return of(XmlFile.read(file));
    } catch (InputException e) {
      return SCENARIO;
    }
  }

  static ScenarioKind of(XmlElement root) {
    for (XmlElement child : root.children()) {
      if (child.name().equals("Catalog")) {
        return CATALOG;
      }
      if (child.name().equals("ParameterValueDistribution")) {
        return DISTRIBUTION;
      }
    }
    return SCENARIO;
  }
}
