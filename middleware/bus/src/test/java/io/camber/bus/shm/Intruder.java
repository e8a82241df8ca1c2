package io.camber.bus.shm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * What another user of the host may try with the paths given: one line {@code reached WHAT PATH} for everything that works.
 * Stands alone, because another user can read nothing of this build but the one class file it is given.
 */
final class Intruder {
  private Intruder() {}

  public static void main(String[] paths) {
    for (String text : paths) {
      Path path = Path.of(text);
      attempt("stat", path, () -> Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS));
      attempt("list", path, () -> list(path));
      attempt("read", path, () -> open(path, StandardOpenOption.READ));
      attempt("write", path, () -> open(path, StandardOpenOption.WRITE));
      attempt("map", path, () -> map(path));
      attempt("ring", path, () -> ring(path));
      attempt("create in", path, () -> Files.createFile(path.resolve("intruder")));
      attempt("delete", path, () -> Files.delete(path));
      attempt("replace", path, () -> replace(path));
      attempt(
          "chmod",
          path,
          () -> Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx")));
    }
    System.out.println("done");
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private static void attempt(String what, Path path, Attempt attempt) {
    try {
      attempt.run();
      System.out.println("reached " + what + " " + path);
    } catch (IOException e) {
      return; // refused
    }
  }

  private static void list(Path path) throws IOException {
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(path)) {
      stream.forEach(child -> System.out.println("reached child " + child));
    }
  }

  private static void open(Path path, StandardOpenOption option) throws IOException {
    FileChannel.open(path, option).close();
  }

  private static void map(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.map(FileChannel.MapMode.READ_ONLY, 0, 1).get(0);
    }
  }

  private static void ring(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.APPEND)) {
      channel.write(ByteBuffer.allocate(1));
    }
  }

  private static void replace(Path path) throws IOException {
    Path own = Files.createTempFile("intruder", "");
    try {
      Files.move(own, path, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(own);
    }
  }
}
