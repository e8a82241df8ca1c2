package io.camber.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildFingerprintTest {
  private static final String NAME = "io/camber/a/A.class";

  @TempDir
  private Path folder;

  @Test
  void isTheSameFromAJarAndAFolderAndAnotherForOtherClasses() throws IOException {
    Path file = folder.resolve("classes").resolve(NAME);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "one");
    String before = BuildFingerprint.of(folder.resolve("classes").toString());

    assertThat(BuildFingerprint.of(jar("one").toString())).isEqualTo(before);
    assertThat(BuildFingerprint.of(jar("two").toString())).isNotEqualTo(before);

    Files.writeString(file, "two");
    assertThat(BuildFingerprint.of(folder.resolve("classes").toString())).isNotEqualTo(before);
  }

  @Test
  void otherLibrariesHaveNoSayInIt() {
    assertThat(BuildFingerprint.of("")).isEqualTo("00000000");
    assertThat(BuildFingerprint.current()).startsWith(BuildInfo.version() + "+");
  }

  private Path jar(String content) throws IOException {
    Path jar = folder.resolve("some.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(NAME));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("org/other/B.class"));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return jar;
  }
}
