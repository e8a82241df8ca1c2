package io.camber.recording;

import io.camber.mcap.McapWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** One file of a recording: called {@code NAME.part} until it is complete. Owned by the writer's thread. */
final class DriveFile {
  private final Path file;
  private final Path part;
  private final DiskOutput out;
  private final McapWriter writer;

  private DriveFile(Path file, Path part, DiskOutput out, McapWriter writer) {
    this.file = file;
    this.part = part;
    this.out = out;
    this.writer = writer;
  }

  static DriveFile create(Path file, RecorderConfig config, DiskFile.Factory disk)
      throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    DiskOutput out = new DiskOutput(disk.create(part), config.syncs());
    try {
      if (config.syncs()) {
        syncFolderOf(part);
      }
      return new DriveFile(file, part, out, new McapWriter(out, config.container()));
    } catch (IOException | RuntimeException e) {
      out.closeUnsynced();
      throw e;
    }
  }

  /** A file whose folder does not know its name is lost with the power, however often it was synced itself. */
  private static void syncFolderOf(Path part) throws IOException {
    Path folder = part.toAbsolutePath().getParent();
    if (folder != null) {
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  Path file() {
    return file;
  }

  McapWriter writer() {
    return writer;
  }

  /** Makes the end of the file the end of its last whole record again, after a write has failed half-way. */
  void rewind() throws IOException {
    out.rewind(writer.position());
  }

  /** Makes what was written survive a power cut. */
  void sync() throws IOException {
    out.sync();
  }

  /** Writes the summary and gives the file its name. */
  void complete() throws IOException {
    writer.close();
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Gives up: the file stays a part, readable up to its last whole record. What goes wrong with that is told with the cause. */
  void abandon(IOException cause) {
    try {
      rewind();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
    try {
      out.closeUnsynced();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
