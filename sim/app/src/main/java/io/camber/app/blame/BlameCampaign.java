package io.camber.app.blame;

import io.camber.app.blame.CaseVerdict.Kind;
import io.camber.app.simulation.BuildFingerprint;
import io.camber.app.simulation.SimulationResult;
import io.camber.diagnostics.InputException;
import io.camber.evaluation.judgement.KeyEvent;
import io.camber.evaluation.judgement.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Tries the blame on a library of known faults. Every verdict is written to a journal at once; a campaign that was cut short goes on
 * where it was.
 */
public final class BlameCampaign {
  private static final String JOURNAL = "journal.jsonl";
  private static final double NS = 1e-9;

  private final List<FaultCase> cases;
  private final Path out;
  private final Consumer<String> progress;
  private final Map<String, CaseVerdict> verdicts = new TreeMap<>();
  private final Map<String, Sound> sounds = new HashMap<>();

  /** The drive without the fault. */
  private record Sound(boolean passes, List<CaseTicket> tickets) {}

  private BlameCampaign(List<FaultCase> cases, Path out, Consumer<String> progress) {
    this.cases = cases;
    this.out = out;
    this.progress = progress;
  }

  /** A campaign in a folder of its own, new or begun. */
  public static BlameCampaign open(Path library, Path out, Consumer<String> progress) {
    BlameCampaign campaign = new BlameCampaign(FaultLibrary.read(library), out, progress);
    campaign.readJournal();
    return campaign;
  }

  /**
   * Goes on.
   *
   * @param forS begins no further case after so many seconds
   * @return true when every case has its verdict
   */
  public boolean run(double forS) {
    long startNs = System.nanoTime();
    for (FaultCase one : cases) {
      if (!verdicts.containsKey(one.key())) {
        if ((System.nanoTime() - startNs) * NS >= forS) {
          return false;
        }
        CaseVerdict verdict = judge(one);
        verdicts.put(one.key(), verdict);
        append(verdict);
        progress.accept(line(one, verdict));
      }
    }
    return true;
  }

  /** Table and figures so far. */
  public CampaignReport report() {
    return new CampaignReport(cases, verdicts);
  }

  private String line(FaultCase one, CaseVerdict verdict) {
    return String.format(
        Locale.ROOT,
        "%d/%d  %-11s %s  %s  %s",
        verdicts.size(),
        cases.size(),
        verdict.kind().name().toLowerCase(Locale.ROOT),
        one.scenario(),
        one.fault().text(),
        verdict.isBlame()
            ? verdict.event() + ": " + verdict.found() + " (" + verdict.shares() + ")"
            : "");
  }

  private CaseVerdict judge(FaultCase one) {
    Sound sound = sounds.computeIfAbsent(one.drivenAs(), key -> sound(one));
    DriveChecks.Checked spoilt = DriveChecks.run(one.drive());
    List<CaseTicket> tickets = spoilt.findings().stream()
        .map(CaseTicket::of)
        .filter(ticket -> sound.tickets().stream().noneMatch(ticket::isSame))
        .toList();
    return judge(one, sound, spoilt.result())
        .withTickets(tickets, sound.tickets().size());
  }

  private CaseVerdict judge(FaultCase one, Sound sound, SimulationResult spoilt) {
    OptionalInt event = event(spoilt, one.fault().fromNs());
    if (!sound.passes()) {
      return CaseVerdict.without(one.key(), Kind.UNSOUND);
    }
    if (event.isEmpty()) {
      return CaseVerdict.without(one.key(), Kind.HARMLESS);
    }
    long startNs = System.nanoTime();
    try {
      Blame.Finding finding =
          new Blame(one::drive).of(event.getAsInt(), Optional.of(spoilt.hash()));
      return verdict(one, finding, (System.nanoTime() - startNs) * NS);
    } catch (InputException e) {
      return CaseVerdict.without(one.key(), Kind.VOID);
    }
  }

  private static Sound sound(FaultCase one) {
    DriveChecks.Checked checked = DriveChecks.run(one.sound());
    return new Sound(
        checked.result().outcome() == Outcome.PASS,
        checked.findings().stream().map(CaseTicket::of).toList());
  }

  /** Number of the first hard event from a time on, counted from 1. */
  private static OptionalInt event(SimulationResult result, long fromNs) {
    List<KeyEvent> hard = result.judgement().events().stream()
        .filter(one -> one.severity() == KeyEvent.Severity.HARD)
        .toList();
    for (int i = 0; i < hard.size(); i++) {
      if (hard.get(i).timeNs() >= fromNs) {
        return OptionalInt.of(i + 1);
      }
    }
    return OptionalInt.empty();
  }

  private static CaseVerdict verdict(FaultCase one, Blame.Finding finding, double seconds) {
    String found =
        finding.attribution().origin().map(component -> component.label()).orElse("");
    Kind kind = found.isEmpty()
        ? Kind.UNAVOIDABLE
        : found.equals(one.expected().label()) ? Kind.RIGHT : Kind.WRONG;
    String shares = finding.attribution().shares().entrySet().stream()
        .map(share -> String.format(
            Locale.ROOT, "%s %.0f %%", share.getKey().label(), 100.0 * share.getValue()))
        .collect(Collectors.joining(", "));
    return new CaseVerdict(
        one.key(),
        kind,
        finding.event().kind(),
        finding.event().timeNs() * NS,
        found,
        finding.attribution().foremost().map(component -> component.label()).orElse(""),
        shares,
        finding.attribution().drives(),
        seconds,
        List.of(),
        0);
  }

  private void readJournal() {
    Path journal = out.resolve(JOURNAL);
    try {
      Files.createDirectories(out);
      if (!Files.exists(journal)) {
        Files.writeString(journal, header() + "\n");
        return;
      }
      List<String> lines = Files.readAllLines(journal);
      if (lines.isEmpty() || !lines.get(0).equals(header())) {
        throw new InputException(
            "--out " + out + ": its verdicts are another build's, or of an older form;"
                + " name another folder, or remove " + journal);
      }
      Set<String> keys = cases.stream().map(FaultCase::key).collect(Collectors.toSet());
      for (String line : lines.subList(1, lines.size())) {
        if (line.endsWith("}")) {
          CaseVerdict verdict = CaseVerdict.fromJson(line);
          if (keys.contains(verdict.key())) {
            verdicts.put(verdict.key(), verdict);
          }
        }
      }
    } catch (IOException e) {
      throw new InputException("--out " + out + ": cannot be used: " + e.getMessage(), e);
    }
  }

  /** Verdicts of another build are not mixed with this one's. */
  private static String header() {
    return "{\"schema\": \"camber.blamed/2\", \"build\": \"" + BuildFingerprint.current() + "\"}";
  }

  private void append(CaseVerdict verdict) {
    try (Writer writer = Files.newBufferedWriter(
        out.resolve(JOURNAL),
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND)) {
      writer.write(verdict.toJson() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
