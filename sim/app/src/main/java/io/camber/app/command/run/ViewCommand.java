package io.camber.app.command.run;

import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.LiveView;
import io.camber.app.rig.BusAddress;
import io.camber.app.rig.BusTap;
import io.camber.diagnostics.InputException;
import io.camber.viewer.Viewer;
import io.camber.viewer.drive.LiveDrive;
import io.camber.viewer.drive.LoggedDrive;
import io.camber.viewer.web.WebConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at drives in a web browser. */
@Command(
    name = "view",
    description = "Shows a drive, or two side by side, in a web browser on this host.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  camber view                     the newest run",
      "  camber view runs/A --at 8.3     a run at a moment",
      "  camber view runs/A runs/B       two runs on one clock",
      "  camber view drive.mcap          a log",
      "  camber view --live shm:run-4711 a bus, while it drives"
    })
public final class ViewCommand implements Callable<Integer> {
  private static final int DRIVES_MAX = 2;

  private static final Pattern ORIGIN =
      Pattern.compile("https?://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");

  @Parameters(
      paramLabel = "RUN|LOG",
      arity = "0..2",
      description = "run folders or logs (default: the newest of runs/)")
  private List<Path> drives = new ArrayList<>();

  @Option(
      names = "--live",
      paramLabel = "BUS",
      description =
          "a bus instead of a drive, such as shm:NAME; a run with --processes prints its own")
  private @Nullable String bus;

  @Option(names = "--at", paramLabel = "S", description = "opens at this time, in seconds")
  private @Nullable Double atS;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8765",
      description = "0 for any free one (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "address to listen at; whoever reaches it needs the printed token, which travels"
              + " unencrypted (default: ${DEFAULT-VALUE})")
  private String host = "127.0.0.1";

  @Option(
      names = "--allow-origin",
      paramLabel = "ORIGIN",
      description = "another viewer's page that may read the drive with the token")
  private Set<String> origins = Set.of();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65_535) {
      throw new InputException("--port " + port + " is outside [0, 65535]");
    }
    if (atS != null && !(atS >= 0.0 && Double.isFinite(atS))) {
      throw new InputException(
          "--at " + atS + " is no time of a drive; give seconds after its start");
    }
    origins.forEach(ViewCommand::requireOrigin);
    WebConfig config = new WebConfig(host, port, origins);
    if (bus != null) {
      return live(BusAddress.parse(bus), config);
    }
    List<Path> wanted = drives.isEmpty() ? List.of(newestRun()) : drives;
    if (wanted.size() > DRIVES_MAX) {
      throw new InputException("at most two drives can be compared");
    }
    List<LoggedDrive> opened = wanted.stream().map(LoggedDrive::open).toList();
    try (Viewer viewer = Viewer.serve(opened, config)) {
      waitForEver(viewer);
    }
    return ExitCode.OK;
  }

  /** An origin is what a browser says of a page: how, where, at which port, and nothing else. */
  private static void requireOrigin(String origin) {
    if (!ORIGIN.matcher(origin).matches()) {
      throw new InputException("--allow-origin '" + origin
          + "' is no origin of a page; it is like https://viewer.example or http://host:8080");
    }
  }

  private int live(BusAddress address, WebConfig config) throws InterruptedException {
    if (!drives.isEmpty()) {
      throw new InputException("--live shows a bus; a drive cannot be shown beside it");
    }
    address.requireSomebody();
    LiveDrive drive = new LiveDrive(address.text(), LiveView.BYTES_MAX);
    BusTap tap = BusTap.start(address, drive);
    try (tap;
        Viewer viewer = Viewer.serve(List.of(drive), config)) {
      waitForEver(viewer);
    }
    return ExitCode.OK;
  }

  private void waitForEver(Viewer viewer) throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    out.println("open      " + viewer.uri() + moment());
    out.println("foxglove  " + viewer.socketUri());
    out.println("ends with Ctrl-C");
    out.flush();
    Thread.currentThread().join();
  }

  private String moment() {
    return Optional.ofNullable(atS)
        .map(t -> String.format(Locale.ROOT, "#t=%.2fs", t))
        .orElse("");
  }

  private static Path newestRun() {
    Path runs = Path.of("runs");
    if (!Files.isDirectory(runs)) {
      throw new InputException("there is no folder runs here; name a run or a log");
    }
    try (Stream<Path> folders = Files.list(runs)) {
      return folders
          .filter(folder -> Files.isRegularFile(folder.resolve("drive.mcap")))
          .max(Comparator.comparing(folder -> String.valueOf(folder.getFileName())))
          .orElseThrow(() -> new InputException("no run with a drive.mcap in runs"));
    } catch (IOException e) {
      throw new InputException("runs cannot be read: " + e.getMessage(), e);
    }
  }
}
