package io.camber.bus.shm.file;

import io.camber.bus.transport.WireException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The directory of a bus and the only way to its files: 0700 and 0600, of this user, never through a symlink, never over
 * something that is there already. A file appears under its name only when it is complete.
 */
public final class BusFiles {
  private static final Set<PosixFilePermission> DIRECTORY_MODE =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE_MODE =
      PosixFilePermissions.fromString("rw-------");
  private static final FileAttribute<?> NEW_DIRECTORY =
      PosixFilePermissions.asFileAttribute(DIRECTORY_MODE);
  private static final FileAttribute<?> NEW_FILE = PosixFilePermissions.asFileAttribute(FILE_MODE);

  /** As in {@code st_mode}: read and written by its owner. */
  private static final int OWNERS_MODE = 0600;

  private static final int MODE_BITS = 07777;
  private static final int TYPE_BITS = 0170000;

  /** As in {@code st_mode}: a regular file, a FIFO (bells), a socket (lifelines). */
  private static final Set<Integer> TYPES = Set.of(0100000, 0010000, 0140000);

  private static final int ZEROS_BYTES = 1 << 20;

  public final Path directory;
  private final Object ownUid;
  private final long ownStart = Processes.start(Processes.ownPid());
  private long drafts;

  private BusFiles(Path directory, Object ownUid) {
    this.directory = directory;
    this.ownUid = ownUid;
  }

  /** Creates {@code root} and the bus's directory in it where they are missing, and refuses them where they are not ours. */
  public static BusFiles open(Path root, String bus) {
    Path directory = root.resolve(FileNames.encode(bus));
    try {
      Object uid = ownUid();
      for (Path path : List.of(root, directory)) {
        makeDirectory(path);
        check(path, true, uid);
      }
      return new BusFiles(directory, uid);
    } catch (IOException e) {
      throw new WireException("cannot use the bus directory " + directory + ": " + e, e);
    }
  }

  private static void makeDirectory(Path path) throws IOException {
    try {
      Files.createDirectory(path, NEW_DIRECTORY);
    } catch (FileAlreadyExistsException e) {
      return; // checked by the caller
    }
  }

  private static Object ownUid() throws IOException {
    Path self = Path.of("/proc/self");
    if (Files.exists(self)) {
      return Files.getAttribute(self, "unix:uid");
    }
    Path probe = Files.createTempFile("camber", "uid");
    try {
      return Files.getAttribute(probe, "unix:uid");
    } finally {
      Files.delete(probe);
    }
  }

  private static void check(Path path, boolean directory, Object uid) throws IOException {
    PosixFileAttributes attributes =
        Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (attributes.isSymbolicLink()) {
      throw new WireException(path + " is a symbolic link; remove it");
    }
    if (attributes.isDirectory() != directory) {
      throw new WireException(path + (directory ? " is not a directory" : " is a directory"));
    }
    if (!Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(uid)) {
      throw new WireException(path + " belongs to " + attributes.owner()
          + ", not to this user; choose another directory");
    }
    Set<PosixFilePermission> mode = directory ? DIRECTORY_MODE : FILE_MODE;
    if (!attributes.permissions().equals(mode)) {
      throw new WireException(path + " has mode "
          + PosixFilePermissions.toString(attributes.permissions()) + ", not "
          + PosixFilePermissions.toString(mode) + "; set it with chmod");
    }
  }

  public Path path(String name) {
    return directory.resolve(name);
  }

