package io.camber.app.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * SHA-256 over the names and checksums of all of Camber's classes and resources on the class path, the same from jars and from
 * folders of classes: half of a sweep must not be driven by another build than the rest.
 */
public final class BuildFingerprint {
  private static final String OURS = "io/camber/";
  private static final String CURRENT = of(System.getProperty("java.class.path", ""));

  private BuildFingerprint() {}

  /** Of the build that runs. */
  public static String current() {
    return CURRENT;
  }

  static String of(String classPath) {
    Map<String, Long> checksums = new TreeMap<>();
    try {
      for (String one : classPath.split(java.io.File.pathSeparator, -1)) {
        Path entry = Path.of(one);
        if (Files.isDirectory(entry.resolve(OURS))) {
          addFolder(entry, checksums);
        } else if (one.endsWith(".jar") && Files.isRegularFile(entry)) {
          addJar(entry, checksums);
        }
      }
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      checksums.forEach((name, checksum) ->
          digest.update((name + ' ' + checksum + '\n').getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void addFolder(Path folder, Map<String, Long> checksums) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(OURS))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        CRC32 checksum = new CRC32();
        checksum.update(Files.readAllBytes(file));
        String name = folder.relativize(file).toString().replace('\\', '/');
        checksums.putIfAbsent(name, checksum.getValue());
      }
    }
  }

  /** The first that has a name wins, as for the class loader. */
  private static void addJar(Path jar, Map<String, Long> checksums) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory() && entry.getName().startsWith(OURS)) {
          checksums.putIfAbsent(
              entry.getName(), entry.getCrc() >= 0 ? entry.getCrc() : checksum(zip, entry));
        }
      }
    }
  }

  private static long checksum(ZipFile zip, ZipEntry entry) throws IOException {
    CRC32 checksum = new CRC32();
    try (InputStream in = zip.getInputStream(entry)) {
      checksum.update(in.readAllBytes());
    }
    return checksum.getValue();
  }
}
