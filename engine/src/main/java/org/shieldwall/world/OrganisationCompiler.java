package org.shieldwall.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shieldwall.scenario.Organisation;
import org.shieldwall.scenario.Playbook;
import org.shieldwall.scenario.Scenario;

/** Compiles organisations with their sensors, analysts and playbooks. */
final class OrganisationCompiler {
    private final Scenario scenario;
    private final Catalogue catalogue;
    private final Layout layout;
    private final Parameters parameters;
    private final Calendar calendar;

    final Rows.OrganisationRow[] organisations;
    final Rows.SensorRow[] sensors;

    OrganisationCompiler(
            Scenario scenario, Catalogue catalogue, Layout layout, Parameters parameters, Calendar calendar) {
        this.scenario = scenario;
        this.catalogue = catalogue;
        this.layout = layout;
        this.parameters = parameters;
        this.calendar = calendar;
        sensors = new Rows.SensorRow[catalogue.sensors.size()];
        organisations = new Rows.OrganisationRow[catalogue.organisations.size()];
        for (int o = 0; o < organisations.length; o++) {
            organisations[o] = organisation(o);
        }
    }

    private Rows.OrganisationRow organisation(int o) {
        Organisation organisation = catalogue.organisations.get(o);
        Organisation.Security security = organisation.security();
        Organisation.Analysts analysts = security.analysts();
        Organisation.Investigation investigation = security.investigation();
        Organisation.IndicatorHandling indicators = security.indicators();
        Organisation.Willingness sharing = security.sharing();
        String path = "organisations." + organisation.name() + ".security.";
        int triage = parameters.time(path + "analysts.triage", analysts.triage());
        int[] own = sensors(o, path, triage);
        return new Rows.OrganisationRow(
                parameters.number(path + "analysts.count", analysts.count()),
                parameters.number(path + "analysts.second-tier", analysts.secondTier()),
                parameters.number(path + "analysts.skill", analysts.skill()),
                triage,
                parameters.number(path + "analysts.sensitivity", analysts.sensitivity()),
                parameters.number(path + "analysts.specificity", analysts.specificity()),
                parameters.number(path + "analysts.skill-weight", analysts.skillWeight()),
                parameters.number(path + "analysts.context-weight", analysts.contextWeight()),
                parameters.number(path + "analysts.fatigue", analysts.fatigue()),
                parameters.time(path + "analysts.fresh-for", analysts.freshFor()),
                parameters.number(path + "analysts.load-weight", analysts.loadWeight()),
                parameters.time(path + "analysts.patience", analysts.patience()),
                parameters.number(path + "analysts.hour-cost", analysts.hourCost()),
                parameters.time(path + "investigation.session", investigation.session()),
                parameters.number(path + "investigation.find-rate", investigation.findRate()),
                parameters.number(path + "investigation.skill-weight", investigation.skillWeight()),
                parameters.number(path + "investigation.logged", investigation.logged()),
                parameters.number(path + "investigation.wrong-suspicion", investigation.wrongSuspicion()),
                parameters.number(path + "officer", security.officer()),
                parameters.time(path + "decision-time", security.decisionTime()),
                parameters.number(path + "hardening", security.hardening()),
                parameters.time(path + "indicators.analysis", indicators.analysis()),
                parameters.number(path + "indicators.extract", indicators.extract()),
                parameters.time(path + "indicators.legal-delay", indicators.legalDelay()),
                parameters.time(path + "indicators.deploy", indicators.deploy()),
                parameters.time(path + "indicators.ingest-work", indicators.ingestWork()),
                parameters.number(path + "sharing.duty", sharing.duty()),
                parameters.number(path + "sharing.reciprocity", sharing.reciprocity()),
                parameters.number(path + "sharing.liability", sharing.liability()),
                parameters.number(path + "sharing.reputation-loss", sharing.reputationLoss()),
                parameters.number(path + "caution", security.caution()),
                trust(path + "sharing.trust.", sharing.trust()),
                Indicators.bits(indicators.blocks()),
                backups(path + "backups.", security.backups()),
                investigation.rounds(),
                analysts.discipline(),
                calendar.roster(analysts.onDuty(), organisation.zone()),
                calendar.roster(security.decidersOnDuty(), organisation.zone()),
                playbook(security.playbook()),
                own);
    }

    private Rows.BackupRow backups(String path, Organisation.Backups backups) {
        return new Rows.BackupRow(
                parameters.number(path + "kept", backups.kept()),
                parameters.number(path + "work", backups.work()),
                parameters.time(path + "reach", backups.reach()),
                parameters.time(path + "every", backups.every()),
                parameters.number(path + "online", backups.online()));
    }

    private Rows.TrustRow trust(String path, Organisation.Trust trust) {
        return new Rows.TrustRow(
                parameters.number(path + "start", trust.start()),
                parameters.number(path + "useful", trust.useful()),
                parameters.number(path + "false-alarm", trust.falseAlarm()),
                parameters.number(path + "withheld", trust.withheld()),
                parameters.number(path + "leak", trust.leak()),
                parameters.time(path + "half-life", trust.halfLife()));
    }

    /** Compiles the sensors of an organisation and says which they are. */
    private int[] sensors(int organisation, String path, int triage) {
        List<Integer> own = new ArrayList<>();
        for (int s = 0; s < catalogue.sensors.size(); s++) {
            if (catalogue.sensors.get(s).organisation() != organisation) {
                continue;
            }
            own.add(s);
            Organisation.Sensor sensor = catalogue.sensors.get(s).sensor();
            String sensorPath = path + "sensors." + sensor.name() + ".";
            int[][] ranges = layout.ranges(organisation, sensor.covers());
            sensors[s] = new Rows.SensorRow(
                    organisation,
                    sensor.kind(),
                    Indicators.comparedBy(sensor.kind()),
                    ranges[0],
                    ranges[1],
                    Arrays.stream(ranges[1]).sum(),
                    parameters.number(sensorPath + "quality", sensor.quality()),
                    parameters.time(sensorPath + "delay", sensor.delay()),
                    parameters.number(sensorPath + "false-alerts", sensor.falseAlerts()),
                    parameters.time(sensorPath + "repeats-after", sensor.repeatsAfter()),
                    parameters.number(sensorPath + "worked", sensor.worked()),
                    sensor.priority(),
                    sensor.triage() == null ? triage : parameters.time(sensorPath + "triage", sensor.triage()));
        }
        return own.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The playbook of a name; null where it is empty: no playbook. */
    private Rows.@Nullable PlaybookRow playbook(String name) {
        if (name.isEmpty()) {
            return null;
        }
        for (Playbook playbook : scenario.playbooks()) {
            if (playbook.name().equals(name)) {
                Rows.ActionRow[] actions = playbook.actions().stream()
                        .map(action -> new Rows.ActionRow(
                                action.kind(),
                                Laws.time(action.takes()),
                                action.disruptive(),
                                action.by().equals("analysts"),
                                action.onlyIfDamaged(),
                                action.networks().stream()
                                        .mapToInt(catalogue::network)
                                        .toArray()))
                        .toArray(Rows.ActionRow[]::new);
                return new Rows.PlaybookRow(name, actions);
            }
        }
        throw new IllegalArgumentException("No playbook is called (%s).".formatted(name));
    }
}
