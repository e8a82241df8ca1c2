package io.camber.app.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.camber.app.command.option.ExitCode;
import io.camber.app.doctor.BusCheck;
import io.camber.app.doctor.Finding;
import io.camber.app.doctor.KeyCheck;
import io.camber.app.doctor.LimitCheck;
import io.camber.app.doctor.MachineCheck;
import io.camber.app.doctor.MemoryCheck;
import io.camber.app.doctor.SocketCheck;
import io.camber.bus.shm.BusFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at the machine and says what would get in the way of a run. */
@Command(
    name = "doctor",
    description =
        "Checks this machine: Java, memory, cores, disk, bundled files, buses and their limits.",
    mixinStandardHelpOptions = true,
    footer = {"", "Fails only for what would break a run."})
final class DoctorCommand implements Callable<Integer> {
  private static final Path MEMORY = Path.of("/dev/shm");

  @Option(
      names = "--clean",
      description = "give back what dead nodes left in shared memory, and deserted buses")
  private boolean clean;

  @Option(names = "--key", paramLabel = "FILE", description = "look at this key file, too")
  private @Nullable Path key;

  @Option(names = "--root", hidden = true, description = "where the buses of this user are")
  private Path root = BusFolder.defaultRoot();

  @Option(names = "--json", description = "print the findings as JSON and nothing else")
  private boolean json;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    List<Finding> findings = new ArrayList<>(new MachineCheck().look());
    findings.addAll(new MemoryCheck(MEMORY).look());
    findings.addAll(LimitCheck.ofThisProcess().look());
    findings.addAll(SocketCheck.ofThisHost().look());
    BusCheck buses = new BusCheck(root);
    if (clean) {
      findings.addAll(buses.clean());
    }
    findings.addAll(buses.look());
    if (key != null) {
      findings.addAll(new KeyCheck(key).look());
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(toJson(findings));
    } else {
      findings.forEach(finding -> out.println(line(finding)));
    }
    out.flush();
    boolean isBroken = findings.stream().anyMatch(each -> each.state() == Finding.State.FAIL);
    return isBroken ? ExitCode.ERROR : ExitCode.OK;
  }

  private static String line(Finding finding) {
    String mark = switch (finding.state()) {
      case OK -> "ok  ";
      case WARN -> "warn";
      case FAIL -> "FAIL";
    };
    String fix = finding.fix().isEmpty() ? "" : "   fix: " + finding.fix();
    return mark + "  " + finding.text() + fix;
  }

  private static JsonArray toJson(List<Finding> findings) {
    JsonArray all = new JsonArray();
    for (Finding finding : findings) {
      JsonObject one = new JsonObject();
      one.addProperty("check", finding.check());
      one.addProperty("state", finding.state().name().toLowerCase(Locale.ROOT));
      one.addProperty("text", finding.text());
      one.addProperty("fix", finding.fix());
      all.add(one);
    }
    return all;
  }
}
