package io.camber.drives.source;

import io.camber.diagnostics.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a recording by their paths below its folder. Archives among them (zip, tar, tar.gz, tar.xz) are unpacked into a
 * temporary folder and seen as if they lay unpacked there; closing removes that folder.
 */
public final class SourceTree implements Closeable {
  private static final int FILES_MAX = 2_000_000;
  private static final Pattern ARCHIVE = Pattern.compile(".*\\.(zip|tar|tar\\.gz|tgz|tar\\.xz)");

  private final Path root;
  private final SortedMap<String, Path> files = new TreeMap<>();
  private Optional<Path> unpacked = Optional.empty();

  /** A file whose path below the root fits a pattern, with what the pattern's groups took. */
  public record Found(String path, Path file, List<String> groups) {
    public Found {
      groups = List.copyOf(groups);
    }

    /** Where it lies below the root; "." for the root itself. */
    public String folder() {
      int end = path.lastIndexOf('/');
      return end < 0 ? "." : path.substring(0, end);
    }

    public String group(int i) {
      return groups.get(i - 1);
    }
  }

  private SourceTree(Path root) {
    this.root = root;
  }

  /** Opens a folder, or a single file. */
  public static SourceTree open(Path source) throws IOException {
    if (!Files.exists(source)) {
      throw new InputException(source + ": there is no such file or folder");
    }
    SourceTree tree = new SourceTree(source);
    try {
      if (Files.isDirectory(source)) {
        tree.list(source);
      } else {
        tree.files.put(String.valueOf(source.getFileName()), source);
      }
      tree.unpackArchives();
    } catch (IOException | RuntimeException e) {
      tree.close();
      throw e;
    }
    return tree;
  }

  public Path root() {
    return root;
  }

  /** The same source with the files below one of its folders only; closing it gives back nothing. */
  public SourceTree below(Path folder) {
    SourceTree part = new SourceTree(root);
    files.forEach((path, file) -> {
      if (file.startsWith(folder)) {
        part.files.put(path, file);
      }
    });
    return part;
  }

  /** The drive that {@code part} names, or the only one there is. */
  public <T> T choose(String kind, SortedMap<String, T> drives, Optional<String> part) {
    String names = String.join(", ", drives.keySet());
    if (part.isPresent()) {
      return Optional.ofNullable(drives.get(part.get()))
          .orElseThrow(() -> new InputException(
              root + ": has no " + kind + " '" + part.get() + "'; there is " + names));
    }
    if (drives.size() != 1) {
      throw new InputException(
          root + ": holds the " + kind + "s " + names + "; choose one with --part");
    }
    return drives.values().iterator().next();
  }

  private void list(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), file);
        if (files.size() > FILES_MAX) {
          throw new InputException(folder + ": holds more than " + FILES_MAX + " files");
        }
      }
    }
  }

  private void unpackArchives() throws IOException {
    List<Path> archives = files.values().stream().filter(SourceTree::isArchive).toList();
    if (archives.isEmpty()) {
      return;
    }
    Path folder = Files.createTempDirectory("camber-drive");
    folder.toFile().deleteOnExit();
    unpacked = Optional.of(folder);
    for (Path archive : archives) {
      Archive.unpack(archive, folder);
    }
    list(folder);
  }

  private static boolean isArchive(Path file) {
    return ARCHIVE.matcher(String.valueOf(file.getFileName())).matches();
  }

  /** Files whose whole path below the root fits, in order of path. */
  public List<Found> find(String pattern) {
    Pattern compiled = Pattern.compile("(?:.*/)?" + pattern);
    List<Found> found = new ArrayList<>();
    files.forEach((path, file) -> {
      Matcher matcher = compiled.matcher(path);
      if (matcher.matches()) {
        List<String> groups = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
          groups.add(Optional.ofNullable(matcher.group(i)).orElse(""));
        }
        found.add(new Found(path, file, groups));
      }
    });
    return found;
  }

  public Optional<Path> findFirst(String pattern) {
    return find(pattern).stream().map(Found::file).findFirst();
  }

  public boolean has(String pattern) {
    return findFirst(pattern).isPresent();
  }

  @Override
  public void close() throws IOException {
    if (unpacked.isPresent()) {
      try (Stream<Path> walk = Files.walk(unpacked.get())) {
        for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
      unpacked = Optional.empty();
    }
  }
}
