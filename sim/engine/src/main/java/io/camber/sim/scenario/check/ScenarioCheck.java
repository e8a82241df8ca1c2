package io.camber.sim.scenario.check;

import io.camber.diagnostics.InputException;
import io.camber.sim.scenario.Playback;
import io.camber.sim.scenario.Scenario;
import io.camber.sim.scenario.ScenarioKind;
import io.camber.sim.scenario.ScenarioPlayer;
import io.camber.sim.scenario.xml.XmlElement;
import io.camber.sim.scenario.xml.XmlFile;
import io.camber.truth.ScenarioEvent;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks a file in three rounds: rules that look at its elements one by one and all report, then the reader, then the player
 * on the scenario's map for the first steps; the last two stop at their first mistake.
 */
public final class ScenarioCheck {
  /** Played by every check: triggers have been looked at and a storyboard that restarts itself has shown it. */
  private static final int STEPS = 50;

  private static final int RESTARTS_MAX = 20;

  private final Playback playback;

  public ScenarioCheck(Playback playback) {
    this.playback = playback;
  }

  /** Everything wrong with a scenario or catalog, errors and warnings; a sound file has no errors. */
  public List<Finding> check(Path file, Map<String, String> parameterOverrides) {
    Findings findings = new Findings(file.toString());
    XmlElement root;
    try {
      root = XmlFile.read(file);
    } catch (InputException e) {
      findings.add(CheckRule.VALID_XML_DOCUMENT, e);
      return findings.list();
    }
    if (!isOurs(root, findings)) {
      return findings.list();
    }
    SignalRules signals = new SignalRules(findings);
    StoryboardRules storyboard = new StoryboardRules(findings);
    List<Visitor> rules = List.of(
        new SchemaRules(findings),
        new ExpressionRules(findings),
        new EntityRules(findings),
        storyboard,
        signals);
    new Walk(parameterOverrides, rules).run(root);
    if (ScenarioKind.of(file) == ScenarioKind.SCENARIO) {
      play(file, parameterOverrides, findings, signals, storyboard);
    }
    return findings.list();
  }

  /** False when the file's outline is so wrong that nothing else can be said. */
  private static boolean isOurs(XmlElement root, Findings findings) {
    if (!root.name().equals("OpenSCENARIO") && !root.name().equals("OpenScenario")) {
      findings.add(
          root,
          CheckRule.ROOT_TAG,
          "root element is <" + root.name() + ">, expected <OpenSCENARIO>");
      return false;
    }
    List<XmlElement> headers = root.children().stream()
        .filter(child -> child.name().equals("FileHeader"))
        .toList();
    if (headers.isEmpty()) {
      findings.add(root, CheckRule.FILEHEADER, "<OpenSCENARIO> has no <FileHeader>");
      return false;
    }
    Map<String, String> header = headers.get(0).attributes();
    if (!header.containsKey("revMajor") || !header.containsKey("revMinor")) {
      findings.add(headers.get(0), CheckRule.VERSION, "<FileHeader> needs revMajor and revMinor");
      return false;
    }
    if (!header.get("revMajor").strip().equals("1")) {
      findings.add(
          headers.get(0),
          CheckRule.READABLE,
          "OpenSCENARIO " + header.get("revMajor") + "." + header.get("revMinor")
              + " is not supported; 1.0 to 1.3 are");
      return false;
    }
    return true;
  }

  private void play(
      Path file,
      Map<String, String> overrides,
      Findings findings,
      SignalRules signals,
      StoryboardRules storyboard) {
    Scenario scenario;
    try {
      scenario = Scenario.load(file, overrides);
    } catch (InputException e) {
      findings.add(CheckRule.READABLE, e);
      return;
    }
    scenario.warnings().forEach(warning -> findings.addMessage(CheckRule.FULL_EFFECT, warning));
    try {
      signals.checkAgainst(playback.map(scenario));
      watch(playback.open(scenario), findings, storyboard);
    } catch (InputException e) {
      findings.add(CheckRule.PLAYABLE, e);
    }
  }

  /** Names events that start again at every step, or every other one. */
  private static void watch(ScenarioPlayer player, Findings findings, StoryboardRules storyboard) {
    Map<String, Integer> starts = new LinkedHashMap<>();
    player.step(STEPS * ScenarioPlayer.STEP_NS);
    for (ScenarioEvent event : player.drainEvents()) {
      if (event.kind().equals("started") && event.detail().equals("event")) {
        starts.merge(event.element(), 1, Integer::sum);
      }
    }
    starts.forEach((path, count) -> {
      if (count > RESTARTS_MAX) {
        String problem = "event \"" + path + "\" started " + count + " times in " + STEPS
            + " steps: its trigger holds again at once; lower its maximumExecutionCount or give its condition an edge";
        storyboard
            .find(path)
            .ifPresentOrElse(
                element -> findings.add(element, CheckRule.COMES_TO_REST, problem),
                () -> findings.add(CheckRule.COMES_TO_REST, problem));
      }
    });
  }
}
