package dev.autoheal;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.autoheal.cli.Main;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the dependencies between packages and on libraries. */
class ArchitectureTest {
  private static final String ROOT = "dev.autoheal.";
  private static final String BINDING = ROOT + "section.bind";

  /** The levels from top to bottom; a package may use only packages of later levels. */
  private static final List<Set<String>> LEVELS =
      List.of(
          Set.of("cli"),
          Set.of("show"),
          Set.of("report.ci", "report.html", "report.json"),
          Set.of("report"),
          Set.of("init", "review"),
          Set.of("hook", "lint"),
          Set.of("project", "rules"),
          Set.of("rule"),
          Set.of("change", "policy.read"),
          Set.of("policy"),
          Set.of("section"),
          Set.of("xdt"),
          Set.of("finding", "git", "xml"),
          Set.of("files", "text"));

  /** Packages of libraries and of XML in the JDK, and the only packages that may use them. */
  private static final Map<String, Set<String>> HOMES =
      Map.ofEntries(
          Map.entry("com.ctc.wstx..", Set.of("xml")),
          Map.entry("org.codehaus.stax2..", Set.of("xml")),
          Map.entry("javax.xml.stream..", Set.of("xml")),
          Map.entry("jakarta.xml.bind..", Set.of("section", "section.bind")),
          Map.entry("javax.xml.namespace..", Set.of("section", "section.bind", "xdt")),
          Map.entry("javax.xml.parsers..", Set.of("xdt")),
          Map.entry("javax.xml.xpath..", Set.of("xdt")),
          Map.entry("org.w3c.dom..", Set.of("xdt")),
          Map.entry("org.xml.sax..", Set.of("section")),
          Map.entry("org.snakeyaml..", Set.of("policy.read")),
          Map.entry("com.fasterxml.jackson..", Set.of("report.json")),
          Map.entry("org.commonmark..", Set.of("report.html")),
          Map.entry("me.tongfei.progressbar..", Set.of("cli")),
          Map.entry("picocli..", Set.of("cli")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.autoheal");

  static List<String> packages() {
    return LEVELS.stream().flatMap(Set::stream).sorted().toList();
  }

  /** Returns the level of each package, with 1 for the lowest. */
  static Map<String, Integer> levels() {
    Map<String, Integer> levels = new TreeMap<>();
    for (int i = 0; i < LEVELS.size(); i++) {
      for (String name : LEVELS.get(i)) {
        levels.put(name, LEVELS.size() - i);
      }
    }
    return levels;
  }

  /** Returns all packages that a package may use. */
  private static Set<String> allowed(String name) {
    int level = 0;
    while (!LEVELS.get(level).contains(name)) {
      level++;
    }
    return LEVELS.subList(level + 1, LEVELS.size()).stream()
        .flatMap(Set::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static DescribedPredicate<JavaClass> in(String name) {
    return resideInAPackage(ROOT + name);
  }

  @Test
  void everyClassIsInAKnownPackage() {
    Set<String> known = new TreeSet<>(packages());
    known.add("section.bind");

    assertThat(CLASSES).isNotEmpty();
    assertThat(CLASSES).allSatisfy(c -> assertThat(c.getPackageName()).startsWith(ROOT));
    assertThat(CLASSES)
        .extracting(c -> c.getPackageName().substring(ROOT.length()))
        .allSatisfy(name -> assertThat(known).contains(name));
  }

  @ParameterizedTest
  @MethodSource("packages")
  void packagesUseOnlyLowerLevels(String name) {
    Set<String> forbidden = new TreeSet<>(packages());
    forbidden.removeAll(allowed(name));
    forbidden.remove(name);

    noClasses()
        .that(in(name))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(forbidden.stream().map(ROOT::concat).toArray(String[]::new)))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void onlySectionUsesTheGeneratedBinding() {
    noClasses()
        .that(DescribedPredicate.not(in("section").or(resideInAPackage(BINDING))))
        .should()
        .dependOnClassesThat(resideInAPackage(BINDING))
        .check(CLASSES);
    noClasses()
        .that(resideInAPackage(BINDING))
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.autoheal..")
                .and(DescribedPredicate.not(resideInAPackage(BINDING))))
        .check(CLASSES);
  }

  static Set<String> libraries() {
    return new TreeSet<>(HOMES.keySet());
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void onlyItsOwnPackagesUseALibrary(String library) {
    String[] homes = HOMES.get(library).stream().map(ROOT::concat).toArray(String[]::new);

    noClasses()
        .that(DescribedPredicate.not(resideInAnyPackage(homes)))
        .should()
        .dependOnClassesThat(resideInAPackage(library))
        .check(CLASSES);
  }

  @Test
  void everyLibraryIsListed() {
    String[] known =
        Stream.concat(libraries().stream(), Stream.of("java..")).toArray(String[]::new);

    classes()
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(known).or(resideInAPackage("dev.autoheal..")))
        .check(CLASSES);
  }

  @Test
  void onlyMainUsesTheSystemStreams() {
    noClasses()
        .that(DescribedPredicate.not(JavaClass.Predicates.equivalentTo(Main.class)))
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .orShould()
        .callMethod(System.class, "console")
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineReadsTheDate() {
    noClasses()
        .that(DescribedPredicate.not(in("cli")))
        .should()
        .callMethodWhere(
            target(nameMatching("now")).and(target(owner(resideInAPackage("java.time..")))))
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }

  @Test
  void nothingUsesTheNetwork() {
    noClasses()
        .should()
        .dependOnClassesThat(
            // A URI connects to nothing and only gives the bytes of a file name.
            resideInAnyPackage("java.net..", "javax.net..").and(not(equivalentTo(URI.class))))
        .check(CLASSES);
  }

  @Test
  void everyPackageHasADescription() {
    assertThat(packages())
        .allSatisfy(
            name ->
                assertThat(
                        Path.of("src/main/java/dev/autoheal")
                            .resolve(name.replace('.', '/'))
                            .resolve("package-info.java"))
                    .exists());
  }
}
