package org.shieldwall.scenarios.language;

import static org.shieldwall.scenarios.shape.Key.optional;
import static org.shieldwall.scenarios.shape.Key.required;
import static org.shieldwall.scenarios.shape.Key.withDefault;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Presence;
import org.shieldwall.scenario.Quantity;
import org.shieldwall.scenario.Technique;
import org.shieldwall.scenarios.shape.Block;
import org.shieldwall.scenarios.shape.BlockShape;
import org.shieldwall.scenarios.shape.HolidayText;
import org.shieldwall.scenarios.shape.Key;
import org.shieldwall.scenarios.shape.Kind;
import org.shieldwall.scenarios.shape.ListShape;
import org.shieldwall.scenarios.shape.Named;
import org.shieldwall.scenarios.shape.NamedShape;
import org.shieldwall.scenarios.shape.QuantityShape;
import org.shieldwall.scenarios.shape.Ref;
import org.shieldwall.scenarios.shape.Shapes;
import org.shieldwall.scenarios.shape.ShiftShape;
import org.shieldwall.scenarios.shape.ShiftText;

/** Organisations and their means of defence. */
final class Organisations {
    static final Key<Quantity> COUNT = withDefault(
                    "count", QuantityShape.COUNT, "0", "analysts on duty; 0 means nobody looks at alerts")
            .changeable();
    static final Key<Quantity> SECOND_TIER = withDefault(
                    "second-tier",
                    QuantityShape.COUNT,
                    "0",
                    "further analysts on duty, who investigate and act; 0 means that all do everything")
            .changeable();
    static final Key<Quantity> SKILL = withDefault("skill", QuantityShape.SHARE, "0.5", "their skill, from 0 to 1")
            .changeable();
    static final Key<ShiftText> ON_DUTY = withDefault("on-duty", new ShiftShape(), "always", "when they are on duty");
    static final Key<Quantity> TRIAGE = withDefault(
                    "triage", QuantityShape.TIME, "{lognormal: {median: 20min, p90: 60min}}", "work to judge one alert")
            .changeable();
    static final Key<Quantity> SENSITIVITY = withDefault(
                    "sensitivity",
                    QuantityShape.SHARE,
                    "90%",
                    "probability to escalate a true alert, at skill 0.5 and rested")
            .changeable();
    static final Key<Quantity> SPECIFICITY = withDefault(
                    "specificity",
                    QuantityShape.SHARE,
                    "95%",
                    "probability to close a false alert, at skill 0.5 and rested")
            .changeable();
    static final Key<Quantity> SKILL_WEIGHT = withDefault(
                    "skill-weight",
                    QuantityShape.COUNT,
                    "2",
                    "log-odds of right judgement between skill 0 and skill 1; an estimate")
            .changeable();
    static final Key<Quantity> CONTEXT_WEIGHT = withDefault(
                    "context-weight",
                    QuantityShape.COUNT,
                    "2",
                    "log-odds that an indicator which names an alert adds to escalating it, rightly or not; an estimate")
            .changeable();
    static final Key<Quantity> FATIGUE = withDefault(
                    "fatigue",
                    QuantityShape.COUNT,
                    "0",
                    "loss of the log-odds of right judgement per hour on duty beyond `fresh-for`")
            .changeable();
    static final Key<Quantity> FRESH_FOR = withDefault(
                    "fresh-for", QuantityShape.TIME, "4h", "time on duty before fatigue begins; an estimate")
            .changeable();
    static final Key<Quantity> LOAD_WEIGHT = withDefault(
                    "load-weight",
                    QuantityShape.COUNT,
                    "0.125",
                    "hours on duty that an hour of waiting work for each analyst tires as; an estimate")
            .changeable();
    static final Key<Quantity> PATIENCE = withDefault(
                    "patience", QuantityShape.TIME, "never", "age at which an unworked alert is given up")
            .changeable();
    static final Key<Organisation.Discipline> DISCIPLINE = withDefault(
            "discipline", Shapes.option(Organisation.Discipline.class), "priority", "order in which work is taken");
    static final Key<Quantity> HOUR_COST = withDefault(
                    "hour-cost", QuantityShape.MONEY_PER_HOUR, "60 EUR per hour", "cost of an analyst on duty")
            .changeable();
    static final BlockShape ANALYSTS_SHAPE = new BlockShape(
            "`analysts`",
            COUNT,
            SECOND_TIER,
            SKILL,
            ON_DUTY,
            TRIAGE,
            SENSITIVITY,
            SPECIFICITY,
            SKILL_WEIGHT,
            CONTEXT_WEIGHT,
            FATIGUE,
            FRESH_FOR,
            LOAD_WEIGHT,
            PATIENCE,
            DISCIPLINE,
            HOUR_COST);

