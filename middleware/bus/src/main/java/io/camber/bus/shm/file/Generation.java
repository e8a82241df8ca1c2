package io.camber.bus.shm.file;

import io.camber.bus.transport.WireException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bus's counter of changes, a word that every process maps: whoever adds or removes a file adds one, so that nobody needs
 * to look at the directory while it stands still. Doubles as the order of births.
 *
 * <pre>
 *   0  magic i64 ("CamberG1" read as bytes) | 64  generation i64 | 4096 end of file
 * </pre>
 */
public final class Generation implements AutoCloseable {
  private static final long MAGIC = 0x31477265626d6143L;
  private static final int MAGIC_AT = 0;
  private static final int COUNT_AT = 64;

  private final Mapping mapping;
  private final ByteBuffer bytes;

  private Generation(Mapping mapping) {
    this.mapping = mapping;
    this.bytes = mapping.bytes;
  }

  public static Generation open(BusFiles files) {
    Path path = files.path(FileNames.GENERATION);
    try {
      if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
        create(files);
      }
      Mapping mapping = files.map(FileNames.GENERATION, FileChannel.MapMode.READ_WRITE);
      if (mapping.length() != EndLayout.PAGE || mapping.bytes.getLong(MAGIC_AT) != MAGIC) {
        mapping.close();
        throw new WireException(path + " is of another layout; remove the directory of this bus");
      }
      return new Generation(mapping);
    } catch (IOException e) {
      throw new WireException("cannot open " + path + ": " + e, e);
    }
  }

  private static void create(BusFiles files) throws IOException {
    try (Mapping draft = files.draft(EndLayout.PAGE)) {
      draft.bytes.putLong(COUNT_AT, 1);
      draft.bytes.putLong(MAGIC_AT, MAGIC);
      if (!files.show(draft.path, FileNames.GENERATION)) {
        Files.deleteIfExists(draft.path); // another process was first
      }
    }
  }

  public long now() {
    return Words.longAcquire(bytes, COUNT_AT);
  }

  /** Tells everybody to look; returns a number that no other call gets. Orders like a full fence. */
  public long next() {
    return Words.addLong(bytes, COUNT_AT, 1);
  }

  /** Whether its file still has every byte; if not, looking at it faults. */
  public boolean isWhole() {
    return mapping.isWhole();
  }

  @Override
  public void close() {
    mapping.close();
  }
}
