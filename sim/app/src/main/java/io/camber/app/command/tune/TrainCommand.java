package io.camber.app.command.tune;

import io.camber.app.command.option.OutputFile;
import io.camber.app.command.option.Replacement;
import io.camber.app.input.BundledScenarios;
import io.camber.app.vision.DetectorScore;
import io.camber.app.vision.RandomStreets;
import io.camber.app.vision.Sky;
import io.camber.diagnostics.InputException;
import io.camber.perception.camera.detection.DetectorModel;
import io.camber.perception.camera.detection.DetectorTraining;
import io.camber.perception.camera.detection.LabelledImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Teaches what the stack has learned and does not compute. */
@Command(
    name = "train",
    description = "Teaches the camera's detector of road users on rendered images.",
    mixinStandardHelpOptions = true)
public final class TrainCommand implements Runnable {
  private static final int IMAGES_MIN = 50;
  private static final int IMAGES_MAX = 20_000;
  private static final String MODELS = "; give a file of camber train, or bundled";
  private static final long BYTES_PER_IMAGE = 3L * 640 * 360 * 3 / 2;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--maps",
      split = ",",
      paramLabel = "MAP",
      defaultValue = "expressway,signal-crossing,country-road,calibration-course",
      description = "bundled maps to drive on (default: ${DEFAULT-VALUE})")
  private List<String> maps = List.of();

  @Option(
      names = "--score-maps",
      split = ",",
      paramLabel = "MAP",
      defaultValue = "motorway,street,priority-crossing",
      description = "maps of the images that the model is scored on (default: ${DEFAULT-VALUE})")
  private List<String> scoreMaps = List.of();

  @Option(
      names = "--images",
      paramLabel = "N",
      defaultValue = "2400",
      description = "to learn from (default: ${DEFAULT-VALUE})")
  private int images = 2400;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of images and training (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      defaultValue = "road-users.model",
      description = "the model (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("road-users.model");

  @Option(
      names = "--score",
      paramLabel = "MODEL",
      description =
          "teach nothing: score this model, or 'bundled', by day, at night, in rain and in fog")
  private @Nullable String scored;

  @Mixin
  private Replacement replacement = new Replacement();

  @Override
  public void run() {
    if (images < IMAGES_MIN || images > IMAGES_MAX) {
      throw new InputException(
          "--images " + images + ": is outside [" + IMAGES_MIN + ", " + IMAGES_MAX + "]");
    }
    List<Path> scoring = files("--score-maps", scoreMaps);
    if (scored != null) {
      scoreBySky(model(scored), scoring);
      return;
    }
    requireRoom();
    OutputFile.requireFree(out, replacement, List.of());
    PrintWriter text = spec.commandLine().getOut();
    DetectorModel model = learned(text);
    write(model);
    RandomStreets others = new RandomStreets(scoring, seed + 1);
    String score =
        DetectorScore.of(model, others.calibration(), others.images(images / 5)).text();
    text.print(score);
    int bytes = write(new DetectorModel(
        model.provenance() + "\nscored on " + scoreMaps + "\n" + score, model.cascades()));
    text.printf("%s: %d bytes%n", out, bytes);
  }

  /** Under every sky as many images as a model that has been taught is scored on. */
  private void scoreBySky(DetectorModel model, List<Path> scoring) {
    PrintWriter text = spec.commandLine().getOut();
    for (Sky sky : Sky.values()) {
      RandomStreets streets = new RandomStreets(scoring, seed + 1);
      DetectorScore score =
          DetectorScore.of(model, streets.calibration(), streets.images(images / 5, sky));
      text.printf("%s%n%s", sky.label(), score.text());
      text.flush();
    }
  }

  private static DetectorModel model(String file) {
    if (file.equals("bundled")) {
      return DetectorModel.bundled();
    }
    try {
      return DetectorModel.parse(file, Files.readAllBytes(Path.of(file)));
    } catch (IOException e) {
      throw new InputException("--score " + file + ": cannot be read" + MODELS, e);
    } catch (IllegalArgumentException e) {
      throw new InputException("--score " + e.getMessage() + MODELS, e);
    }
  }

  /** The images stay in memory, with half as much again for what is made of them. */
  private void requireRoom() {
    long most = Runtime.getRuntime().maxMemory() / BYTES_PER_IMAGE;
    if (images > most) {
      throw new InputException("--images " + images + ": memory has room for " + most
          + "; give it more: CAMBER_JAVA_FLAGS=-Xmx16g camber train ...");
    }
  }

  private DetectorModel learned(PrintWriter text) {
    RandomStreets streets = new RandomStreets(files("--maps", maps), seed);
    List<LabelledImage> learned = streets.images(images);
    text.printf("%d images of %s rendered%n", learned.size(), maps);
    text.flush();
    DetectorTraining training = new DetectorTraining(streets.calibration(), learned, seed, line -> {
      text.println(line);
      text.flush();
    });
    return training.train(String.format(
        Locale.ROOT,
        "camber train --maps %s --images %d --seed %d",
        String.join(",", maps),
        images,
        seed));
  }

  private int write(DetectorModel model) {
    byte[] bytes = model.bytes();
    OutputFile.write(out, file -> Files.write(file, bytes));
    return bytes.length;
  }

  private static List<Path> files(String option, List<String> names) {
    return names.stream().map(name -> file(option, name)).toList();
  }

  private static Path file(String option, String name) {
    Path file = BundledScenarios.folder().resolve("maps").resolve(name + ".xodr");
    if (!Files.isRegularFile(file)) {
      throw new InputException(option + " " + name + ": no such map " + file);
    }
    return file;
  }
}
