package io.camber.app.miscalibration;

import io.camber.app.input.InputFiles;
import io.camber.app.simulation.BuildInfo;
import io.camber.app.simulation.Simulation;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes the drives of a plan one after the other. With a folder each is written to a journal at once, and drives that are in it are
 * not made again.
 */
public final class MiscalibrationStudy {
  private final StudyPlan plan;
  private final DriveJournal journal;
  private final int threads;
  private final Consumer<String> progress;
  private long done;

  /**
   * A study.
   *
   * @param folder of its journal; absent: nothing is kept
   * @param threads that run nodes; the result does not depend on it
   * @param progress hears a line of each drive
   */
  public MiscalibrationStudy(
      StudyPlan plan, Optional<Path> folder, int threads, Consumer<String> progress) {
    this.plan = plan;
    this.threads = threads;
    this.progress = progress;
    journal = DriveJournal.open(folder);
  }

  /** The effect once all drives are made; empty when one was interrupted. */
  public Optional<MiscalibrationEffect> run() {
    List<MiscalibrationEffect.Pair> pairs = new ArrayList<>();
    List<DrivenScores> sounds = new ArrayList<>();
    for (Path scenario : plan.scenarios()) {
      for (long seed : plan.seeds()) {
        Optional<DrivenScores> sound = made(scenario, seed, Optional.empty());
        if (sound.isEmpty()) {
          return Optional.empty();
        }
        sounds.add(sound.get());
        for (Miscalibration one : plan.miscalibrations()) {
          Optional<DrivenScores> spoilt = made(scenario, seed, Optional.of(one));
          if (spoilt.isEmpty()) {
            return Optional.empty();
          }
          pairs.add(new MiscalibrationEffect.Pair(one, sound.get(), spoilt.get()));
        }
      }
    }
    return Optional.of(new MiscalibrationEffect(plan, sounds, pairs));
  }

  private Optional<DrivenScores> made(
      Path scenario, long seed, Optional<Miscalibration> miscalibration) {
    Optional<String> fault = miscalibration.map(one -> one.axis().fault(plan.sensor(), one.size()));
    String key = key(scenario, seed, fault);
    Optional<DrivenScores> known = journal.find(key);
    Optional<DrivenScores> scores =
        known.isPresent() ? known : DrivenScores.drive(key, drive(scenario, seed, fault));
    scores.ifPresent(one -> {
      done++;
      if (known.isEmpty()) {
        journal.add(one);
      }
      progress.accept(String.format(
          Locale.ROOT,
          "%d/%d  %s  seed %d  %s%s",
          done,
          plan.drives(),
          InputFiles.stem(scenario),
          seed,
          fault.orElse("as it is"),
          known.isPresent() ? "  (made before)" : ""));
    });
    return scores;
  }

  private Simulation drive(Path scenario, long seed, Optional<String> fault) {
    Simulation simulation =
        Simulation.of(scenario).seed(seed).until(plan.untilS()).threads(threads);
    if (!plan.rig().isEmpty()) {
      simulation.rig(plan.rig());
    }
    fault.ifPresent(simulation::fault);
    return simulation;
  }

  private String key(Path scenario, long seed, Optional<String> fault) {
    return String.join(
        " ",
        BuildInfo.version(),
        InputFiles.stem(scenario),
        digest(scenario),
        "seed=" + seed,
        "until=" + plan.untilS(),
        "rig=" + plan.rig(),
        fault.orElse("sound"));
  }

  private static String digest(Path file) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(InputFiles.read(file)), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
