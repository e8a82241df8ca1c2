package io.camber.app.command.jury;

import io.camber.app.command.option.CommandFamily;
import io.camber.app.command.option.DamageText;
import io.camber.app.command.option.OutputFile;
import io.camber.app.command.option.Replacement;
import io.camber.app.input.Suggestions;
import io.camber.app.simulation.RunFolder;
import io.camber.app.ticket.DriveScan;
import io.camber.app.ticket.PerceivedScan;
import io.camber.app.ticket.ScoredDrive;
import io.camber.app.ticket.TicketClip;
import io.camber.app.ticket.VersionScan;
import io.camber.diagnostics.InputException;
import io.camber.jury.scoring.DriveScore;
import io.camber.jury.scoring.ScoreTable;
import io.camber.jury.ticket.ScannedRun;
import io.camber.jury.ticket.TicketBook;
import io.camber.jury.ticket.TicketEntry;
import io.camber.jury.ticket.TicketFile;
import io.camber.jury.ticket.TicketState;
import io.camber.jury.ticket.TicketText;
import io.camber.mcap.tool.McapCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What checks without truth found in drives. */
@Command(
    name = "tickets",
    description =
        "Finds what cannot be right in drives, without truth, and keeps it until it is fixed.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  camber tickets scan runs                 every log below; book tickets/tickets.json",
      "  camber tickets scan kitti.mcap --perceive   an imported drive, seen by this build's perception",
      "  camber tickets scan runs --as-of $(git log -1 --format=%cI)   an older build, driven today",
      "  camber tickets list --state open",
      "  camber tickets show U1-bicycle-highway-cut-in --clip clip.mcap",
      "  camber tickets export --out tickets.md",
      "  camber tickets score runs                what the checks are worth, by the truth of these runs",
      "",
      "What each check asks: docs/tickets.md."
    })
public final class TicketsCommand extends CommandFamily {
  @Command(description = "Shows logs to the checks and brings the book up to date.")
  int scan(
      @Parameters(
              paramLabel = "RUN",
              arity = "1..*",
              description = "run folders, MCAP files, or folders of these")
          List<Path> runs,
      @Option(
              names = "--perceive",
              description =
                  "for drives of others: look at what this build's localization, detection and tracking make of their sweeps")
          boolean perceive,
      @Option(
              names = "--against",
              paramLabel = "LOG",
              description =
                  "another version's log of the same drive: where the two disagree before the car (U16)")
          @Nullable
          Path against,
      @Option(
              names = "--as-of",
              paramLabel = "TIME",
              description =
                  "what the runs stand for, such as the time of the commit that drove: 2026-11-28, or 2026-11-28T09:30:00Z (default: when each was started)")
          @Nullable
          String asOf,
      @Mixin BookChoice book) {
    Optional<Instant> stated = Optional.ofNullable(asOf).map(AsOf::parse);
    Path file = book.file();
    TicketBook tickets = TicketFile.read(file);
    OutputFile.requireCreatable(file);
    for (Path run : drives(runs)) {
      ScannedRun alone = perceive ? PerceivedScan.of(run) : DriveScan.of(run);
      ScannedRun scanned = against == null ? alone : VersionScan.added(alone, run, against);
      boolean isNew =
          tickets.add(stated.map(Instant::toEpochMilli).map(scanned::asOf).orElse(scanned));
      out()
          .println(String.format(
              Locale.ROOT,
              "%s: %d findings in %.2f miles%s",
              run,
              scanned.findings().size(),
              scanned.miles(),
              isNew ? "" : " (in the book already)"));
    }
    OutputFile.writeCreating(file, TicketFile.text(tickets));
    out().print(TicketText.list(tickets.entries()));
    out().println(file);
    return done();
  }

  @Command(
      description = "Lists tickets: what came back first, then what is open, then what is fixed.")
  int list(
      @Option(names = "--state", paramLabel = "STATE", description = "open, fixed or regressed")
          @Nullable
          TicketState state,
      @Mixin BookChoice book) {
    out()
        .print(TicketText.list(book.entries().stream()
            .filter(entry -> state == null || entry.state() == state)
            .toList()));
    return done();
  }

  @Command(description = "Tells everything about one ticket.")
  int show(
      @Parameters(paramLabel = "KEY", description = "as list names it") String key,
      @Option(
              names = "--clip",
              paramLabel = "FILE.mcap",
              description = "cut the worst six seconds into a log of their own")
          @Nullable
          Path clip,
      @Mixin Replacement replacement,
      @Mixin BookChoice book) {
    TicketEntry entry = book.entries().stream()
        .filter(one -> one.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new InputException("no ticket '" + key + "'"
            + Suggestions.hint(
                key, book.entries().stream().map(TicketEntry::key).toList())));
    out().print(TicketText.of(entry));
    if (clip != null) {
      Path drive = TicketClip.drive(entry);
      OutputFile.requireFree(clip, replacement, List.of(drive));
      McapCopy.Result cut = TicketClip.cut(entry, clip);
      out().println("clip " + clip + ", " + cut.messages() + " messages");
      out().flush();
      return DamageText.tell(cut, err());
    }
    return done();
  }

  @Command(description = "Writes open and returned tickets as Markdown.")
  int export(
      @Option(
              names = "--out",
              paramLabel = "FILE.md",
              required = true,
              description = "file to write")
          Path target,
      @Mixin BookChoice book) {
    OutputFile.requireWritable(target, book.file());
    List<String> texts = book.entries().stream()
        .filter(entry -> entry.state() != TicketState.FIXED)
        .map(TicketText::of)
        .toList();
    OutputFile.write(target, String.join("\n", texts));
    out().println(texts.size() + " tickets in " + target);
    return done();
  }

  @Command(
      description =
          "Holds what the checks see in runs against their truth: precision by check, recall by injected fault.")
  int score(
      @Parameters(
              paramLabel = "RUN",
              arity = "1..*",
              description = "run folders, MCAP files, or folders of these")
          List<Path> runs,
      @Option(names = "--each", description = "also every sighting with what the truth says of it")
          boolean each) {
    ScoreTable table = new ScoreTable();
    for (Path run : drives(runs)) {
      DriveScore score = ScoredDrive.of(run);
      table.add(DriveScan.variant(run), score);
      if (each) {
        out().print(ScoreTable.each(run.toString(), score));
      }
    }
    out().print(table.text());
    return done();
  }

  private static List<Path> drives(List<Path> named) {
    List<Path> drives = new ArrayList<>();
    for (Path one : named) {
      if (Files.isRegularFile(one) || Files.exists(one.resolve(RunFolder.DRIVE))) {
        drives.add(one);
      } else if (Files.isDirectory(one)) {
        try (Stream<Path> files = Files.walk(one)) {
          files
              .filter(file -> file.endsWith(RunFolder.DRIVE))
              .map(file -> file.toAbsolutePath().normalize().getParent())
              .filter(folder -> !folder.toString().endsWith(RunFolder.UNFINISHED))
              .sorted()
              .forEach(folder ->
                  drives.add(one.resolve(one.toAbsolutePath().normalize().relativize(folder))));
        } catch (IOException e) {
          throw new InputException(one + ": cannot be read: " + e.getMessage(), e);
        }
      } else {
        throw new InputException(one + ": no such run, file or folder");
      }
    }
    if (drives.isEmpty()) {
      throw new InputException("there is no log to scan in " + named);
    }
    return drives;
  }
}