    static final Key<Quantity> SESSION = withDefault(
                    "session", QuantityShape.TIME, "2h", "work of one round of investigation")
            .changeable();
    static final Key<Quantity> FIND_RATE = withDefault(
                    "find-rate",
                    QuantityShape.RATE,
                    "0.5 per hour",
                    "how fast each true neighbour on the attack's path is found, per hour of work at skill 0.5")
            .changeable();
    static final Key<Quantity> FIND_SKILL_WEIGHT = withDefault(
                    "skill-weight",
                    QuantityShape.COUNT,
                    "1",
                    "how much faster skill 1 finds than skill 0, as a share of `find-rate`; an estimate")
            .changeable();
    static final Key<Quantity> LOGGED = withDefault(
                    "logged", QuantityShape.SHARE, "54%", "share of assets that keep logs; on others nothing is found")
            .changeable();
    static final Key<Quantity> WRONG_SUSPICION = withDefault(
                    "wrong-suspicion", QuantityShape.SHARE, "2%", "probability that a round suspects a healthy asset")
            .changeable();
    static final Key<Integer> ROUNDS = withDefault(
            "rounds", Shapes.whole(1, 1000), "2", "rounds without a finding after which the picture is complete");
    static final BlockShape INVESTIGATION_SHAPE =
            new BlockShape("`investigation`", SESSION, FIND_RATE, FIND_SKILL_WEIGHT, LOGGED, WRONG_SUSPICION, ROUNDS);

    static final Key<Organisation.SensorKind> SENSOR_KIND =
            required("kind", Shapes.option(Organisation.SensorKind.class), "what traces it can see");
    static final Key<List<Ref>> COVERS = withDefault(
            "covers",
            ListShape.noneOrMore(Shapes.assets()),
            "[]",
            "networks and assets it watches; none named means all of the organisation");
    static final Key<Quantity> QUALITY = withDefault(
                    "quality", QuantityShape.SHARE, "50%", "probability that a fully visible trace raises an alert")
            .changeable();
    static final Key<Quantity> SENSOR_DELAY = withDefault(
                    "delay", QuantityShape.TIME, "0", "from the trace to the alert")
            .changeable();
    static final Key<Quantity> FALSE_ALERTS = withDefault(
                    "false-alerts", QuantityShape.RATE, "0", "alerts without cause, for each asset it covers")
            .changeable();
    static final Key<Quantity> REPEATS_AFTER = withDefault(
                    "repeats-after",
                    QuantityShape.TIME,
                    "3d",
                    "from an alert on something that lasts to the next one that may follow; an estimate")
            .changeable();
    static final Key<Quantity> WORKED = withDefault(
                    "worked",
                    QuantityShape.SHARE,
                    "100%",
                    "probability that anybody opens one of its alerts, where no indicator names it")
            .changeable();
    static final Key<Integer> PRIORITY =
            withDefault("priority", Shapes.whole(1, 9), "1", "alerts of priority 1 are worked first");
    static final Key<Quantity> SENSOR_TRIAGE = optional(
                    "triage",
                    QuantityShape.TIME,
                    "work to judge one of its alerts, where it differs from the analysts'")
            .changeable();
    static final BlockShape SENSOR_SHAPE = new BlockShape(
            "a sensor",
            SENSOR_KIND,
            COVERS,
            QUALITY,
            SENSOR_DELAY,
            FALSE_ALERTS,
            REPEATS_AFTER,
            WORKED,
            PRIORITY,
            SENSOR_TRIAGE);

