package io.camber.sim.scenario;

import io.camber.sim.scenario.document.FileCache;
import io.camber.sim.scenario.document.FileTree;
import java.nio.file.Path;
import java.util.Map;

/**
 * A scenario file that is parsed once and instantiated many times with other parameters. Safe for use by several threads;
 * later changes of the file or its catalogs are not seen.
 */
public final class ScenarioTemplate {
  private final Path file;
  private final FileTree tree;
  private final FileCache cache;

  private ScenarioTemplate(Path file, FileCache cache) {
    this.file = file;
    this.tree = new FileTree(file);
    this.cache = cache;
    cache.document(file);
  }

  /** Parses a file; throws {@link io.camber.diagnostics.InputException} when there is none or it is no XML. */
  public static ScenarioTemplate read(Path file, FileCache cache) {
    return new ScenarioTemplate(file, cache);
  }

  /**
   * The scenario with values of declared parameters, by name.
   *
   * @throws io.camber.diagnostics.BrokenConstraintException when a value breaks the constraints of its parameter
   * @throws io.camber.diagnostics.InputException with file and line on any other mistake
   */
  public Scenario with(Map<String, String> parameters) {
    return new ScenarioReader(file, parameters, cache.document(file), tree, cache).read();
  }
}