  /** Every name in the directory. */
  public List<String> list() throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      for (Path path : stream) {
        names.add(String.valueOf(path.getFileName()));
      }
    }
    return names;
  }

  /** A new file with every byte written, not yet under its name: fill it, then {@link #show} it. */
  public Mapping draft(int length) {
    return draft(length, Mapping::of);
  }

  /** The same for a segment, which its owner unmaps. */
  public Mapping draftLarge(int length) {
    return draft(length, Mapping::ofLarge);
  }

  private Mapping draft(int length, Mapper mapper) {
    try {
      return Undisturbed.call(() -> draftOnce(length, mapper));
    } catch (IOException e) {
      throw new WireException(
          "no room for " + length + " bytes in " + directory + ": " + e.getMessage()
              + "; enlarge the file system or remove stale files",
          e);
    }
  }

  private Mapping draftOnce(int length, Mapper mapper) throws IOException {
    Path path = draftPath();
    FileChannel channel = create(path);
    try {
      fill(channel, length);
      return mapper.map(path, channel, FileChannel.MapMode.READ_WRITE);
    } catch (IOException e) {
      channel.close();
      Files.deleteIfExists(path);
      throw e;
    }
  }

  /** How the drafts of a process begin, so that a survivor finds those of a dead one. */
  public static String draftPrefix(long pid, long start) {
    return ".draft-" + pid + "-" + start + "-";
  }

  public synchronized Path draftPath() {
    return directory.resolve(draftPrefix(Processes.ownPid(), ownStart)
        + Integer.toHexString(System.identityHashCode(this)) + "-" + drafts++);
  }

  /** Opens a file that must not exist yet. */
  public FileChannel create(Path path) throws IOException {
    Set<OpenOption> options = Set.of(
        StandardOpenOption.CREATE_NEW,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        LinkOption.NOFOLLOW_LINKS);
    return FileChannel.open(path, options, NEW_FILE);
  }

  /** Writes every page, so that a full file system says so now and not when a message is in the middle. */
  private static void fill(FileChannel channel, int length) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocateDirect(Math.min(length, ZEROS_BYTES));
    for (int left = length; left > 0; ) {
      zeros.clear().limit(Math.min(left, zeros.capacity()));
      left -= channel.write(zeros);
    }
  }

  /** Gives a draft its name. False when the name is taken. */
  public boolean show(Path draft, String name) {
    try {
      Files.createLink(path(name), draft);
      Files.delete(draft);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw new WireException("cannot create " + path(name) + ": " + e, e);
    }
  }

  /** Opens one of the bus's files after checking owner and mode. */
  public FileChannel open(String name, OpenOption... options) throws IOException {
    Path path = path(name);
    check(path, false, ownUid);
    Set<OpenOption> all = new java.util.HashSet<>(List.of(options));
    all.add(LinkOption.NOFOLLOW_LINKS);
    return FileChannel.open(path, all);
  }

  /** What is there of a file's first page, as it is now. */
  public ByteBuffer firstPage(String name) throws IOException {
    return Undisturbed.call(() -> readPage(name));
  }

  private ByteBuffer readPage(String name) throws IOException {
    ByteBuffer page = ByteBuffer.allocate(EndLayout.PAGE).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel channel = open(name, StandardOpenOption.READ)) {
      while (page.hasRemaining() && channel.read(page) >= 0) {
        // until the page is full
      }
    }
    return page.flip();
  }

  /**
   * A file in memory.
   *
   * @throws WireException when it is not this user's alone or has no length that can be mapped
   */
  public Mapping map(String name, FileChannel.MapMode mode) throws IOException {
    return map(name, mode, Mapping::of);
  }

  /** Maps a segment, which its owner unmaps. */
  public Mapping mapLarge(String name, FileChannel.MapMode mode) throws IOException {
    return map(name, mode, Mapping::ofLarge);
  }

  private Mapping map(String name, FileChannel.MapMode mode, Mapper mapper) throws IOException {
    return Undisturbed.call(() -> mapOnce(name, mode, mapper));
  }

  private Mapping mapOnce(String name, FileChannel.MapMode mode, Mapper mapper) throws IOException {
    FileChannel channel = mode == FileChannel.MapMode.READ_ONLY
        ? open(name, StandardOpenOption.READ)
        : open(name, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      return mapper.map(path(name), channel, mode);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Whether the file is there, ours, and closed to others. */
  public boolean isIntact(String name) {
    try {
      Map<String, Object> now =
          Files.readAttributes(path(name), "unix:mode,uid", LinkOption.NOFOLLOW_LINKS);
      return now.get("mode") instanceof Integer mode
          && (mode & MODE_BITS) == OWNERS_MODE
          && TYPES.contains(mode & TYPE_BITS)
          && ownUid.equals(now.get("uid"));
    } catch (IOException e) {
      return false;
    }
  }

  /** Gives a file another name; somebody who has it mapped does not notice. */
  public void rename(String from, String to) throws IOException {
    Files.move(path(from), path(to), StandardCopyOption.ATOMIC_MOVE);
  }

  public void delete(String name) {
    try {
      Files.deleteIfExists(path(name));
    } catch (NoSuchFileException e) {
      return; // somebody was faster
    } catch (IOException e) {
      throw new WireException("cannot delete " + path(name) + ": " + e, e);
    }
  }

  private interface Mapper {
    Mapping map(Path path, FileChannel channel, FileChannel.MapMode mode) throws IOException;
  }
}
