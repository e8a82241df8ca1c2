package io.camber.app.esmini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.diagnostics.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EsminiPeerTest {
  /** As much of esmini's interface as is called: it refuses what does not end in .xosc, and ends after three steps. */
  private static final String LIBRARY = """
      #include <string.h>
      static int steps;
      int SE_InitWithArgs(int argc, const char **argv) {
        steps = 0;
        return strstr(argv[2], ".xosc") ? 0 : -1;
      }
      int SE_StepDT(double dt) { steps++; return 0; }
      int SE_GetQuitFlag(void) { return steps == 3; }
      void SE_Close(void) {}
      """;

  @TempDir
  private Path folder;

  private void compile() throws IOException, InterruptedException {
    Path source = folder.resolve("library.c");
    Files.writeString(source, LIBRARY);
    Path library = folder.resolve("libesminiLib.so");
    Process compiler;
    try {
      compiler = new ProcessBuilder(
              List.of("cc", "-shared", "-fPIC", "-o", library.toString(), source.toString()))
          .inheritIO()
          .start();
    } catch (IOException e) {
      Assumptions.abort("needs a C compiler");
      throw e;
    }
    assertThat(compiler.waitFor()).isZero();
  }

  @Test
  void aFolderWithoutTheLibraryIsRefusedByName() {
    assertThatThrownBy(() -> EsminiPeer.open(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("libesminiLib.so")
        .hasMessageContaining(folder.toString());
  }

  @Test
  void theProgramBesideTheLibraryWillDo() throws IOException, InterruptedException {
    compile();
    Path scenario = Files.writeString(folder.resolve("s.xosc"), "");

    try (EsminiPeer peer = EsminiPeer.open(folder.resolve("esmini"))) {
      Optional<EsminiPeer.Timing> timing = peer.time(scenario, 10.0, 1, 3);

      assertThat(timing).hasValueSatisfying(each -> assertThat(each.steps()).isEqualTo(3));
      assertThat(peer.time(folder.resolve("other.xml"), 10.0, 1, 3)).isEmpty();
    }
  }

  @Test
  void stepsEndWithTheTimeAsked() throws IOException, InterruptedException {
    compile();
    Path scenario = Files.writeString(folder.resolve("s.xosc"), "");

    try (EsminiPeer peer = EsminiPeer.open(folder)) {
      assertThat(peer.time(scenario, 0.02, 0, 1).orElseThrow().steps()).isEqualTo(2);
    }
  }

  @Test
  void aLibraryOfSomethingElseIsRefused() throws IOException {
    Path library = Files.writeString(folder.resolve("libesminiLib.so"), "no library");

    try (EsminiPeer peer = EsminiPeer.open(library)) {
      assertThatThrownBy(() -> peer.time(folder.resolve("s.xosc"), 1.0, 0, 1))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("libesminiLib.so");
    }
  }
}
