package org.shieldwall.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.shieldwall.run.Simulation;

/** The package table of docs/architecture.md, held. */
class PackageTableTest {
    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.shieldwall");

    private static final String[] BEHAVIOURS_AND_MEASURES = {
        "org.shieldwall.kernel",
        "org.shieldwall.fact",
        "org.shieldwall.attack",
        "org.shieldwall.defence",
        "org.shieldwall.cooperation",
        "org.shieldwall.service",
        "org.shieldwall.run",
        "org.shieldwall.measure"
    };

    /** What measures may know of the world: names, people, weights, rosters, numbers of a strategy; nothing that a run writes. */
    private static final String COMPILED =
            "org\\.shieldwall\\.world\\.(World|Rows|TrafficMap|EntityKind|Entities|NeedProgram|Numbers|Roster)(\\$.*)?";

    @Test
    void packagesTouchOnlyWhatTheTableSays() {
        layeredArchitecture()
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
                .mayOnlyAccessLayers("kernel", "fact", "scenario")
                .check(ENGINE);
    }

    @Test
    void measuresReadFactsAndNeverState() {
        noClasses()
                .that()
                .resideInAPackage("org.shieldwall.measure")
                .should()
                .dependOnClassesThat(resideInAPackage("org.shieldwall.world").and(not(nameMatching(COMPILED))))
                .check(ENGINE);
    }

    @Test
    void onlySensorsAndInvestigationReadTheTruthOfFootholds() {
        noClasses()
                .that()
                .resideInAnyPackage("org.shieldwall.defence", "org.shieldwall.cooperation", "org.shieldwall.service")
                .and()
                .doNotHaveSimpleName("Sensors")
                .and()
                .doNotHaveSimpleName("Incidents")
                .and()
                .doNotHaveSimpleName("IndicatorAnalysis")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("Footholds")
                .check(ENGINE);
    }

    @Test
    void nothingInARunKnowsFilesClocksOrThreads() {
        noClasses()
                .that()
                .resideInAnyPackage(BEHAVIOURS_AND_MEASURES)
                .or()
                .resideInAPackage("org.shieldwall.world")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.(io\\.(File|InputStream|OutputStream|Reader|Writer|PrintStream).*"
                        + "|nio\\.file\\..*|lang\\.Thread|util\\.Random|time\\.Clock|util\\.concurrent\\..*)")
                .check(ENGINE);
    }

    @Test
    void onlyTheCompilerAndRostersKnowCalendars() {
        noClasses()
                .that()
                .resideInAnyPackage(BEHAVIOURS_AND_MEASURES)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.time..")
                .check(ENGINE);
    }

    @Test
    void theRulesSeeTheEngineAndCanBeBroken() {
        assertThat(ENGINE.contain(Simulation.class)).isTrue();
        ArchRule broken = noClasses()
                .that()
                .resideInAPackage("org.shieldwall.run")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.shieldwall.attack");
        assertThatThrownBy(() -> broken.check(ENGINE)).isInstanceOf(AssertionError.class);
    }
}