    static final Key<Quantity> ANALYSIS = withDefault(
                    "analysis",
                    QuantityShape.TIME,
                    "{lognormal: {median: 1d, p90: 4d}}",
                    "from the end of an investigation to each indicator")
            .changeable();
    static final Key<Quantity> EXTRACT = withDefault(
                    "extract",
                    QuantityShape.SHARE,
                    "60%",
                    "probability that analysis yields an indicator that was used")
            .changeable();
    static final Key<Quantity> LEGAL_DELAY = withDefault(
                    "legal-delay",
                    QuantityShape.TIME,
                    "{lognormal: {median: 6h, p90: 36h}}",
                    "from the indicator to its publication")
            .changeable();
    static final Key<Quantity> DEPLOY = withDefault(
                    "deploy", QuantityShape.TIME, "{exponential: 1h}", "from reception to use in its sensors")
            .changeable();
    static final Key<Quantity> INGEST_WORK = withDefault(
                    "ingest-work",
                    QuantityShape.TIME,
                    "0",
                    "analysts' work for each received indicator; 0 if automatic")
            .changeable();
    static final Key<List<Technique.Level>> BLOCKS = withDefault(
            "blocks",
            ListShape.noneOrMore(Shapes.option(Technique.Level.class)),
            "[hash, address, domain]",
            "levels that refuse what they match once deployed; the others only raise alerts");
    static final BlockShape INDICATORS_SHAPE =
            new BlockShape("`indicators`", ANALYSIS, EXTRACT, LEGAL_DELAY, DEPLOY, INGEST_WORK, BLOCKS);

    static final Key<Quantity> BACKUPS_KEPT = withDefault(
                    "kept", QuantityShape.SHARE, "70%", "share of assets of which there is a backup; an estimate")
            .changeable();
    static final Key<Quantity> BACKUPS_WORK = withDefault(
                    "work",
                    QuantityShape.SHARE,
                    "57%",
                    "probability that restoring one works; Veeam 2024: share of affected data recovered")
            .changeable();
    static final Key<Quantity> BACKUPS_REACH = withDefault(
                    "reach",
                    QuantityShape.TIME,
                    "30d",
                    "how far back they go: what got in before is in the backup too; an estimate")
            .changeable();
    static final Key<Quantity> BACKUPS_EVERY = withDefault(
                    "every", QuantityShape.TIME, "1d", "time between two of them; an estimate")
            .changeable();
    static final Key<Quantity> BACKUPS_ONLINE = withDefault(
                    "online",
                    QuantityShape.SHARE,
                    "57%",
                    "share of assets whose backups an attacker in the network can destroy; Sophos 2024: attempts that succeed")
            .changeable();
    static final BlockShape BACKUPS_SHAPE =
            new BlockShape("`backups`", BACKUPS_KEPT, BACKUPS_WORK, BACKUPS_REACH, BACKUPS_EVERY, BACKUPS_ONLINE);
    static final Key<Block> BACKUPS = withDefault(
            "backups", BACKUPS_SHAPE, "{}", "copies of assets, for the action `restore` and for `from-backup`");

    static final Key<Quantity> DUTY = withDefault(
                    "duty", QuantityShape.SHARE, "0", "added to willingness by a duty to report")
            .changeable();
    static final Key<Quantity> RECIPROCITY = withDefault(
                    "reciprocity",
                    QuantityShape.SHARE,
                    "0",
                    "added to willingness, times the mean trust in the partners")
            .changeable();
    static final Key<Quantity> LIABILITY = withDefault(
                    "liability", QuantityShape.SHARE, "0", "taken from willingness by fear of the law")
            .changeable();
    static final Key<Quantity> REPUTATION_LOSS = withDefault(
                    "reputation-loss", QuantityShape.SHARE, "0", "taken from willingness by fear for the name")
            .changeable();

    static final Key<Quantity> TRUST_START = withDefault(
                    "start",
                    QuantityShape.SHARE,
                    "0.5",
                    "in a partner of whom nothing is known, where trust returns to")
            .changeable();
    static final Key<Quantity> TRUST_USEFUL = withDefault(
                    "useful", QuantityShape.SHARE, "0.02", "gained when an indicator from it matches an attack")
            .changeable();
    static final Key<Quantity> TRUST_FALSE_ALARM = withDefault(
                    "false-alarm",
                    QuantityShape.SHARE,
                    "0.05",
                    "lost for an alarm of its indicator that cost work and proved false")
            .changeable();
    static final Key<Quantity> TRUST_WITHHELD = withDefault(
                    "withheld",
                    QuantityShape.SHARE,
                    "0.05",
                    "lost when it comes to light that it kept back what would have helped")
            .changeable();
    static final Key<Quantity> TRUST_LEAK = withDefault(
                    "leak", QuantityShape.SHARE, "0.15", "lost when a leak is traced to it")
            .changeable();
    static final Key<Quantity> TRUST_HALF_LIFE = withDefault(
                    "half-life",
                    QuantityShape.TIME,
                    "548d",
                    "time in which half of the distance from `start` is forgotten")
            .changeable();
    static final BlockShape TRUST_SHAPE = new BlockShape(
            "`trust`", TRUST_START, TRUST_USEFUL, TRUST_FALSE_ALARM, TRUST_WITHHELD, TRUST_LEAK, TRUST_HALF_LIFE);
    static final Key<Block> TRUST = withDefault(
            "trust", TRUST_SHAPE, "{}", "how its trust in a partner moves between 0 and 1; the defaults are estimates");
    static final BlockShape SHARING_SHAPE =
            new BlockShape("`sharing`", DUTY, RECIPROCITY, LIABILITY, REPUTATION_LOSS, TRUST);

