package org.shieldwall.scenarios.library;

import org.shieldwall.world.World;

/**
 * Two neighbours in a ring: an actor enters {@code first} again and again, with a new address after each eviction; what
 * first describes it tells {@code second}, which may be entered too. Changed by its text.
 */
final class Partners {
    private String text = """
            shieldwall: 1
            name: Two neighbours
            starts: {local: 2015-06-01T00:00, zone: UTC}
            lasts: 300d
            organisations:
              first:
                kind: business
                security:
                  analysts: {count: 1, triage: 1min, sensitivity: 100%, specificity: 100%}
                  investigation: {session: 1h, find-rate: 100 per hour, logged: 100%, rounds: 1, wrong-suspicion: 0%}
                  playbook: evict
                  sensors: {watch: {kind: network, quality: 100%}}
                  indicators: {analysis: 1h, extract: 100%, legal-delay: 0, deploy: 1h}
              second:
                kind: business
                security:
                  analysts: {count: 1, triage: 1min, sensitivity: 100%, specificity: 100%}
                  investigation: {session: 1h, find-rate: 100 per hour, logged: 100%, rounds: 1, wrong-suspicion: 0%}
                  playbook: evict
                  sensors:
                    wire: {kind: network, covers: [second-office], quality: 100%}
                    desk: {kind: endpoint, covers: [second-office]}
                    gate: {kind: network, covers: [second-yard], quality: 100%}
                  indicators: {analysis: 1h, extract: 100%, legal-delay: 0, deploy: 1h}
            networks:
              first-office: {organisation: first, assets: {first-pc: {template: pc, count: 20}}}
              second-office: {organisation: second, assets: {second-pc: {template: pc, count: 6}}}
              second-yard: {organisation: second, assets: {second-gate: {template: pc, count: 4}}}
            links:
              - {from: internet, to: first-office, allow: [smtp]}
              - {from: internet, to: second-office, allow: [smtp]}
            templates: {pc: {}}
            techniques:
              enter:
                requires: {position: discovered, service: smtp}
                takes: 1h
                grants: {position: user, persistence: true}
                evidence: [{sensor: network, when: end, visibility: 100%}]
                burns: [address]
            actors:
              red: {skill: 0.5, operators: 1, arsenal: [enter], notices: 100%, rotation: {address: {takes: 2d}}}
            campaigns:
              visits:
                actor: red
                steps:
                  call: {do: enter, on: {any: first-pc}, retry: {every: 4d, at-most: 50}}
            playbooks:
              evict: {actions: [{do: reimage, by: none}, {do: block-indicators, by: none}]}
            communities:
              ring: {members: [first, second], delay: 1h, willingness: 100%, levels: [address]}
            """;

    Partners with(String from, String to) {
        org.assertj.core.api.Assertions.assertThat(text).contains(from);
        text = text.replace(from, to);
        return this;
    }

    World world() {
        return Worlds.read(text);
    }
}
