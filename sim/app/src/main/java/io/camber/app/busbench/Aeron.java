package io.camber.app.busbench;

import io.camber.diagnostics.InputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Aeron between two processes, its media driver in a third one, with one of its idle strategies. */
final class Aeron implements Contender {
  static final String SPINNING = "Aeron IPC spinning";
  static final String BACKING_OFF = "Aeron IPC backing off";
  static final String UDP = "Aeron UDP";
  static final String NEEDS =
      "a JDK and --aeron JAR, or mvn dependency:get -Dartifact=io.aeron:aeron-all:1.51.0";

  private static final String MAIN = "AeronEnds";
  private static final List<String> FLAGS = List.of(
      "-Dagrona.disable.bounds.checks=true", "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED");

  private final String classPath;
  private final String idle;

  private Aeron(String classPath, String idle) {
    this.classPath = classPath;
    this.idle = idle;
  }

  /** The newest aeron-all in a Maven repository. */
  static Optional<Path> find(Path repository) throws IOException {
    Path versions = repository.resolve("io/aeron/aeron-all");
    if (!Files.isDirectory(versions)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(versions, 2)) {
      return files
          .filter(file -> file.getFileName().toString().matches("aeron-all-[0-9.]+\\.jar"))
          .max(Comparator.comparing(Aeron::version, Arrays::compare));
    }
  }

  private static int[] version(Path jar) {
    String name = jar.getFileName().toString();
    return Arrays.stream(name.replaceAll("aeron-all-|\\.jar", "").split("\\.", -1))
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  /** Contenders by name. */
  static Map<String, Contender> make(Workshop workshop, Optional<Path> given) throws IOException {
    if (given.isPresent() && !Files.isRegularFile(given.get())) {
      throw new InputException("--aeron " + given.get() + ": no such file; it needs " + NEEDS);
    }
    Path jar = given
        .or(() -> inHome())
        .orElseThrow(() -> new IOException("no aeron-all.jar"))
        .toAbsolutePath();
    String classPath = compile(workshop, jar) + File.pathSeparator + jar;
    return Map.of(
        SPINNING, new Aeron(classPath, "spin"),
        BACKING_OFF, new Aeron(classPath, "backoff"),
        UDP, new Aeron(classPath, "backoff"));
  }

  private static Optional<Path> inHome() {
    try {
      return find(Path.of(System.getProperty("user.home"), ".m2", "repository"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Path compile(Workshop workshop, Path jar) throws IOException {
    workshop.bring(MAIN + ".java");
    Path classes = Files.createDirectory(workshop.folder().resolve("aeron"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IOException("this Java has no compiler");
    }
    DiagnosticCollector<JavaFileObject> findings = new DiagnosticCollector<>();
    List<String> options =
        List.of("-proc:none", "-nowarn", "-cp", jar.toString(), "-d", classes.toString());
    try (StandardJavaFileManager files = compiler.getStandardFileManager(findings, null, null)) {
      var sources = files.getJavaFileObjects(workshop.folder().resolve(MAIN + ".java"));
      if (!compiler.getTask(null, files, findings, options, null, sources).call()) {
        throw new IOException(findings.getDiagnostics().stream()
            .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
            .findFirst()
            .map(each -> each.getMessage(Locale.ROOT))
            .orElse("does not compile"));
      }
    }
    return classes;
  }

  @Override
  public Figure measure(Cell cell, double seconds, Turn turn) throws IOException {
    boolean isRoundTrip = cell.work().isRoundTrip();
    turn.start(command("driver", cell, seconds, turn), Map.of());
    turn.start(command(isRoundTrip ? "pong" : "pub", cell, seconds, turn), Map.of());
    return turn.ask(command(isRoundTrip ? "ping" : "sub", cell, seconds, turn), Map.of());
  }

  private List<String> command(String role, Cell cell, double seconds, Turn turn) {
    return Java.start(
        FLAGS,
        classPath,
        MAIN,
        role,
        cell.work().isUdp() ? "udp" : "ipc",
        cell.bytes(),
        seconds,
        idle,
        turn.folder().resolve("aeron"));
  }
}
