package io.camber.app.blame;

import io.camber.app.blame.CaseVerdict.Kind;
import io.camber.jury.attribution.Component;
import io.camber.jury.page.HtmlTable;
import io.camber.jury.page.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** How often blame falls on whoever has the fault: figures, a table by component, and every miss. */
public final class CampaignReport {
  private final List<FaultCase> cases;
  private final Map<String, CaseVerdict> verdicts;

  CampaignReport(List<FaultCase> cases, Map<String, CaseVerdict> verdicts) {
    this.cases = cases;
    this.verdicts = verdicts;
  }

  /** Some lines of text. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows()) {
      text.append(
          String.format(Locale.ROOT, "%-13s %7s %7s %6s %6s %12s %5s %8s %10s%n", row.toArray()));
    }
    text.append(summary()).append('\n').append(tickets()).append('\n');
    for (FaultCase one : cases) {
      if (isMiss(one)) {
        text.append("  ").append(String.join("  ", told(one))).append('\n');
      }
    }
    return text.toString();
  }

  /** A page with every case. */
  public String toHtml() {
    List<List<String>> rows = rows();
    HtmlTable byComponent = new HtmlTable(rows.get(0).stream()
        .map(name -> name.equals("struck") ? name : "#" + name)
        .toList());
    rows.subList(1, rows.size()).forEach(row -> byComponent.row("", row));
    List<String> headings = List.of("scenario", "fault", "struck", "verdict", "event", "blamed");
    HtmlTable misses = new HtmlTable(headings);
    HtmlTable all = new HtmlTable(headings);
    for (FaultCase one : cases) {
      if (verdicts.containsKey(one.key())) {
        all.row(isMiss(one) ? "bad" : "", told(one));
        if (isMiss(one)) {
          misses.row("bad", told(one));
        }
      }
    }
    return new Page("blame", count(Kind.WRONG) == 0 ? "good" : "open", "Known faults", summary())
        .section("By component", byComponent.toHtml() + "<p>" + tickets() + "</p>")
        .section("Misses", misses.toHtml())
        .section("Every case", all.toHtml())
        .toHtml();
  }

  private String summary() {
    long blamed = count(Kind.RIGHT) + count(Kind.WRONG) + count(Kind.UNAVOIDABLE);
    double[] seconds = verdicts.values().stream()
        .filter(CaseVerdict::isBlame)
        .mapToDouble(CaseVerdict::seconds)
        .sorted()
        .toArray();
    TreeSet<String> scenarios = new TreeSet<>();
    cases.stream()
        .filter(one -> is(one, CaseVerdict::isBlame))
        .forEach(one -> scenarios.add(one.scenario()));
    long foremost = cases.stream()
        .filter(one -> is(one, verdict -> isForemost(one, verdict)))
        .count();
    long tied =
        cases.stream().filter(one -> is(one, verdict -> isTied(one, verdict))).count();
    return String.format(
        Locale.ROOT,
        "%d of %d cases tried; %d harmful in %d scenarios: %d blamed rightly (%.1f %%), %d wrongly, %d nobody, %d void;"
            + " by shares alone, without the rule of the data flow, %d rightly (%.1f %%) and %d tied with the right one among them;"
            + " %d harmless, %d fail without the fault; time per event median %.1f s, at most %.1f s",
        verdicts.size(),
        cases.size(),
        blamed,
        scenarios.size(),
        count(Kind.RIGHT),
        100.0 * count(Kind.RIGHT) / Math.max(1L, blamed),
        count(Kind.WRONG),
        count(Kind.UNAVOIDABLE),
        count(Kind.VOID),
        foremost,
        100.0 * foremost / Math.max(1L, blamed),
        tied,
        count(Kind.HARMLESS),
        count(Kind.UNSOUND),
        seconds.length == 0 ? 0.0 : seconds[seconds.length / 2],
        Arrays.stream(seconds).max().orElse(0.0));
  }

