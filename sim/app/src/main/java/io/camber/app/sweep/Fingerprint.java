package io.camber.app.sweep;

import io.camber.app.input.InputFiles;
import io.camber.app.sweep.plan.SweepPlan;
import io.camber.app.sweep.plan.SweepSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.TreeSet;

/** SHA-256 over the scenario and distribution files of a sweep: half of it must not run on other files than the rest. */
final class Fingerprint {
  private Fingerprint() {}

  static String of(SweepPlan plan) {
    SortedSet<Path> files = new TreeSet<>();
    for (SweepSource source : plan.sources()) {
      files.add(source.file());
      files.add(source.scenario());
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files) {
        digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
        digest.update(InputFiles.read(file));
      }
      digest.update(plan.countOfAll().toByteArray());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
