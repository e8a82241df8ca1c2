package io.camber.app.blame;

import io.camber.app.input.BundledScenarios;
import io.camber.app.input.InputFiles;
import io.camber.app.simulation.Perception;
import io.camber.diagnostics.InputException;
import io.camber.jury.attribution.Component;
import io.camber.sim.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * Known faults as a file: a line each with scenario, perception, seconds, seed, fault and the component it strikes, separated by tabs.
 * Lines that begin with {@code #} are for people. Published scenarios are named by their path below {@code CAMBER_TEST_DATA}.
 */
public final class FaultLibrary {
  private static final int COLUMNS = 6;

  private FaultLibrary() {}

  static List<FaultCase> read(Path file) {
    List<FaultCase> cases = new ArrayList<>();
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (!line.isBlank() && !line.startsWith("#")) {
          cases.add(parse(file.toString(), i + 1, line.split("\t", -1)));
        }
      }
    } catch (IOException e) {
      throw new InputException(file + ": no such library of faults", e);
    }
    if (cases.isEmpty()) {
      throw new InputException(file + ": holds no fault");
    }
    return cases;
  }

  private static FaultCase parse(String file, int line, String[] cells) {
    if (cells.length != COLUMNS) {
      throw InputException.at(
          file,
          line,
          "has " + cells.length
              + " columns; a fault has scenario, perception, seconds, seed, fault, component");
    }
    try {
      Path scenario = scenario(cells[0]);
      return new FaultCase(
          key(cells, scenario),
          cells[0],
          scenario,
          Perception.valueOf(cells[1].toUpperCase(Locale.ROOT)),
          Double.parseDouble(cells[2]),
          Long.parseLong(cells[3]),
          Fault.parse(cells[4]),
          Component.valueOf(cells[5].toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      throw InputException.at(file, line, String.valueOf(e.getMessage()));
    }
  }

  private static String key(String[] cells, Path scenario) {
    CRC32 content = new CRC32();
    if (Files.exists(scenario)) { // where it is missing, the drive says so
      content.update(InputFiles.read(scenario));
    }
    return String.format(Locale.ROOT, "%s %08x", String.join(" ", cells), content.getValue());
  }

  private static Path scenario(String name) {
    String data = System.getenv("CAMBER_TEST_DATA");
    Path published = Path.of(data == null ? "" : data).resolve(name);
    if (name.endsWith(".xosc") && Files.exists(published)) {
      return published;
    }
    if (data == null && name.endsWith(".xosc") && !Files.exists(Path.of(name))) {
      throw new IllegalArgumentException(
          name + " is published data; set CAMBER_TEST_DATA to the folder it lies below");
    }
    return BundledScenarios.resolve(name);
  }
}
