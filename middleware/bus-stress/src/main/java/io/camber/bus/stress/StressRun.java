package io.camber.bus.stress;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;

/** One run of jcstress in a process of its own, on the bus as it is or on a mutant of it. */
final class StressRun {
  private static final int STRIDE = 8;
  private static final int STRIDES = 8;

  /** States of a batch; few, because every one holds files. */
  static final int STATES = STRIDE * STRIDES;

  private final Path folder;

  /** {@code folder} takes reports and mutated classes. */
  StressRun(Path folder) {
    this.folder = folder;
  }

  /** Runs the tests that match and answers what was observed, by test. */
  List<Observation> run(String tests, @Nullable Mutant mutant, List<String> options)
      throws IOException, InterruptedException {
    String name = mutant == null ? "bus" : mutant.name();
    Path report = empty(folder.resolve(name));
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        classPath(mutant, report),
        "org.openjdk.jcstress.Main",
        "-t",
        tests,
        "-r",
        report + File.separator,
        "-strideSize",
        Integer.toString(STRIDE),
        "-strideCount",
        Integer.toString(STRIDES)));
    command.addAll(options);
    Path log = report.resolve("log.txt");
    Process process = new ProcessBuilder(command)
        .directory(report.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
    try {
      process.waitFor();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return observations(report, log);
  }

  private static Path empty(Path report) throws IOException {
    if (Files.exists(report)) {
      try (Stream<Path> all = Files.walk(report)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return Files.createDirectories(report);
  }

  /** The mutant's one class stands before the real ones. */
  private static String classPath(@Nullable Mutant mutant, Path report) throws IOException {
    String real = System.getProperty("java.class.path");
    if (mutant == null) {
      return real;
    }
    Weaving woven = mutant.weave();
    Path classes = report.resolve("classes");
    Path file = classes.resolve(woven.name() + ".class");
    Files.createDirectories(file.getParent());
    Files.write(file, woven.toBytes());
    return classes + File.pathSeparator + real;
  }

  private static List<Observation> observations(Path report, Path log) throws IOException {
    InProcessCollector results = new InProcessCollector();
    try (Stream<Path> files = Files.list(report)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".bin.gz")).toList()) {
        DiskReadCollector reader = new DiskReadCollector(file.toString(), results);
        reader.dump();
        reader.close();
      }
    } catch (ClassNotFoundException e) {
      throw new IOException("cannot read the results in " + report, e);
    }
    TreeMap<String, Observation> byTest = new TreeMap<>();
    for (TestResult result : results.getTestResults()) {
      byTest.merge(result.getName(), Observation.of(result), Observation::plus);
    }
    if (byTest.isEmpty()) {
      throw new IOException("nothing was run: " + Files.readString(log));
    }
    return List.copyOf(byTest.values());
  }
}
