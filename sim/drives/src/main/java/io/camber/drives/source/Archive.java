package io.camber.drives.source;

import io.camber.diagnostics.InputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks an archive below a folder; entries that would leave it, and archives that blow up, are refused. */
final class Archive {
  private static final long BYTES_MAX = 64L << 30;

  /** Sensor data shrinks to a tenth at best; text to a hundredth. */
  private static final long RATIO_MAX = 300;

  private static final long FREE_BYTES = 64L << 20;
  private static final int XZ_MEMORY_KB = 256 << 10;

  private Archive() {}

  static void unpack(Path archive, Path folder) throws IOException {
    long packed = Files.size(archive);
    long allowed = Math.min(BYTES_MAX, FREE_BYTES + packed * RATIO_MAX);
    long total = 0L;
    byte[] buffer = new byte[1 << 16];
    try (ArchiveInputStream<?> entries = open(archive)) {
      for (ArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new InputException(
              archive + ": entry '" + entry.getName() + "' points outside the archive");
        }
        if (entry.isDirectory()) {
          createFolder(target, folder);
          continue;
        }
        createFolder(target.resolveSibling("").normalize(), folder);
        target.toFile().deleteOnExit();
        try (OutputStream out = Files.newOutputStream(target)) {
          for (int n = entries.read(buffer); n >= 0; n = entries.read(buffer)) {
            total += n;
            if (total > allowed) {
              throw new InputException(archive + ": unpacks to more than " + allowed
                  + " bytes from " + packed + "; unpack it yourself if that is right");
            }
            out.write(buffer, 0, n);
          }
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new InputException(archive + ": is damaged: " + e.getMessage(), e);
    }
  }

  /** Also an import that is interrupted leaves nothing: what was made last goes first. */
  private static void createFolder(Path folder, Path top) throws IOException {
    if (!folder.equals(top) && !Files.isDirectory(folder)) {
      createFolder(folder.resolveSibling("").normalize(), top);
      Files.createDirectory(folder);
      folder.toFile().deleteOnExit();
    }
  }

  private static ArchiveInputStream<?> open(Path archive) throws IOException {
    String name = archive.toString();
    InputStream file = new BufferedInputStream(Files.newInputStream(archive), 1 << 16);
    if (name.endsWith(".zip")) {
      return new ZipArchiveInputStream(file);
    }
    if (name.endsWith("gz")) {
      return new TarArchiveInputStream(new GZIPInputStream(file, 1 << 16));
    }
    return name.endsWith(".xz")
        ? new TarArchiveInputStream(new XZInputStream(file, XZ_MEMORY_KB))
        : new TarArchiveInputStream(file);
  }
}
