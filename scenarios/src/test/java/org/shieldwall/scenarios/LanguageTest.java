package org.shieldwall.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shieldwall.scenario.Campaign;
import org.shieldwall.scenario.Campaign.AllOf;
import org.shieldwall.scenario.Campaign.Always;
import org.shieldwall.scenario.Campaign.Not;
import org.shieldwall.scenario.Campaign.Outcome;
import org.shieldwall.scenario.Campaign.StepIs;
import org.shieldwall.scenario.Community;
import org.shieldwall.scenario.Expectation;
import org.shieldwall.scenario.Lever;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Presence;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenario.Scenario;
import org.shieldwall.scenario.Service;
import org.shieldwall.scenario.Shift;
import org.shieldwall.scenario.Technique.Level;
import org.shieldwall.scenarios.text.Problem;

/** What a well-formed text means. */
class LanguageTest {
    private String text = "";

    @BeforeEach
    void theSmallGrid() throws IOException {
        text = BrokenFilesTest.resource("small-grid.yaml");
    }

    private LanguageTest with(String from, String to) {
        assertThat(text).contains(from);
        text = text.replace(from, to);
        return this;
    }

    private Scenario scenario() {
        Reading reading = new ScenarioReader().readText("grid.yaml", text);
        assertThat(reading.hasErrors()).as(reading.render()).isFalse();
        return Objects.requireNonNull(reading.scenario());
    }