  /** What the checks without truth say of the same drives. */
  private String tickets() {
    long raised = 0;
    long harmful = 0;
    long harmfulRaised = 0;
    long found = 0;
    long owners = 0;
    TreeMap<String, Integer> sound = new TreeMap<>();
    for (FaultCase one : cases) {
      CaseVerdict verdict = verdicts.get(one.key());
      if (verdict != null && verdict.kind() != Kind.UNSOUND) {
        boolean any = !verdict.tickets().isEmpty();
        raised += any ? 1 : 0;
        harmful += verdict.isBlame() ? 1 : 0;
        harmfulRaised += any && verdict.isBlame() ? 1 : 0;
        found += verdict.tickets().size();
        owners += verdict.tickets().stream()
            .filter(ticket -> ticket.owner() == one.expected().owner())
            .count();
        sound.put(one.drivenAs(), verdict.falseTickets());
      }
    }
    int wrong = sound.values().stream().mapToInt(Integer::intValue).sum();
    return String.format(
        Locale.ROOT,
        "checks without truth: a ticket in %d of %d drives with a fault, in %d of %d where it did harm; %d of %d tickets name the owner"
            + " of what was struck; %d tickets in %d drives without a fault",
        raised,
        verdicts.size() - count(Kind.UNSOUND),
        harmfulRaised,
        harmful,
        owners,
        found,
        wrong,
        sound.size());
  }

  private static boolean isForemost(FaultCase one, CaseVerdict verdict) {
    return verdict.isBlame() && verdict.foremost().equals(one.expected().label());
  }

  private static boolean isTied(FaultCase one, CaseVerdict verdict) {
    return verdict.isBlame()
        && verdict.foremost().isEmpty()
        && verdict.shares().contains(one.expected().label() + " ");
  }

  private static boolean isOwners(Component component, CaseVerdict verdict) {
    return verdict.tickets().stream().anyMatch(ticket -> ticket.owner() == component.owner());
  }

  private List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(
        "struck",
        "harmful",
        "rightly",
        "wrong",
        "nobody",
        "by one twin",
        "void",
        "ticketed",
        "by owner"));
    for (Component component : Component.values()) {
      Predicate<FaultCase> mine = one -> one.expected() == component;
      if (cases.stream().anyMatch(mine)) {
        rows.add(List.of(
            component.label(),
            text(mine, CaseVerdict::isBlame),
            text(mine, verdict -> verdict.kind() == Kind.RIGHT),
            text(mine, verdict -> verdict.kind() == Kind.WRONG),
            text(mine, verdict -> verdict.kind() == Kind.UNAVOIDABLE),
            text(
                mine,
                verdict -> verdict.kind() == Kind.RIGHT && verdict.shares().endsWith(" 100 %")),
            text(mine, verdict -> verdict.kind() == Kind.VOID),
            text(mine, verdict -> !verdict.tickets().isEmpty()),
            text(mine, verdict -> isOwners(component, verdict))));
      }
    }
    return rows;
  }

  private String text(Predicate<FaultCase> which, Predicate<CaseVerdict> how) {
    return Long.toString(
        cases.stream().filter(which).filter(one -> is(one, how)).count());
  }

  private boolean is(FaultCase one, Predicate<CaseVerdict> how) {
    CaseVerdict verdict = verdicts.get(one.key());
    return verdict != null && how.test(verdict);
  }

  private boolean isMiss(FaultCase one) {
    return is(
        one,
        verdict -> verdict.kind() == Kind.WRONG
            || verdict.kind() == Kind.UNAVOIDABLE
            || verdict.kind() == Kind.VOID);
  }

  private long count(Kind kind) {
    return verdicts.values().stream().filter(verdict -> verdict.kind() == kind).count();
  }

  private List<String> told(FaultCase one) {
    CaseVerdict verdict =
        verdicts.getOrDefault(one.key(), CaseVerdict.without(one.key(), Kind.HARMLESS));
    String file = one.scenario().substring(one.scenario().lastIndexOf('/') + 1);
    return List.of(
        file,
        one.fault().text(),
        one.expected().label(),
        verdict.kind().name().toLowerCase(Locale.ROOT),
        verdict.event().isEmpty()
            ? ""
            : String.format(Locale.ROOT, "%s at %.1f s", verdict.event(), verdict.eventS()),
        verdict.shares());
  }
}
