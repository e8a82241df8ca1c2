package io.camber.app.command.scenario;

import io.camber.app.command.option.CommandFamily;
import io.camber.app.command.option.ExitCode;
import io.camber.app.command.option.OutputFile;
import io.camber.app.input.Vehicles;
import io.camber.app.vehicle.ManoeuvreSheet;
import io.camber.diagnostics.InputException;
import io.camber.sim.dynamics.doubletrack.DoubleTrackConfig;
import io.camber.sim.dynamics.manoeuvre.Manoeuvre;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Vehicles that the ego can be, and what standard manoeuvres say of them. */
@Command(
    name = "vehicle",
    description = "Simulated vehicles: list, figures, standard manoeuvres.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class VehicleCommand extends CommandFamily {
  private static final double GRAVITY_MPS2 = 9.81;
  private static final double KMPH_PER_MPS = 3.6;

  @Command(
      name = "list",
      description = "The bundled vehicles and what follows from their files.",
      mixinStandardHelpOptions = true)
  int list() {
    PrintWriter out = out();
    out.printf(
        "%-20s %9s %6s %7s %8s %12s %10s%n",
        "", "mass kg", "L m", "h m", "front %", "gradient", "v_ch km/h");
    for (String name : Vehicles.names()) {
      DoubleTrackConfig car = Vehicles.named(name);
      double gradient = car.understeerGradient();
      out.printf(
          Locale.ROOT,
          "%-20s %9.0f %6.2f %7.2f %8.0f %7.2f d/g %10s%n",
          name,
          car.totalMassKg(),
          car.wheelbaseM(),
          car.unit().gravityCenterM(),
          100.0 * car.frontLoadN() / (car.frontLoadN() + car.rearLoadN()),
          Math.toDegrees(gradient) * GRAVITY_MPS2,
          gradient > 0.0
              ? String.format(
                  Locale.ROOT, "%.0f", KMPH_PER_MPS * Math.sqrt(car.wheelbaseM() / gradient))
              : "-");
    }
    return done();
  }

  @Command(
      name = "manoeuvre",
      description = {
        "Drives standard manoeuvres beside what closed forms and standards expect.",
        "Ends with exit code 4 when a figure is not as it should be. docs/vehicle.md"
      },
      mixinStandardHelpOptions = true)
  int manoeuvre(
      @Parameters(
              paramLabel = "MANOEUVRE",
              arity = "1..*",
              description =
                  "all, or of: yaw-gain, steady-circle, step-steer, sine-with-dwell, brake-in-turn, stop, split, brake-fade, steering, off-tracking")
          List<String> names,
      @Option(
              names = "--vehicle",
              paramLabel = "VEHICLE",
              defaultValue = "bmw-320i",
              description = "bundled name or YAML file (default: ${DEFAULT-VALUE})")
          String vehicle,
      @Option(
              names = "--friction",
              paramLabel = "SCALE",
              defaultValue = "1",
              description = "of the road, 1 is dry asphalt (default: ${DEFAULT-VALUE})")
          double friction,
      @Option(names = "--svg", paramLabel = "FILE", description = "plots") @Nullable Path svg)
      throws IOException {
    if (!(friction >= 0.02 && friction <= 1.5)) {
      throw new InputException("--friction " + friction + " is outside [0.02, 1.5]");
    }
    OutputFile.requireWritable(svg);
    DoubleTrackConfig car = Vehicles.named(vehicle);
    List<Manoeuvre> chosen = chosen(names, car);
    ManoeuvreSheet sheet = ManoeuvreSheet.drive(car, chosen, friction);
    PrintWriter out = out();
    out.printf(Locale.ROOT, "%s, friction %.2f%n", car.name(), friction);
    sheet.lines().forEach(out::println);
    if (svg != null) {
      OutputFile.write(svg, sheet.toSvg());
      out.println("plots in " + svg);
    }
    out.flush();
    return sheet.holds() ? ExitCode.OK : ExitCode.FAILED;
  }

  private static List<Manoeuvre> chosen(List<String> names, DoubleTrackConfig car) {
    if (names.equals(List.of("all"))) {
      return List.of(Manoeuvre.values());
    }
    return names.stream().map(name -> suiting(name, car)).toList();
  }

  private static Manoeuvre suiting(String name, DoubleTrackConfig car) {
    Manoeuvre found = Arrays.stream(Manoeuvre.values())
        .filter(each -> each.title().equals(name))
        .findFirst()
        .orElseThrow(() -> new InputException("there is no manoeuvre " + name + "; there are all, "
            + String.join(", ", Manoeuvre.titles())));
    if (!found.suits(car)) {
      throw new InputException("manoeuvre " + name + " does not suit " + car.name()
          + (car.trailer().isPresent() ? ", which has a trailer" : ", which has no trailer"));
    }
    return found;
  }
}