    static final Key<Block> ANALYSTS =
            withDefault("analysts", ANALYSTS_SHAPE, "{}", "the pool that works alerts, incidents and playbooks");
    static final Key<Block> INVESTIGATION =
            withDefault("investigation", INVESTIGATION_SHAPE, "{}", "how an incident is understood");
    static final Key<Quantity> OFFICER = withDefault(
                    "officer",
                    Shapes.optionCode(Organisation.Officer.class),
                    "none",
                    "who may order what breaks service: nobody but management, an adviser who reaches it, an officer")
            .changeable();
    static final Key<Quantity> DECISION_TIME = withDefault(
                    "decision-time",
                    QuantityShape.TIME,
                    "{lognormal: {median: 9h, p90: 30h}}",
                    "from the request to the decision to break service")
            .changeable();
    static final Key<ShiftText> DECIDERS = withDefault(
            "deciders-on-duty", new ShiftShape(), "Mon-Fri 08:00-17:00", "when those who decide can be reached");
    static final Key<Quantity> HARDENING = withDefault(
                    "hardening", QuantityShape.SHARE, "0.5", "from 0 to 1; makes attempts fail")
            .changeable();
    static final Key<Map<String, Named<Block>>> SENSORS =
            withDefault("sensors", NamedShape.withDefaults("sensors", SENSOR_SHAPE), "{}", "sources of alerts");
    static final Key<Ref> PLAYBOOK =
            optional("playbook", Shapes.reference(Kind.PLAYBOOK), "what is done once an incident is understood");
    static final Key<Block> INDICATORS =
            withDefault("indicators", INDICATORS_SHAPE, "{}", "what it does with indicators");
    static final Key<Block> SHARING =
            withDefault("sharing", SHARING_SHAPE, "{}", "terms of its willingness to publish");
    static final Key<Quantity> CAUTION = withDefault(
                    "caution",
                    QuantityShape.SHARE,
                    "0%",
                    "probability that a partner's warning of an attack makes it do the `switch-off` of its playbook")
            .changeable();
    static final BlockShape SECURITY_SHAPE = new BlockShape(
            "`security`",
            ANALYSTS,
            INVESTIGATION,
            OFFICER,
            DECISION_TIME,
            DECIDERS,
            HARDENING,
            SENSORS,
            PLAYBOOK,
            INDICATORS,
            BACKUPS,
            SHARING,
            CAUTION,
            Floods.DEFENCE);

    static final Key<Organisation.Kind> KIND = required("kind", Shapes.option(Organisation.Kind.class), "what it is")
            .example("business");
    static final Key<String> SECTOR = withDefault("sector", Shapes.TEXT, "none", "a free word: electricity, health …");
    static final Key<String> COUNTRY = withDefault("country", Shapes.TEXT, "home", "a free word; borders matter");
    static final Key<ZoneId> ZONE = optional("zone", Shapes.ZONE, "time zone of its shifts; else the scenario's");
    static final Key<Block> SECURITY = withDefault("security", SECURITY_SHAPE, "{}", "its means of defence");
    static final BlockShape SHAPE =
            new BlockShape("an organisation", KIND, SECTOR, COUNTRY, ZONE, Holidays.OF_ORGANISATION, SECURITY);

    /** What a lever may add to an organisation that is there already. */
    static final Key<Block> ADDED_SECURITY =
            required("security", new BlockShape("an added `security`", SENSORS), "sensors it brings");

    static final BlockShape ADDITION_SHAPE = new BlockShape("an addition to an organisation", ADDED_SECURITY);

    private Organisations() {}

    static List<Organisation> build(Draft draft, ZoneId zone) {
        List<Organisation> result = new ArrayList<>();
        for (Entity entity : draft.organisations().values()) {
            result.add(
                    organisation(entity, zone, draft.addedSensors(entity.name().text())));
        }
        return List.copyOf(result);
    }

