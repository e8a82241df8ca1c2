package io.camber.app.simulation;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/**
 * Tells builds apart whose version is the same: a checksum over the names and contents of Camber's own classes, equal whether they lie
 * in jars or in folders.
 */
public final class BuildFingerprint {
  private static final String OWN = "io/camber/";
  private static final String CLASS = ".class";

  private BuildFingerprint() {}

  /** Version and checksum of this process's classes. */
  public static String current() {
    return BuildInfo.version() + "+" + of(System.getProperty("java.class.path", ""));
  }

  /** Eight hexadecimal digits. */
  static String of(String classPath) {
    SortedMap<String, Long> classes = new TreeMap<>();
    try {
      for (String entry : classPath.split(File.pathSeparator, -1)) {
        Path place = Path.of(entry);
        if (Files.isDirectory(place)) {
          addFolder(place, classes);
        } else if (Files.isRegularFile(place)) {
          addJar(place, classes);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    CRC32 all = new CRC32();
    for (Map.Entry<String, Long> one : classes.entrySet()) {
      all.update((one.getKey() + one.getValue()).getBytes(StandardCharsets.UTF_8));
    }
    return String.format(Locale.ROOT, "%08x", all.getValue());
  }

  private static void addFolder(Path folder, SortedMap<String, Long> classes) throws IOException {
    Path own = folder.resolve(OWN);
    if (!Files.isDirectory(own)) {
      return;
    }
    try (Stream<Path> files = Files.walk(own)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
        if (name.endsWith(CLASS)) {
          CRC32 content = new CRC32();
          content.update(Files.readAllBytes(file));
          classes.putIfAbsent(name, content.getValue());
        }
      }
    }
  }

  private static void addJar(Path jar, SortedMap<String, Long> classes) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      zip.stream()
          .filter(entry -> entry.getName().startsWith(OWN) && entry.getName().endsWith(CLASS))
          .forEach(entry -> classes.putIfAbsent(entry.getName(), entry.getCrc()));
    }
  }
}
