package cadastre.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// The rules of the house that a machine can check. Raising a number here is allowed, and visible.
class StyleTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /// Of `@SuppressWarnings` in main code, each with its reason beside it.
    private static final int SUPPRESSED_WARNINGS = 2;

    private static final int LONGEST_METHOD = 60;
    private static final int LONGEST_FILE = 500;
    private static final int LONGEST_LINE = 120;

    private static final List<String> PURE = List.of("dns", "registration", "plan", "budget");
    private static final Pattern BANNED_NAME =
            Pattern.compile(".*(Manager|Helper|Utils?|Impl|Handler|Info|Data|Abstract.*)");

    /// What a module refers to that speaks to a database itself.
    private static final Pattern SQL =
            Pattern.compile("\\b(javax?\\.sql|org\\.jdbi|org\\.sqlite|org\\.flywaydb|com\\.zaxxer)\\.");

    /// Where Spring is known.
    private static final List<String> SPRUNG = List.of("console", "server");

    /// What the command line never reaches.
    private static final List<String> KEEPING = List.of("vault", "people", "store", "desk", "console", "server");

    /// Of every module that is built; what is made of templates follows no style.
    private static final JavaClasses CLASSES = everyClass();

    private static JavaClasses everyClass() {
        try {
            List<Path> built = table().keySet().stream()
                    .map(module -> ROOT.resolve(module).resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .toList();
            return new ClassFileImporter()
                    .withImportOption(location -> !location.contains("/gg/jte/generated/"))
                    .importPaths(built);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The table of ARCHITECTURE.md: module to what it says the module refers to.
    private static Map<String, String> table() throws IOException {
        Map<String, String> table = new LinkedHashMap<>();
        Matcher row = Pattern.compile("^\\| `([a-z]+)` \\|[^|]*\\|([^|]*)\\|$", Pattern.MULTILINE)
                .matcher(Files.readString(ROOT.resolve("ARCHITECTURE.md")));
        while (row.find()) {
            table.put(row.group(1), row.group(2).strip());
        }
        return table;
    }

    private static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    /// Our modules that a pom names outside test scope.
    private static List<String> references(String module) throws IOException {
        String pom = Files.readString(ROOT.resolve(module).resolve("pom.xml"));
        String dependencies = pom.substring(pom.indexOf("<description>"));
        List<String> references = new ArrayList<>();
        for (String one : found(dependencies, "(?s)<dependency>(.*?)</dependency>")) {
            if (one.contains("<groupId>cadastre</groupId>") && !one.contains("<scope>test</scope>")) {
                references.addAll(found(one, "<artifactId>([a-z]+)</artifactId>"));
            }
        }
        return references;
    }

    @Test
    void modulesStandInTheOrderOfTheArchitecture() throws IOException {
        List<String> order = List.copyOf(table().keySet());
        String pom = Files.readString(ROOT.resolve("pom.xml"));

        assertThat(found(pom, "<module>([a-z]+)</module>")).isEqualTo(order);
    }

    @Test
    void aModuleRefersOnlyToModulesAboveIt() throws IOException {
        List<String> order = List.copyOf(table().keySet());
        for (String module : order) {
            List<String> above = order.subList(0, order.indexOf(module));
            assertThat(above).as("above %s", module).containsAll(references(module));
        }
    }

    @Test
    void theArchitectureNamesTheModulesAModuleRefersTo() throws IOException {
        for (Map.Entry<String, String> row : table().entrySet()) {
            if (!row.getValue().equals("all of the above")) {
                List<String> named = row.getValue().isEmpty()
                        ? List.of()
                        : List.of(row.getValue().split(", "));
                assertThat(references(row.getKey())).as(row.getKey()).containsAll(named);
            }
        }
    }

    @Test
    void aModuleHasOnePackageOfItsName() throws IOException {
        for (String module : table().keySet()) {
            for (Path source : sources(module)) {
                assertThat(String.valueOf(source.getParent()))
                        .as(source.toString())
                        .endsWith("/cadastre/" + module);
            }
        }
    }

    @Test
    void pureModulesReadNoClockFileOrNetwork() {
        for (String module : PURE) {
            noClasses()
                    .that()
                    .resideInAPackage("cadastre." + module)
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching("java\\.(nio\\.file|net|util\\.concurrent|util\\.logging)\\..*"
                            + "|java\\.io\\.(File|InputStream|OutputStream|PrintStream|Reader).*"
                            + "|java\\.time\\.(Clock|InstantSource)"
                            + "|java\\.util\\.Random|java\\.util\\.random\\..*"
                            + "|java\\.lang\\.(Thread|ProcessBuilder)")
                    .check(CLASSES);
            noClasses()
                    .that()
                    .resideInAPackage("cadastre." + module)
                    .should()
                    .callMethodWhere(DescribedPredicate.describe(
                            "System for more than copying an array",
                            call -> call.getTargetOwner().isEquivalentTo(System.class)
                                    && !call.getName().equals("arraycopy")))
                    .check(CLASSES);
        }
    }

    @Test
    void theEmulatorKnowsNothingOfOursButTheDns() {
        classes()
                .that()
                .resideInAPackage("cadastre.emulator")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "cadastre.emulator",
                        "cadastre.dns",
                        "java..",
                        "javax.crypto..",
                        "javax.net.ssl..",
                        "javax.security.auth.x500..",
                        "org.xbill..",
                        "tools.jackson..",
                        "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void onlyTheStoreSpeaksSql() throws IOException {
        List<String> found = new ArrayList<>();
        for (String module : table().keySet()) {
            for (Path source : module.equals("store") ? List.<Path>of() : sources(module)) {
                if (SQL.matcher(Files.readString(source)).find()) {
                    found.add(source.toString());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void onlyTheStoreDependsOnDatabases() {
        noClasses()
                .that()
                .resideOutsideOfPackage("cadastre.store")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..", "javax.sql..", "org.jdbi..", "org.sqlite..", "org.flywaydb..", "com.zaxxer..")
                .check(CLASSES);
    }

    @Test
    void springIsKnownToTheConsoleAndTheServerOnly() {
        String[] sprung = SPRUNG.stream().map(module -> "cadastre." + module).toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(sprung)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta.servlet..", "org.apache.catalina..")
                .check(CLASSES);
    }

    @Test
    void theCommandLineReachesNoneOfTheKeeping() throws IOException {
        Set<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(references("cli"));
        while (!open.isEmpty()) {
            String module = open.pop();
            if (reached.add(module)) {
                open.addAll(references(module));
            }
        }
        assertThat(reached).isNotEmpty().doesNotContainAnyElementsOf(KEEPING);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses().should().haveNameMatching(BANNED_NAME.pattern()).check(CLASSES);
    }

    @Test
    void methodsFilesAndLinesAreShort() throws IOException {
        List<String> long_ = new ArrayList<>();
        for (String module : table().keySet()) {
            for (Path source : sources(module)) {
                List<String> lines = Files.readAllLines(source);
                if (lines.size() > LONGEST_FILE) {
                    long_.add(source + ": " + lines.size() + " lines");
                }
                for (int i = 0; i < lines.size(); i++) {
                    if (lines.get(i).length() > LONGEST_LINE) {
                        long_.add(source + ":" + (i + 1) + ": " + lines.get(i).length() + " columns");
                    }
                }
                long_.addAll(longMethods(source));
            }
        }
        assertThat(long_).isEmpty();
    }

    private static List<String> longMethods(Path source) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, null);
        JavacTask task =
                (JavacTask) compiler.getTask(null, files, _ -> {}, null, null, files.getJavaFileObjects(source));
        List<String> long_ = new ArrayList<>();
        for (CompilationUnitTree unit : task.parse()) {
            var positions = Trees.instance(task).getSourcePositions();
            new TreeScanner<Void, String>() {
                @Override
                public Void visitClass(ClassTree type, String outer) {
                    return super.visitClass(type, type.getSimpleName().toString());
                }

                @Override
                public Void visitMethod(MethodTree method, String type) {
                    long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
                    long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
                    if (last - first + 1 > LONGEST_METHOD) {
                        long_.add(source + ": " + type + "." + method.getName() + " has " + (last - first + 1));
                    }
                    return super.visitMethod(method, type);
                }
            }.scan(unit, "");
        }
        return long_;
    }

    @Test
    void warningsAreSuppressedSoOftenAndNoMore() throws IOException {
        assertThat(count("@SuppressWarnings")).isEqualTo(SUPPRESSED_WARNINGS);
    }

    @Test
    void nothingIsLeftToBeDone() throws IOException {
        assertThat(count("TODO")).isZero();
        assertThat(count("FIXME")).isZero();
    }

    @Test
    void moduleOrderIsTheOneThatClassesKeep() throws IOException {
        List<String> order = List.copyOf(table().keySet());
        for (String module : order) {
            String[] below = order.subList(order.indexOf(module) + 1, order.size()).stream()
                    .map(other -> "cadastre." + other)
                    .toArray(String[]::new);
            if (below.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage("cadastre." + module)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(below)
                        // A module may not have been built with the others.
                        .allowEmptyShould(true)
                        .check(CLASSES);
            }
        }
    }

    private static int count(String text) throws IOException {
        int count = 0;
        for (String module : table().keySet()) {
            for (Path source : sources(module)) {
                String code = Files.readString(source);
                for (int at = code.indexOf(text); at >= 0; at = code.indexOf(text, at + 1)) {
                    count++;
                }
            }
        }
        return count;
    }

    private static List<Path> sources(String module) throws IOException {
        Path folder = ROOT.resolve(module).resolve("src/main/java");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
