package io.camber.app.command.tune;

import static org.assertj.core.api.Assertions.assertThat;

import io.camber.app.command.CamberCommand;
import io.camber.app.command.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
final class TrainCommandTest {
  @RegisterExtension
  private final Console console = new Console();

  @TempDir
  private Path folder;

  private static int run(String... arguments) {
    return CamberCommand.execute(arguments);
  }

  private Path trained(String name, int seed) {
    Path model = folder.resolve(name);
    assertThat(run(
            "train",
            "--images",
            "50",
            "--maps",
            "signal-crossing",
            "--score-maps",
            "street",
            "--seed",
            Integer.toString(seed),
            "--out",
            model.toString()))
        .isZero();
    return model;
  }

  @Test
  void theSameSeedTeachesTheSameBytes() throws IOException {
    Path model = trained("a", 1);

    assertThat(trained("again", 1)).hasSameBinaryContentAs(model);
    assertThat(Files.mismatch(trained("other", 2), model)).isNotEqualTo(-1);
  }

  @Test
  void aModelThatIsThereIsScoredUnderEverySky() {
    assertThat(run("train", "--score", "bundled", "--images", "50", "--score-maps", "street"))
        .isZero();

    assertThat(console.out()).contains("day\n", "night\n", "rain\n", "fog\n", "average precision");
  }

  @Test
  void whatIsNoModelIsNamed() throws IOException {
    Path noise = Files.writeString(folder.resolve("noise"), "no model");

    assertThat(run("train", "--score", noise.toString())).isEqualTo(2);
    assertThat(console.err()).contains(noise.toString());
    assertThat(run("train", "--score", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(console.err()).contains("bundled");
  }
}
