package io.camber.app.log;

import io.camber.bus.Schema;
import io.camber.diagnostics.InputException;
import io.camber.mcap.MalformedMcapException;
import io.camber.mcap.McapFile;
import io.camber.mcap.McapRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds and opens logs, with errors made for people. */
public final class Logs {
  private static final String DRIVE = "drive.mcap";

  private Logs() {}

  /** The log that a path means: a file, or the drive of a run folder; of a recording that was killed, what there is. */
  public static Path resolve(Path runOrFile) {
    Path file = Files.isDirectory(runOrFile) ? runOrFile.resolve(DRIVE) : runOrFile;
    Path part = file.resolveSibling(file.getFileName() + ".part");
    if (!Files.exists(file) && Files.exists(part)) {
      return part;
    }
    if (!Files.isRegularFile(file)) {
      throw new InputException(file + ": no such log");
    }
    return file;
  }

  /** Opens a log by its index, or by looking at every record where there is none. */
  public static McapFile open(Path runOrFile) throws IOException {
    try {
      return McapFile.salvage(resolve(runOrFile));
    } catch (MalformedMcapException e) {
      throw new InputException(e.getMessage() + "; camber log reads MCAP files and run folders", e);
    }
  }

  /** The schema of a channel as the bus has it. */
  public static Schema schema(McapRecord.Schema schema) {
    ByteBuffer data = schema.data().duplicate();
    byte[] description = new byte[data.remaining()];
    data.get(description);
    return new Schema(schema.name(), schema.encoding(), description);
  }
}
