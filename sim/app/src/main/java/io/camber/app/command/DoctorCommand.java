package io.camber.app.command;

import io.camber.app.simulation.BundledScenarios;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks at the machine and says what would get in the way of a run. */
@Command(
    name = "doctor",
    description = "Checks this machine: Java, memory, cores, disk, bundled files.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements java.util.concurrent.Callable<Integer> {
  private static final int JAVA_MIN = 17;
  private static final long HEAP_MIN_MB = 900;
  private static final long DISK_MIN_MB = 2048;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  private boolean failed;

  @Override
  public Integer call() {
    int java = Runtime.version().feature();
    report(
        java >= JAVA_MIN,
        "java " + Runtime.version() + " (" + JAVA_MIN + " or newer needed)",
        "install a newer JDK");
    int cores = Runtime.getRuntime().availableProcessors();
    warn(cores >= 2, cores + " cores (2 or more keep sensors in real time)");
    long heapMb = Runtime.getRuntime().maxMemory() >> 20;
    report(
        heapMb >= HEAP_MIN_MB,
        heapMb + " MB of heap allowed (" + HEAP_MIN_MB + " needed)",
        "free memory or raise -Xmx");
    checkDisk();
    checkBundled();
    return failed ? ExitCode.ERROR : ExitCode.OK;
  }

  private void checkDisk() {
    Path here = Path.of("").toAbsolutePath();
    report(
        Files.isWritable(here),
        "folder " + here + " is writable (runs go to runs/ in it)",
        "use --out DIR");
    try {
      long freeMb = Files.getFileStore(here).getUsableSpace() >> 20;
      warn(
          freeMb >= DISK_MIN_MB,
          freeMb + " MB free on disk (a minute with sensors takes about 800 MB)");
    } catch (IOException e) {
      warn(false, "free disk space of " + here + " is unknown: " + e.getMessage());
    }
  }

  private void checkBundled() {
    int count = BundledScenarios.list().size();
    report(
        count > 0,
        count + " bundled scenarios in " + BundledScenarios.folder(),
        "clone the whole repository");
  }

  private void report(boolean ok, String what, String fix) {
    failed |= !ok;
    print(ok ? "ok  " : "FAIL", ok ? what : what + "   fix: " + fix);
  }

  private void warn(boolean ok, String what) {
    print(ok ? "ok  " : "warn", what);
  }

  private void print(String mark, String what) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(mark + "  " + what);
    out.flush();
  }
}
