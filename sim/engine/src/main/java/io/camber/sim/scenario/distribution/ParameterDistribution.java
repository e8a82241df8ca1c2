package io.camber.sim.scenario.distribution;

import io.camber.sim.scenario.xml.XmlElement;
import io.camber.sim.scenario.xml.XmlFile;
import java.nio.file.Path;
import java.util.List;

/**
 * A ParameterValueDistribution file: a scenario and the space of its parameters.
 *
 * @param scenario the file whose parameters vary; it exists
 * @param warnings parts of the file without effect, each with file and line
 */
public record ParameterDistribution(
    Path file, Path scenario, ParameterSpace space, List<String> warnings) {
  private static final String ELEMENT = "ParameterValueDistribution";

  public ParameterDistribution {
    warnings = List.copyOf(warnings);
  }

  /** Reads a file; throws {@link io.camber.diagnostics.InputException} with file and line on bad input. */
  public static ParameterDistribution read(Path file) {
    return read(file, XmlFile.read(file));
  }

  /** The same for a file that has been parsed already. */
  public static ParameterDistribution read(Path file, XmlElement root) {
    return new DistributionReader(file, root).read();
  }

  /** Whether the root element of an OpenSCENARIO file holds a distribution, and no scenario or catalog. */
  public static boolean isIn(XmlElement root) {
    return root.children().stream().anyMatch(child -> child.name().equals(ELEMENT));
  }
}
