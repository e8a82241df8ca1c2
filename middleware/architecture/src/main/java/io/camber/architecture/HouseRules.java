package io.camber.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The rules of the house for the classes of one Maven module: allowed package arrows, no package cycles, and the bytecode
 * ban list that keeps runs bit-identical.
 */
public final class HouseRules {
  private static final Set<String> INEXACT_MATH = Set.of(
      "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "exp", "expm1", "log", "log10", "log1p",
      "pow", "cbrt", "sinh", "cosh", "tanh", "hypot", "random");

  private static final Set<String> CLOCKS = Set.of(
      "java.lang.System.nanoTime",
      "java.lang.System.currentTimeMillis",
      "java.lang.Thread.sleep",
      "java.time.Instant.now",
      "java.time.LocalDateTime.now",
      "java.time.ZonedDateTime.now",
      "java.util.UUID.randomUUID",
      "java.util.concurrent.ThreadLocalRandom.current",
      "java.util.Collection.parallelStream",
      "java.util.stream.BaseStream.parallel");

  private final JavaClasses classes;

  private HouseRules(JavaClasses classes) {
    this.classes = classes;
  }

  /** Imports the compiled main classes of the module whose package root is given, such as {@code io.camber.map}. */
  public static HouseRules of(String... packages) {
    ImportOption ownClasses = new ImportOption.DoNotIncludeTests();
    ImportOption ownCode = location -> !notUnderTest(location);
    JavaClasses imported = new ClassFileImporter()
        .withImportOption(ownClasses)
        .withImportOption(ownCode)
        .withImportOption(new ImportOption.DoNotIncludeJars())
        .importPackages(packages);
    if (imported.isEmpty()) {
      throw new IllegalArgumentException("no classes found under " + List.of(packages));
    }
    return new HouseRules(imported);
  }

  private static boolean notUnderTest(Location location) {
    return location.contains("/io/camber/messages/proto/")
        || location.contains("/io/camber/architecture/");
  }

  /** Fails unless every class depends only on the given package patterns, in the notation of ArchUnit. */
  public HouseRules dependsOnlyOn(String... patterns) {
    List<String> allowed = new ArrayList<>(List.of(patterns));
    allowed.add("java..");
    allowed.add("org.jspecify..");
    classes()
        .should()
        .onlyDependOnClassesThat(DescribedPredicate.describe(
            "reside in " + allowed,
            target -> target.isPrimitive()
                || target.isArray()
                || com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                        allowed.toArray(String[]::new))
                    .test(target)))
        .check(classes);
    return this;
  }

  /** Fails on any cycle among the packages under {@code io.camber}. */
  public HouseRules hasNoPackageCycles() {
    slices()
        .matching("io.camber.(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(classes);
    return this;
  }

  /** Fails on clocks, unseeded randomness, parallel streams and inexact {@code Math} functions, outside the packages given. */
  public HouseRules isDeterministic(String... except) {
    String[] exempt = except.length == 0 ? new String[] {"none"} : except;
    noClasses()
        .that()
        .resideOutsideOfPackages(exempt)
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe("may differ from run to run", HouseRules::differs))
        .allowEmptyShould(true)
        .check(classes);
    return this;
  }

  private static boolean differs(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getFullName();
    String call = access.getTarget().getName();
    if (owner.equals("java.lang.Math")) {
      return INEXACT_MATH.contains(call);
    }
    boolean unseeded = call.equals("<init>")
        && owner.equals("java.util.Random")
        && access.getTarget().getFullName().equals("java.util.Random.<init>()");
    return unseeded
        || CLOCKS.contains(owner + "." + call)
        || owner.equals("java.util.IdentityHashMap");
  }
}
