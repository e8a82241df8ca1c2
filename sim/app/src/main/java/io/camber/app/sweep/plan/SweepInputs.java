package io.camber.app.sweep.plan;

import io.camber.app.input.BundledScenarios;
import io.camber.app.input.Suggestions;
import io.camber.diagnostics.InputException;
import io.camber.sim.scenario.distribution.Axis;
import io.camber.sim.scenario.distribution.ParameterDistribution;
import io.camber.sim.scenario.distribution.ParameterSpace;
import io.camber.sim.scenario.document.FileCache;
import io.camber.sim.scenario.xml.XmlElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what people name: a scenario, a distribution, a folder with such files below it, or a text file that lists any of
 * these, one a line. A folder means its scenarios as they stand or, on request, each scenario that a distribution names through
 * that distribution only; catalogs and maps are passed over.
 */
public final class SweepInputs {
  private static final String ENDING = ".xosc";
  private static final int LISTS_DEEP_MAX = 8;

  private final FileCache cache;
  private final List<Axis> axes;
  private final boolean variations;
  private final Map<Path, SweepSource> found = new LinkedHashMap<>();
  private int leftOut;

  /**
   * A search for files.
   *
   * @param axes values of parameters that take the place of what files say
   * @param variations whether the distributions in folders are meant
   */
  public SweepInputs(FileCache cache, List<Axis> axes, boolean variations) {
    this.cache = cache;
    this.axes = List.copyOf(axes);
    this.variations = variations;
  }

  /** Distributions in folders that were not meant. */
  public int leftOut() {
    return leftOut;
  }

  /** The scenarios and distributions that the names mean, in order, each file once. */
  public List<SweepSource> find(List<String> names) {
    found.clear();
    for (String name : names) {
      Path path = BundledScenarios.resolve(name);
      if (!Files.exists(path)) {
        throw new InputException(
            name.contains("/") || name.contains(".")
                ? name + ": no such file or folder"
                : "no scenario '" + name + "'" + Suggestions.hint(name, BundledScenarios.list()));
      }
      add(path, 0);
    }
    if (found.isEmpty()) {
      throw new InputException(String.join(", ", names) + ": no scenario there");
    }
    return List.copyOf(found.values());
  }

  private void add(Path path, int depth) {
    if (Files.isDirectory(path)) {
      addFolder(path);
    } else if (path.toString().endsWith(ENDING)) {
      addFile(path);
    } else {
      addList(path, depth);
    }
  }

  private void addFile(Path file) {
    XmlElement root = cache.document(file);
    if (ParameterDistribution.isIn(root)) {
      ParameterDistribution distribution = ParameterDistribution.read(file, root);
      put(new SweepSource(file, distribution.scenario(), distribution.space()));
    } else {
      put(new SweepSource(file, file, ParameterSpace.POINT));
    }
  }

  private void put(SweepSource source) {
    ParameterSpace space = source.space();
    for (Axis axis : axes) {
      requireDeclared(source.scenario(), axis.names().get(0));
      space = space.with(axis);
    }
    found.putIfAbsent(
        source.file().toAbsolutePath().normalize(),
        new SweepSource(source.file(), source.scenario(), space));
  }

  private void requireDeclared(Path scenario, String name) {
    List<String> declared = new ArrayList<>();
    for (XmlElement list : cache.document(scenario).children()) {
      if (list.name().equals("ParameterDeclarations")) {
        list.children()
            .forEach(child ->
                declared.add(child.attributes().getOrDefault("name", "").replaceFirst("^\\$", "")));
      }
    }
    if (!declared.contains(name)) {
      throw new InputException(
          scenario + ": declares no parameter \"" + name + "\"" + Suggestions.hint(name, declared));
    }
  }

  private void addFolder(Path folder) {
    List<Path> distributions = new ArrayList<>();
    List<Path> scenarios = new ArrayList<>();
    List<Path> files = filesBelow(folder);
    files.parallelStream().forEach(this::readAhead);
    for (Path file : files) {
      XmlElement root = cache.document(file);
      if (ParameterDistribution.isIn(root)) {
        distributions.add(file);
      } else if (root.children().stream().anyMatch(child -> child.name().equals("Storyboard"))) {
        scenarios.add(file);
      }
    }
    if (!variations && !scenarios.isEmpty()) {
      scenarios.forEach(this::addFile);
      leftOut += distributions.size();
      return;
    }
    Set<Path> covered = new HashSet<>();
    for (Path file : distributions) {
      addFile(file);
      covered.add(ParameterDistribution.read(file, cache.document(file))
          .scenario()
          .toAbsolutePath()
          .normalize());
    }
    scenarios.stream()
        .filter(file -> !covered.contains(file.toAbsolutePath().normalize()))
        .forEach(this::addFile);
  }

  /** On all cores; what is wrong with a file is told when its turn comes, in the order of the files. */
  private void readAhead(Path file) {
    try {
      cache.document(file);
    } catch (InputException e) {
      // it will be read again, and refused again
    }
  }

  private static List<Path> filesBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING) && Files.isRegularFile(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new InputException(folder + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private void addList(Path list, int depth) {
    if (depth > LISTS_DEEP_MAX) {
      throw new InputException(list + ": lists of lists more than " + LISTS_DEEP_MAX + " deep");
    }
    List<String> lines;
    try {
      lines = Files.readAllLines(list);
    } catch (IOException e) {
      throw new InputException(
          list + ": is no .xosc file and cannot be read as a list of such files", e);
    }
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        add(entry(list, i + 1, line), depth + 1);
      }
    }
  }

  private static Path entry(Path list, int line, String text) {
    try {
      Path path = list.resolveSibling(text);
      if (Files.exists(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw InputException.at(list.toString(), line, "\"" + text + "\" is no path");
    }
    throw InputException.at(list.toString(), line, text + ": no such file or folder");
  }
}
