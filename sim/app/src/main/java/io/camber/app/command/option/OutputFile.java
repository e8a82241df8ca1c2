package io.camber.app.command.option;

import io.camber.diagnostics.InputException;
import io.camber.mcap.tool.WholeFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Files that a command line asks for. What a command makes of something ({@code -o}) replaces nothing unless {@code --force}
 * allows it; reports and pictures, which every run of their command makes anew, replace the last ones. Neither takes the place
 * of what it was made of. All of it is looked at before the work, and files appear whole.
 */
public final class OutputFile {
  private OutputFile() {}

  /** Something that writes a file. */
  @FunctionalInterface
  public interface Content {
    void write(Path file) throws IOException;
  }

  /** Refuses a file that is there, unless it may be replaced, and one that cannot be. */
  public static void requireFree(Path file, Replacement replacement, Collection<Path> sources) {
    requireWritable(file, sources);
    requireUnused(file, replacement);
  }

  /** Refuses a file that is there, unless it may be replaced. */
  public static void requireUnused(Path file, Replacement replacement) {
    if (!replacement.isAllowed()
        && Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && !WholeFile.isStream(file)) {
      throw new InputException(file + ": is there already; --force replaces it");
    }
  }

  /** Refuses a folder with something in it, unless files in it may be replaced, and one that cannot be. */
  public static void requireFreeFolder(Path folder, Replacement replacement) {
    if (!Files.exists(folder)) {
      requireWritable(folder, List.of());
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new InputException(folder + ": is a file; name a folder");
    }
    if (!Files.isWritable(folder)) {
      throw new InputException(folder + ": nothing may be written to it");
    }
    try (var files = Files.list(folder)) {
      if (!replacement.isAllowed() && files.findAny().isPresent()) {
        throw new InputException(
            folder + ": is there already and not empty; --force puts new files beside the old");
      }
    } catch (IOException e) {
      throw new InputException(FileTrouble.of(e).orElse(folder + ": cannot be read"), e);
    }
  }

  /** Refuses a file that cannot be, and one that is a source; nothing is asked of no file. */
  public static void requireWritable(@Nullable Path file, Path... sources) {
    if (file != null) {
      requireWritable(file, List.of(sources));
    }
  }

  /** Refuses a file that cannot be, also where its folders are made with it. */
  public static void requireCreatable(Path file, Path... sources) {
    Path real = led(file).toAbsolutePath();
    Path above = Optional.ofNullable(real.getParent()).orElse(real);
    if (Files.isDirectory(above)) {
      requireWritable(file, sources);
      return;
    }
    for (Path up = above.getParent(); up != null && !Files.exists(above); up = above.getParent()) {
      above = up;
    }
    if (Files.isDirectory(file) || !Files.isDirectory(above) || !Files.isWritable(above)) {
      throw new InputException(file + ": cannot be written; look at " + above);
    }
  }

  private static void requireWritable(Path file, Collection<Path> sources) {
    if (file.toString().isEmpty() || file.getFileName() == null) {
      throw new InputException("'" + file + "' is no name of a file");
    }
    if (Files.isDirectory(file)) {
      throw new InputException(file + ": is a folder; name a file");
    }
    Path real = led(file).toAbsolutePath();
    Path folder = Optional.ofNullable(real.getParent()).orElse(real);
    if (!Files.isDirectory(folder)) {
      throw new InputException(file + ": its folder does not exist");
    }
    if (!Files.isWritable(folder) && !WholeFile.isStream(file)) {
      throw new InputException(file + ": nothing may be written to its folder");
    }
    for (Path source : sources) {
      if (isSame(source, file)) {
        throw new InputException(file + ": is also a source; choose another name");
      }
    }
  }

  private static Path led(Path file) {
    try {
      return WholeFile.led(file);
    } catch (IOException e) {
      throw new InputException(file + ": its links lead nowhere", e);
    }
  }

  /** Refuses a file among those that it is made of. */
  public static void requireOutside(Path file, Path source) {
    try {
      Path folder = led(file).toAbsolutePath().getParent();
      while (folder != null && !Files.exists(folder)) {
        folder = folder.getParent();
      }
      if (folder != null
          && Files.isDirectory(source)
          && folder.toRealPath().startsWith(source.toRealPath())) {
        throw new InputException(
            file + ": lies in " + source + ", which is the source; choose another folder");
      }
    } catch (IOException e) {
      throw new InputException(FileTrouble.of(e).orElse(source + ": cannot be read"), e);
    }
  }

  /** Whether two paths lead to the same file. */
  public static boolean isSame(Path first, Path second) {
    try {
      return Files.exists(first) && Files.exists(second) && Files.isSameFile(first, second);
    } catch (IOException e) {
      throw new InputException(FileTrouble.of(e).orElse(first + ": cannot be read"), e);
    }
  }

  /** A failure to be thrown while a file is made: what the disk refuses is told with the file, anything else is as it was. */
  public static IOException whileMaking(Path file, IOException e) {
    FileTrouble.ofDisk(e).ifPresent(trouble -> {
      throw new InputException(file + ": cannot be made: " + trouble, e);
    });
    return e;
  }

  public static void write(Path file, String text) {
    write(file, place -> Files.writeString(place, text));
  }

  /** Writes a file and makes its folders where they are missing. */
  public static void writeCreating(Path file, String text) {
    createFolders(file);
    write(file, text);
  }

  private static void createFolders(Path file) {
    try {
      Files.createDirectories(Objects.requireNonNull(led(file).toAbsolutePath().getParent()));
    } catch (IOException e) {
      throw new InputException(FileTrouble.of(e).orElse(file + ": cannot be written"), e);
    }
  }

  /** Draws a picture, {@code format} being png or jpg. */
  public static void write(Path file, BufferedImage picture, String format) {
    write(file, place -> {
      try (OutputStream to = Files.newOutputStream(place)) {
        if (!ImageIO.write(picture, format, to)) {
          throw new InputException(file + ": this Java cannot write " + format);
        }
      }
    });
  }

  /** Writes a file that appears when it is whole. */
  public static void write(Path file, Content content) {
    try (WholeFile whole = WholeFile.of(file)) {
      content.write(whole.place());
      whole.finish();
    } catch (IOException e) {
      throw new InputException(
          FileTrouble.of(e).orElse(file + ": cannot be written: " + e.getMessage()), e);
    }
  }
}