    private static Campaign.Step step(Scenario scenario, String copy, String name) {
        return scenario.campaigns().get(0).steps().stream()
                .filter(step -> copy.equals(step.copy()) && step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Lever lever(Scenario scenario, String name) {
        return scenario.levers().stream()
                .filter(lever -> lever.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theExampleOfTheDesignReads() throws IOException {
        Reading reading = new ScenarioReader().readText("evening.yaml", BrokenFilesTest.resource("evening.yaml"));

        assertThat(reading.hasErrors()).as(reading.render()).isFalse();
        // It shows the language, not a whole scenario: two grids have no link, and so nobody gets as far as the strike.
        assertThat(reading.problems())
                .extracting(Problem::message)
                .contains("`south.foothold` can never start")
                .allMatch(message -> message.startsWith("no step does")
                        || message.endsWith("can never start")
                        || message.startsWith("nothing can happen to"));
        Scenario scenario = Objects.requireNonNull(reading.scenario());
        assertThat(scenario.campaigns().get(0).steps()).hasSize(18);
        assertThat(scenario.communities().get(0).centre()).isEqualTo("response-centre");
    }

    @Test
    void timesAreSecondsAndTheHorizonIsNanoseconds() {
        Scenario scenario = scenario();

        assertThat(scenario.id()).isEqualTo("grid");
        assertThat(scenario.starts()).isEqualTo(LocalDateTime.of(2015, 6, 1, 8, 0));
        assertThat(scenario.lastsNanos()).isEqualTo(100L * 86_400 * 1_000_000_000);
        assertThat(scenario.services().get(0).buffer()).isEqualTo(Quantity.constant(4 * 3_600));
    }

    @Test
    void namedThingsAreSortedByName() {
        assertThat(scenario().organisations())
                .extracting(Organisation::name)
                .containsExactly("centre", "east-power", "west-power");
    }

    @Test
    void anOrganisationHasTheZoneOfTheScenarioUnlessItNamesItsOwn() {
        Scenario scenario = scenario();

        assertThat(scenario.organisations().get(1).zone().getId()).isEqualTo("Europe/Berlin");
        assertThat(scenario.organisations().get(2).zone()).isEqualTo(scenario.zone());
    }

    @Test
    void anOrganisationWithoutSecurityHasNobodyWhoLooks() {
        Organisation.Security security = scenario().organisations().get(1).security();

        assertThat(security.analysts().count()).isEqualTo(Quantity.constant(0));
        assertThat(security.sensors()).isEmpty();
        assertThat(security.playbook()).isEmpty();
    }

    @Test
    void aShiftIsDaysAndHours() {
        Shift shift = with("\"Mon-Fri 08:00-17:00\"", "\"Sat-Mon 22:00-06:00, Wed 08:00-12:00\"")
                .scenario()
                .organisations()
                .get(2)
                .security()
                .analysts()
                .onDuty();

        assertThat(shift.windows().get(0).days())
                .containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY);
        assertThat(shift.windows().get(0).from()).isEqualTo(LocalTime.of(22, 0));
        assertThat(shift.windows().get(1).to()).isEqualTo(LocalTime.of(12, 0));
    }

    @Test
    void defaultsLieBelowWhatAnEntitySaysAndAboveTheLanguagesOwn() {
        Scenario scenario = with(
                        "organisations:\n  west-power:",
                        String.join(
                                "\n",
                                "defaults:",
                                "  organisations: {sector: water, security: {analysts: {skill: 10%, patience: 3d}, hardening: 0.7}}",
                                "  sensors: {delay: 5min, quality: 99%}",
                                "organisations:",
                                "  west-power:"))
                .scenario();

        Organisation.Security west = scenario.organisations().get(2).security();
        assertThat(west.analysts().skill()).isEqualTo(Quantity.constant(0.45));
        assertThat(west.analysts().patience()).isEqualTo(Quantity.constant(3 * 86_400));
        assertThat(west.hardening()).isEqualTo(Quantity.constant(0.7));
        assertThat(west.sensors().get(0).delay()).isEqualTo(Quantity.constant(300));
        assertThat(west.sensors().get(0).quality()).isEqualTo(Quantity.constant(0.15));
        assertThat(scenario.organisations().get(0).sector()).isEqualTo("water");
        assertThat(scenario.organisations().get(2).sector()).isEqualTo("electricity");
    }

    @Test
    void aGroupAsANeedMeansAllOfItsAssets() {
        Service west = with("needs: {share-of: west-breaker}", "needs: west-breaker")
                .scenario()
                .services()
                .get(1);

        assertThat(west.needs()).isEqualTo(new Service.AssetsAtLeast(5, "west-breaker", Service.Function.SERVICE));
    }

    @Test
    void needsCombine() {
        assertThat(scenario().services().get(0).needs())
                .isEqualTo(new Service.AnyOf(List.of(
                        new Service.OfService("west-electricity"),
                        new Service.AssetsAtLeast(2, "west-breaker", Service.Function.CONTROL))));
        Service weighted = with(
                        "{any-of: [west-electricity, {at-least: 2, of: west-breaker, in: control}]}",
                        "{weighted: {west-electricity: 3, west-mail: 1}}")
                .scenario()
                .services()
                .get(0);
        assertThat(weighted.needs())
                .isEqualTo(new Service.Weighted(
                        List.of(3.0, 1.0),
                        List.of(
                                new Service.OfService("west-electricity"),
                                new Service.ShareOf("west-mail", Service.Function.SERVICE))));
    }

    @Test
    void aServiceHasTheSectorOfItsProviderAndMendsWhatWasOpenedOrFailed() {
        Service west = scenario().services().get(1);

        assertThat(west.sector()).isEqualTo("electricity");
        assertThat(west.restore().get(0).decision()).isEqualTo(Quantity.constant(25 * 60));
        assertThat(west.restore().get(0).mends()).containsExactly(Service.Damage.OPENED, Service.Damage.FAILED);
    }

    @Test
    void unitsOfTimeMayBeWrittenOut() {
        assertThat(with("lasts: 100d", "lasts: 100 days").scenario().lastsNanos())
                .isEqualTo(scenario().lastsNanos());
        Expectation expectation = with("mean: [3h, 7h]", "mean: [3 hours, 7 hours]")
                .scenario()
                .expectations()
                .get(0);
        assertThat(expectation.high()).isEqualTo(7);
        assertThat(expectation.timeUnit()).isEqualTo("h");
    }

    @Test
    void membersPayForALeverThatChangesTheirCommunity() {
        Lever officer = with(
                        "costs: {organisation: {money: 150k EUR per year}}\n"
                                + "    sets: {organisations.*.security.officer: empowered, organisations.west-power.security.decision-time: 20min}\n"
                                + "    at-least: {organisations.west-power.security.analysts.count: 1}",
                        "costs: {member: {money: 10 EUR per year}}\n"
                                + "    at-least: {communities.ring.willingness: 90%}")
                .scenario()
                .levers()
                .get(0);

        assertThat(officer.name()).isEqualTo("officer");
        assertThat(officer.costs()).extracting(Lever.Cost::organisation).containsExactly("east-power", "west-power");
    }

    @Test
    void stepsAreExpandedForEachCopyInTheOrderOfTheCopies() {
        Scenario scenario = copies();

        assertThat(scenario.campaigns().get(0).copies()).containsExactly("west", "other");
        assertThat(scenario.campaigns().get(0).steps())
                .extracting(step -> step.copy() + "." + step.name())
                .containsExactly(
                        "west.control",
                        "west.foothold",
                        "west.keys",
                        "west.strike",
                        "other.control",
                        "other.foothold",
                        "other.keys",
                        "other.strike");
        assertThat(step(scenario, "other", "foothold").target().group()).isEqualTo("other-pc");
    }

    /** The same campaign against two groups of machines. */
    private Scenario copies() {
        return with("west-mail: {template: office-pc}", "other-pc: {template: office-pc}")
                .with("[west]}", "[west, other]}")
                .scenario();
    }

    @Test
    void aBareNameInAConditionMeansTheStepOfTheSameCopy() {
        Scenario scenario = copies();

        assertThat(step(scenario, "other", "keys").after())
                .isEqualTo(new StepIs("evening.other.foothold", Outcome.HELD));
        assertThat(step(scenario, "other", "strike").after())
                .isEqualTo(new StepIs("evening.west.control", Outcome.HELD));
        assertThat(step(scenario, "other", "foothold").after()).isEqualTo(new Always());
        assertThat(step(scenario, "other", "foothold").unless()).isEqualTo(new Not(new Always()));
    }

    @Test
    void afterAndWhenBothHold() {
        Scenario scenario = with(
                        "after: west.control, not-before", "after: [keys, control], when: foothold.success, not-before")
                .scenario();

        assertThat(step(scenario, "west", "strike").after())
                .isEqualTo(new AllOf(List.of(
                        new AllOf(List.of(
                                new StepIs("evening.west.keys", Outcome.HELD),
                                new StepIs("evening.west.control", Outcome.HELD))),
                        new AllOf(List.of(
                                new StepIs("evening.west.foothold", Outcome.DONE),
                                new Not(new StepIs("evening.west.foothold", Outcome.FAILED)))))));
    }

    @Test
    void unlessAndNoneOf() {
        Scenario scenario = with(
                        "after: keys}", "after: {none-of: [foothold.failed]}, unless: {any-of: [foothold.failed]}}")
                .scenario();

        Campaign.Condition failed = new StepIs("evening.west.foothold", Outcome.FAILED);
        assertThat(step(scenario, "west", "control").after()).isEqualTo(new Not(new Campaign.AnyOf(List.of(failed))));
        assertThat(step(scenario, "west", "control").unless()).isEqualTo(new Campaign.AnyOf(List.of(failed)));
    }

    @Test
    void aCountWithoutAGroupActsWhereTheStepBeforeItActed() {
        Scenario scenario = with("{each-held: \"{grid}-pc\", until: credential}", "{count: 3, across-copies: true}")
                .scenario();

        assertThat(step(scenario, "west", "keys").target())
                .isEqualTo(new Campaign.Target(Campaign.Mode.COUNT, "west-pc", 3, true, false));
    }

    @Test
    void aNetworkAsATargetMeansAnyOfItsAssets() {
        assertThat(step(scenario(), "west", "control").target())
                .isEqualTo(new Campaign.Target(Campaign.Mode.ANY, "west-control", 0, false, false));
    }

    @Test
    void aTargetedAttackerRotatesAllLevelsButBehaviour() {
        Campaign.Actor red = with("operators: 2", "operators: 2, rotation: {hash: {takes: 10min, each-use: true}}")
                .scenario()
                .actors()
                .get(0);

        assertThat(Objects.requireNonNull(red.rotation().get(Level.HASH)).time())
                .isEqualTo(Quantity.constant(600));
        assertThat(Objects.requireNonNull(red.rotation().get(Level.HASH)).eachUse())
                .isTrue();
        assertThat(Objects.requireNonNull(red.rotation().get(Level.ADDRESS)).time())
                .isEqualTo(Quantity.exponential(6 * 3_600));
        assertThat(Objects.requireNonNull(red.rotation().get(Level.BEHAVIOUR)).time())
                .isEqualTo(Quantity.never());
    }

    @Test
    void onlyTechniquesOfSomeArsenalEnterTheScenario() {
        assertThat(with("techniques:\n  phishing:", "use: techniques/ics\ntechniques:\n  phishing:")
                        .scenario()
                        .techniques())
                .hasSize(4);
    }

    @Test
    void pricesFallOnMembersTheCentreAndWhoeverIsChanged() {
        Scenario scenario = scenario();

        Quantity member = Quantity.constant(100_000);
        Quantity hours = Quantity.constant(6);
        Quantity none = Quantity.constant(0);
        assertThat(lever(scenario, "sharing").costs())
                .containsExactly(
                        new Lever.Cost("centre", member, hours),
                        new Lever.Cost("west-power", member, hours),
                        new Lever.Cost("centre", Quantity.constant(300_000), none));
        assertThat(lever(scenario, "sharing").memberships()).containsExactly("centre", "west-power");
        assertThat(lever(scenario, "officer").costs())
                .extracting(Lever.Cost::organisation)
                .containsExactly("centre", "east-power", "west-power");
    }

    @Test
    void pathsAreResolvedToSingleNumbers() {
        assertThat(lever(scenario(), "officer").changes())
                .containsExactly(
                        new Lever.Change(
                                Lever.Operator.SETS, "organisations.centre.security.officer", Quantity.constant(2), ""),
                        new Lever.Change(
                                Lever.Operator.SETS,
                                "organisations.east-power.security.officer",
                                Quantity.constant(2),
                                ""),
                        new Lever.Change(
                                Lever.Operator.AT_LEAST,
                                "organisations.west-power.security.analysts.count",
                                Quantity.constant(1),
                                ""),
                        new Lever.Change(
                                Lever.Operator.SETS,
                                "organisations.west-power.security.decision-time",
                                Quantity.constant(1_200),
                                ""),
                        new Lever.Change(
                                Lever.Operator.SETS,
                                "organisations.west-power.security.officer",
                                Quantity.constant(2),
                                ""));
    }

    @Test
    void pathsSelectByTheValueOfAKeyAndReachIntoSensorsAndMending() {
        Scenario scenario = with(
                        "    scales: {crews.west-crews.count: 2}",
                        String.join(
                                "\n",
                                "    scales:",
                                "      organisations[sector=electricity].security.hardening: 1.1",
                                "      organisations.*.security.sensors.*.quality: 2",
                                "      services.west-electricity.restore.after: 0.5",
                                "      services.west-electricity.restore.each: 0.5",
                                "      accounts.*.found-on.share: 0.1",
                                "      techniques.phishing.each: 0.5",
                                "      actors.red.notices: 0.5",
                                "      communities.hub.delay: 0.5"))
                .scenario();

        assertThat(lever(scenario, "sharing").changes())
                .extracting(Lever.Change::path)
                .containsExactly(
                        "accounts.west-operator.found-on.share",
                        "actors.red.notices",
                        "communities.hub.delay",
                        "organisations.east-power.security.hardening",
                        "organisations.west-power.security.hardening",
                        "organisations.west-power.security.sensors.edr.quality",
                        "services.west-electricity.restore.after",
                        "services.west-electricity.restore.each",
                        "techniques.phishing.each");
    }

    @Test
    void aLeverMayOverruleAnother() {
        Scenario scenario = with(
                        "    scales: {crews.west-crews.count: 2}",
                        "    sets: {organisations.west-power.security.decision-time: 5min}\n    over: officer")
                .scenario();

        assertThat(lever(scenario, "sharing").changes())
                .containsExactly(new Lever.Change(
                        Lever.Operator.SETS,
                        "organisations.west-power.security.decision-time",
                        Quantity.constant(300),
                        "officer"));
    }

    @Test
    void whatALeverAddsCarriesItsName() {
        Scenario scenario = with(
                        "        hub: {members: [west-power, centre], run-by: centre}",
                        String.join(
                                "\n",
                                "        hub: {members: [west-power, centre], run-by: centre}",
                                "        ring: {members: [centre]}",
                                "      organisations:",
                                "        west-power: {security: {sensors: {netflow: {kind: network}}}}",
                                "        newcomer: {kind: academia}",
                                "      networks:",
                                "        west-trap: {organisation: west-power, assets: {west-bait: {template: office-pc}}}",
                                "      links: [{from: internet, to: west-trap, allow: [https]}]"))
                .scenario();

        Presence sharing = new Presence(List.of("sharing"));
        Community hub = scenario.communities().get(0);
        Community ring = scenario.communities().get(1);
        assertThat(hub.presence()).isEqualTo(sharing);
        assertThat(hub.memberPresence()).isEmpty();
        assertThat(ring.presence()).isEqualTo(Presence.ALWAYS);
        assertThat(ring.members()).containsExactly("centre", "east-power", "west-power");
        assertThat(ring.memberPresence()).containsOnlyKeys("centre").containsEntry("centre", sharing);
        assertThat(scenario.organisations().get(2).presence()).isEqualTo(sharing);
        assertThat(scenario.organisations().get(3).security().sensors())
                .extracting(Organisation.Sensor::presence)
                .containsExactly(Presence.ALWAYS, sharing);
        assertThat(scenario.networks().get(2).assets().get(0).presence()).isEqualTo(sharing);
        assertThat(scenario.links().get(2).presence()).isEqualTo(sharing);
    }

    @Test
    void twoLeversMayAddOneThingTogether() {
        Scenario scenario = with(
                        "    at-least: {organisations.west-power.security.analysts.count: 1}",
                        "    adds: {communities: {hub: {members: [east-power, centre], run-by: centre, loss: 5%}}}")
                .scenario();

        Community hub = scenario.communities().get(0);
        assertThat(hub.presence()).isEqualTo(new Presence(List.of("officer", "sharing")));
        assertThat(hub.members()).containsExactly("centre", "east-power", "west-power");
        assertThat(hub.memberPresence())
                .containsOnlyKeys("east-power", "west-power")
                .containsEntry("east-power", new Presence(List.of("officer")));
        assertThat(hub.loss()).isEqualTo(Quantity.constant(0.05));
    }

    @Test
    void aLeverRemovesWhatItsPathsMean() {
        Scenario scenario = with(
                        "    scales: {crews.west-crews.count: 2}",
                        "    removes: [organisations.*.security.sensors.*, networks.west-office.assets.west-mail]")
                .scenario();

        assertThat(lever(scenario, "sharing").removes())
                .containsExactly(
                        "networks.west-office.assets.west-mail", "organisations.west-power.security.sensors.edr");
    }

    @Test
    void timesInExpectationsAreHours() {
        Expectation first = scenario().expectations().get(0);

        assertThat(first.low()).isEqualTo(3);
        assertThat(first.high()).isEqualTo(7);
        assertThat(first.given()).isEqualTo("evening.strike.success");
        assertThat(first.line()).isEqualTo(109);
        assertThat(first.timeUnit()).isEqualTo("h");
        Expectation quantile = with("mean: [3h, 7h]", "quantile: {at: 90%, in: [30min, 2d]}")
                .scenario()
                .expectations()
                .get(0);
        assertThat(quantile.quantile()).isEqualTo(0.9);
        assertThat(quantile.low()).isEqualTo(0.5);
        assertThat(quantile.high()).isEqualTo(48);
    }

    @Test
    void aPrecisionIsRelativeOrInTheMeasuresUnit() {
        assertThat(Objects.requireNonNull(scenario().question()).relativePrecision())
                .isEqualTo(0.05);
        Scenario.Question absolute = Objects.requireNonNull(
                with("precision: 5%", "precision: 5000 person-hours").scenario().question());
        assertThat(absolute.precision()).isEqualTo(5_000);
        assertThat(absolute.relativePrecision()).isZero();
    }

    @Test
    void classesKeepTheOrderInWhichTheyAreWritten() {
        Service power = with(
                        "serves: {customers: 80000, people: 200000}",
                        "serves: {by-class: [{class: wards, people: 900}, {class: homes, people: 7000, customers: 3000}]}")
                .with("{any-of: [west-electricity, ", "{any-of: [{service: west-electricity, class: homes}, ")
                .scenario()
                .services()
                .stream()
                .filter(service -> service.name().equals("west-electricity"))
                .findFirst()
                .orElseThrow();
        // Where no demand is written, people are the demand.
        assertThat(power.classes())
                .containsExactly(
                        new Service.ServedClass("wards", Quantity.constant(900), 0, 900),
                        new Service.ServedClass("homes", Quantity.constant(7000), 3000, 7000));
        assertThat(power.people()).isEqualTo(7900);
        assertThat(power.customers()).isEqualTo(3000);
        assertThat(scenario().services().get(0).needs())
                .isEqualTo(new Service.AnyOf(List.of(
                        new Service.OfClass("west-electricity", "homes"),
                        new Service.AssetsAtLeast(2, "west-breaker", Service.Function.CONTROL))));
    }

    @Test
    void aLeverChangesTheDemandOfAClass() {
        Lever sharing = lever(
                with(
                                "serves: {customers: 80000, people: 200000}",
                                "serves: {by-class: [{class: mills, demand: 30}, {class: homes, demand: 70}]}")
                        .with(
                                "scales: {crews.west-crews.count: 2}",
                                "sets: {services.west-electricity.serves.by-class.mills.demand: 10}")
                        .scenario(),
                "sharing");
        assertThat(sharing.changes())
                .extracting(Lever.Change::path)
                .containsExactly("services.west-electricity.serves.by-class.mills.demand");
    }

    @Test
    void aServiceServesNoMoreThanFiftyClasses() {
        StringBuilder classes = new StringBuilder();
        for (int i = 0; i < 51; i++) {
            classes.append(i == 0 ? "" : ", ").append("{class: c").append(i).append(", people: 1}");
        }
        with("serves: {customers: 80000, people: 200000}", "serves: {by-class: [" + classes + "]}");
        Reading reading = new ScenarioReader().readText("grid.yaml", text);
        assertThat(reading.problems()).extracting(Problem::message).containsExactly("there are 51 classes");
    }

    private static Shift.Days days(String first, String last) {
        return new Shift.Days(LocalDate.parse(first), LocalDate.parse(last));
    }

    @Test
    void holidaysOfAnOrganisationHoldForAllItsShifts() {
        with("    zone: Europe/Berlin", "    zone: Europe/Berlin\n    holidays: 2015-06-29")
                .with(
                        "  west-power:\n",
                        "  west-power:\n    holidays: [2015-07-01 to 2015-07-03, 2015-06-29, 2015-06-30]\n")
                .with(
                        "organisation: west-power, count: {",
                        "organisation: west-power, on-duty: \"Mon-Sun 08:00-12:00\", count: {");
        Scenario scenario = scenario();
        Organisation west = scenario.organisations().get(2);
        assertThat(west.name()).isEqualTo("west-power");
        // Days that follow each other are one stretch.
        assertThat(west.security().analysts().onDuty())
                .isEqualTo(
                        new Shift(Shift.OFFICE_HOURS.windows(), List.of(days("2015-06-29", "2015-07-03")), List.of()));
        assertThat(west.security().decidersOnDuty())
                .isEqualTo(west.security().analysts().onDuty());
        // Who works on Sundays works on holidays too.
        assertThat(scenario.crews().get(0).onDuty().holidays()).isEmpty();
        Organisation east = scenario.organisations().get(1);
        assertThat(east.security().analysts().onDuty().isAlways()).isTrue();
        assertThat(east.security().decidersOnDuty().holidays()).containsExactly(days("2015-06-29", "2015-06-29"));
    }

    @Test
    void aShiftSaysWhatItDoesOnHolidaysAndWhichAreItsOwn() {
        with("  west-power:\n", "  west-power:\n    holidays: [2015-06-29]\n")
                .with(
                        "on-duty: \"Mon-Fri 08:00-17:00\"",
                        "on-duty: {hours: always, holidays: 2015-08-03 to 2015-08-14, on-holidays: \"Mon-Sun 10:00-12:00\"}");
        Shift shift = scenario().organisations().get(2).security().analysts().onDuty();
        assertThat(shift.windows()).isEqualTo(Shift.ALWAYS.windows());
        assertThat(shift.holidays())
                .containsExactly(days("2015-06-29", "2015-06-29"), days("2015-08-03", "2015-08-14"));
        assertThat(shift.onHolidays())
                .containsExactly(
                        new Shift.Window(Set.of(DayOfWeek.values()), LocalTime.of(10, 0), LocalTime.of(12, 0)));
    }

    @Test
    void defaultsMayHoldTheHolidaysOfACountry() {
        text += "defaults: {organisations: {holidays: [2015-06-29, 2030-01-01]}}\n";
        Reading reading = new ScenarioReader().readText("grid.yaml", text);
        // A calendar that all share may be longer than the run.
        assertThat(reading.problems()).as(reading.render()).isEmpty();
        assertThat(Objects.requireNonNull(reading.scenario()).organisations())
                .allMatch(organisation ->
                        organisation.security().decidersOnDuty().holidays().size() == 2);
    }

    @Test
    void aPrecisionIsAShareOrAnAmountOfWhatIsMeasured() {
        assertThat(question("person-hours-lost", "5%").relativePrecision()).isEqualTo(0.05);
        assertThat(question("person-hours-lost", "5000 person-hours").precision())
                .isEqualTo(5000);
        assertThat(question("longest-outage.west-electricity", "90 minutes").precision())
                .isEqualTo(1.5);
        assertThat(question("attacker-cost", "2k EUR").precision()).isEqualTo(2000);
    }

    private Scenario.Question question(String by, String precision) {
        LanguageTest other = new LanguageTest();
        other.text = text;
        return Objects.requireNonNull(other.with("by: person-hours-lost", "by: " + by)
                .with("precision: 5%", "precision: " + precision)
                .scenario()
                .question());
    }
}
