package org.shieldwall.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The package table of docs/architecture.md, held. */
@AnalyzeClasses(packages = "org.shieldwall", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageTableTest {
    @ArchTest
    static final ArchRule PACKAGES_TOUCH_ONLY_WHAT_THE_TABLE_SAYS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("kernel")
            .definedBy("org.shieldwall.kernel")
            .layer("fact")
            .definedBy("org.shieldwall.fact")
            .layer("scenario")
            .definedBy("org.shieldwall.scenario")
            .layer("world")
            .definedBy("org.shieldwall.world")
            .layer("attack")
            .definedBy("org.shieldwall.attack")
            .layer("defence")
            .definedBy("org.shieldwall.defence")
            .layer("cooperation")
            .definedBy("org.shieldwall.cooperation")
            .layer("service")
            .definedBy("org.shieldwall.service")
            .layer("run")
            .definedBy("org.shieldwall.run")
            .layer("measure")
            .definedBy("org.shieldwall.measure")
            .whereLayer("attack")
            .mayOnlyBeAccessedByLayers("run")
            .whereLayer("defence")
            .mayOnlyBeAccessedByLayers("run")
            .whereLayer("cooperation")
            .mayOnlyBeAccessedByLayers("run")
            .whereLayer("service")
            .mayOnlyBeAccessedByLayers("run")
            .whereLayer("run")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("measure")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("kernel")
            .mayNotAccessAnyLayer()
            .whereLayer("scenario")
            .mayNotAccessAnyLayer()
            .whereLayer("fact")
            .mayOnlyAccessLayers("kernel")
            .whereLayer("world")
            .mayOnlyAccessLayers("kernel", "fact", "scenario");

    @ArchTest
    static final ArchRule MEASURES_READ_FACTS_AND_NEVER_STATE = noClasses()
            .that()
            .resideInAPackage("org.shieldwall.measure")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "org\\.shieldwall\\.world\\.(State|Things|Footholds|Indicators|Register|ServiceLevels|Traffic|Ways|Fluid)");

    @ArchTest
    static final ArchRule ONLY_SENSORS_AND_INVESTIGATION_READ_THE_TRUTH_OF_FOOTHOLDS = noClasses()
            .that()
            .resideInAnyPackage("org.shieldwall.defence", "org.shieldwall.cooperation", "org.shieldwall.service")
            .and()
            .doNotHaveSimpleName("Sensors")
            .and()
            .doNotHaveSimpleName("Incidents")
            .and()
            .doNotHaveSimpleName("Response")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("Footholds");

    @ArchTest
    static final ArchRule NOTHING_IN_A_RUN_KNOWS_FILES_CLOCKS_OR_THREADS = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.shieldwall.kernel",
                    "org.shieldwall.fact",
                    "org.shieldwall.world",
                    "org.shieldwall.attack",
                    "org.shieldwall.defence",
                    "org.shieldwall.cooperation",
                    "org.shieldwall.service",
                    "org.shieldwall.run",
                    "org.shieldwall.measure")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.(io\\.(File|InputStream|OutputStream|Reader|Writer|PrintStream).*"
                    + "|nio\\.file\\..*|lang\\.Thread|util\\.Random|time\\.Clock|util\\.concurrent\\..*)");

    @ArchTest
    static final ArchRule ONLY_THE_COMPILER_AND_ROSTERS_KNOW_CALENDARS = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.shieldwall.kernel",
                    "org.shieldwall.fact",
                    "org.shieldwall.attack",
                    "org.shieldwall.defence",
                    "org.shieldwall.cooperation",
                    "org.shieldwall.service",
                    "org.shieldwall.run",
                    "org.shieldwall.measure")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.time..");
}