    private static Organisation organisation(Entity entity, ZoneId zone, Map<String, Entity> addedSensors) {
        Block block = entity.block();
        Block security = block.get(SECURITY);
        Ref playbook = security.find(PLAYBOOK);
        ZoneId own = block.find(ZONE);
        List<HolidayText> holidays = Holidays.of(entity);
        return new Organisation(
                entity.name().text(),
                block.get(KIND),
                block.get(SECTOR),
                block.get(COUNTRY),
                own == null ? zone : own,
                new Organisation.Security(
                        analysts(security.get(ANALYSTS), holidays),
                        investigation(security.get(INVESTIGATION)),
                        security.get(OFFICER),
                        security.get(DECISION_TIME),
                        security.get(DECIDERS).with(holidays),
                        security.get(HARDENING),
                        sensors(security.get(SENSORS), addedSensors),
                        playbook == null ? "" : playbook.name(),
                        indicators(security.get(INDICATORS)),
                        backups(security.get(BACKUPS)),
                        sharing(security.get(SHARING)),
                        security.get(CAUTION),
                        Floods.defence(security.get(Floods.DEFENCE))),
                entity.presence());
    }

    private static Organisation.Analysts analysts(Block block, List<HolidayText> holidays) {
        return new Organisation.Analysts(
                block.get(COUNT),
                block.get(SECOND_TIER),
                block.get(SKILL),
                block.get(ON_DUTY).with(holidays),
                block.get(TRIAGE),
                block.get(SENSITIVITY),
                block.get(SPECIFICITY),
                block.get(SKILL_WEIGHT),
                block.get(CONTEXT_WEIGHT),
                block.get(FATIGUE),
                block.get(FRESH_FOR),
                block.get(LOAD_WEIGHT),
                block.get(PATIENCE),
                block.get(DISCIPLINE),
                block.get(HOUR_COST));
    }

    private static Organisation.Investigation investigation(Block block) {
        return new Organisation.Investigation(
                block.get(SESSION),
                block.get(FIND_RATE),
                block.get(FIND_SKILL_WEIGHT),
                block.get(LOGGED),
                block.get(WRONG_SUSPICION),
                block.get(ROUNDS));
    }

    private static List<Organisation.Sensor> sensors(Map<String, Named<Block>> own, Map<String, Entity> added) {
        List<Organisation.Sensor> result = new ArrayList<>();
        own.forEach((name, named) -> result.add(sensor(name, named.value(), Presence.ALWAYS)));
        added.forEach((name, entity) -> result.add(sensor(name, entity.block(), entity.presence())));
        result.sort(Comparator.comparing(Organisation.Sensor::name));
        return List.copyOf(result);
    }

    private static Organisation.Sensor sensor(String name, Block block, Presence presence) {
        return new Organisation.Sensor(
                name,
                block.get(SENSOR_KIND),
                block.get(COVERS).stream().map(Ref::name).sorted().toList(),
                block.get(QUALITY),
                block.get(SENSOR_DELAY),
                block.get(FALSE_ALERTS),
                block.get(REPEATS_AFTER),
                block.get(WORKED),
                block.get(PRIORITY),
                block.find(SENSOR_TRIAGE),
                presence);
    }

    private static Organisation.IndicatorHandling indicators(Block block) {
        return new Organisation.IndicatorHandling(
                block.get(ANALYSIS),
                block.get(EXTRACT),
                block.get(LEGAL_DELAY),
                block.get(DEPLOY),
                block.get(INGEST_WORK),
                Techniques.levels(block.get(BLOCKS)));
    }

    private static Organisation.Backups backups(Block block) {
        return new Organisation.Backups(
                block.get(BACKUPS_KEPT),
                block.get(BACKUPS_WORK),
                block.get(BACKUPS_REACH),
                block.get(BACKUPS_EVERY),
                block.get(BACKUPS_ONLINE));
    }

    private static Organisation.Willingness sharing(Block block) {
        return new Organisation.Willingness(
                block.get(DUTY),
                block.get(RECIPROCITY),
                block.get(LIABILITY),
                block.get(REPUTATION_LOSS),
                trust(block.get(TRUST)));
    }

    private static Organisation.Trust trust(Block block) {
        return new Organisation.Trust(
                block.get(TRUST_START),
                block.get(TRUST_USEFUL),
                block.get(TRUST_FALSE_ALARM),
                block.get(TRUST_WITHHELD),
                block.get(TRUST_LEAK),
                block.get(TRUST_HALF_LIFE));
    }
}
