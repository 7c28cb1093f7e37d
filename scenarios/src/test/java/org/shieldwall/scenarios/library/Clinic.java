package org.shieldwall.scenarios.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntPredicate;
import org.shieldwall.fact.FactKind;
import org.shieldwall.fact.FactLog;
import org.shieldwall.run.Simulation;
import org.shieldwall.world.World;

/** A clinic of ten servers that an actor enters on one, hour 1, and encrypts, all at hour 100. Changed by its text. */
final class Clinic {
    private String text = """
            shieldwall: 1
            name: A clinic
            starts: {local: 2015-06-01T00:00, zone: UTC}
            lasts: 100d
            organisations:
              clinic:
                kind: business
                security:
                  analysts: {count: 1, triage: 1min, sensitivity: 100%, specificity: 100%}
                  investigation: {session: 1h, find-rate: 100 per hour, logged: 100%, rounds: 1, wrong-suspicion: 0%}
                  decision-time: 1h
                  officer: empowered
                  sensors: {staff: {kind: people, quality: 100%}}
                  backups: {kept: 0%}
            networks:
              ward: {organisation: clinic, assets: {server: {template: pc, count: 10}}}
            links:
              - {from: internet, to: ward, allow: [smtp]}
            templates: {pc: {}}
            crews: {hands: {organisation: clinic, count: 10}}
            services:
              care:
                provided-by: clinic
                needs: {share-of: server}
                serves: {people: 1000}
                restore:
                  - {by: hands, each: 20h, mends: [encrypted]}
            techniques:
              enter:
                requires: {position: discovered, service: smtp}
                takes: 1h
                grants: {position: user, persistence: true}
              ransom:
                attack: T1486
                requires: {position: discovered, from: same-network}
                takes: 1h
                damage: encrypted
                evidence: [{sensor: people, when: end, visibility: 0%}]
              spoil:
                attack: T1490
                requires: {position: discovered, from: same-network}
                takes: 1h
                destroys-backups: of-organisation
              gift:
                requires: {from: anywhere}
                takes: 10h
                gives-key: true
            actors:
              red: {skill: 0.5, operators: 10, arsenal: [enter, ransom, spoil, gift]}
            campaigns:
              raid:
                actor: red
                steps:
                  in: {do: enter, on: {any: server}, retry: {every: 1h, at-most: 1}}
                  strike: {do: ransom, on: {all: server}, after: in, not-before: 2015-06-05T03:00}
            playbooks:
              dark: {actions: [{do: switch-off, takes: 0, disruptive: true, by: none}]}
            """;

    Clinic with(String from, String to) {
        assertThat(text).contains(from);
        text = text.replace(from, to);
        return this;
    }

    World world() {
        return Worlds.read(text);
    }

    FactLog run() {
        return new Simulation(world()).checking(true).run(List.of(), 1, 1);
    }

    /** Hours from the start to the last fact of a kind that fits. */
    static double lastHour(FactLog facts, FactKind kind, IntPredicate fits) {
        return Worlds.all(facts, kind).stream()
                .filter(fits::test)
                .mapToDouble(fact -> facts.time(fact) / 3.6e12)
                .max()
                .orElse(Double.NaN);
    }
}
