package io.camber.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildFingerprintTest {
  @TempDir
  private Path folder;

  @Test
  void aJarAndTheFolderItWasMadeOfAreOneBuild() throws IOException {
    Path classes = classes("a", "one");
    Path jar = folder.resolve("camber.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      zip.putNextEntry(new ZipEntry("io/camber/A.class"));
      zip.write("one".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    assertThat(BuildFingerprint.of(jar.toString()))
        .isEqualTo(BuildFingerprint.of(classes.toString()))
        .isEqualTo(BuildFingerprint.of(folder + File.pathSeparator + classes));
  }

  @Test
  void oneOtherByteIsAnotherBuild() throws IOException {
    assertThat(BuildFingerprint.of(classes("a", "one").toString()))
        .isNotEqualTo(BuildFingerprint.of(classes("b", "onf").toString()));
    assertThat(BuildFingerprint.current()).hasSize(64);
  }

  private Path classes(String name, String content) throws IOException {
    Path classes = folder.resolve(name);
    Files.createDirectories(classes.resolve("io/camber"));
    Files.writeString(classes.resolve("io/camber/A.class"), content);
    return classes;
  }
}
