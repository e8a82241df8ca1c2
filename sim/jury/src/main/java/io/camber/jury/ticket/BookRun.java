package io.camber.jury.ticket;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A drive in the book with everything that was ever asked of it.
 *
 * @param answers by check, version and what it was held against
 */
record BookRun(
    String run,
    DriveId drive,
    String hash,
    long madeMs,
    double miles,
    SortedMap<String, Answer> answers) {
  BookRun {
    answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
  }

  /** What one check of one version said. */
  record Answer(String check, Asked asked, List<Finding> findings) {
    Answer {
      findings = List.copyOf(findings);
    }

    String label() {
      return asked.label(check);
    }
  }

  static BookRun of(ScannedRun run) {
    TreeMap<String, Answer> answers = new TreeMap<>();
    run.asked().forEach((check, asked) -> {
      List<Finding> found =
          run.findings().stream().filter(one -> one.check().equals(check)).toList();
      answers.put(asked.label(check), new Answer(check, asked, found));
    });
    return new BookRun(run.run(), run.drive(), run.hash(), run.madeMs(), run.miles(), answers);
  }

  /** Runs with the same one are one run; in the order in which they were made. */
  String key() {
    return String.format(Locale.ROOT, "%019d %s %s", madeMs, lane(), hash);
  }

  /** Runs of one lane should come out the same. */
  String lane() {
    return drive.variant() + " " + drive.seed();
  }

  boolean hasAnswers(BookRun other) {
    return answers.keySet().containsAll(other.answers.keySet());
  }

  /** Both scans of one run, whichever came first. */
  BookRun plus(BookRun other) {
    TreeMap<String, Answer> all = new TreeMap<>(answers);
    other.answers.forEach(all::putIfAbsent);
    String name = run.compareTo(other.run) <= 0 ? run : other.run;
    return new BookRun(name, drive, hash, madeMs, miles, all);
  }

  /** As if nothing but this had been asked. */
  ScannedRun asked(Answer answer) {
    return new ScannedRun(
        run, drive, hash, madeMs, miles, Map.of(answer.check(), answer.asked()), answer.findings());
  }
}
